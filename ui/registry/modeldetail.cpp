// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/registry/modeldetail.h"

#include "models/core/modelkeys.h"
#include "models/core/topic.h"
#include "models/items/base/format.h"
#include "models/items/runs/runsmodel.h"
#include "models/transfer/modeldownload.h"
#include "ui/navigation/navigator.h"
#include "ui/tables/listtable.h"
#include "ui/widgets/bar.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/label.h"
#include "ui/widgets/progressstrip.h"
#include "ui/widgets/propertygrid.h"
#include "ui/widgets/skeleton.h"

#include <QHBoxLayout>
#include <QPushButton>

using namespace Qt::StringLiterals;

namespace Roost::Ui {

using namespace Items;
using namespace Transfer;

namespace {

QPushButton *button(const QString &icon, const QString &text, const QString &name)
{
    auto *made = new QPushButton(Theme::icon(icon), text);
    made->setObjectName(name);
    return made;
}

} // namespace

ModelDetail::ModelDetail(WorkspaceSession &session, Navigator &navigator, QWidget *parent)
    : QWidget(parent)
    , m_session(session)
    , m_navigator(navigator)
    , m_name(new Label({}, Theme::Role::Text, 1.0, QFont::DemiBold))
    , m_description(new Label({}, Theme::Role::TextSecondary))
    , m_error(new ErrorBar)
    , m_confirm(new ConfirmBar)
    , m_question(*m_confirm)
    , m_table(new ListTable(u"versionTable"_s, tr("Versions of the model")))
    , m_empty(new EmptyState(u"models"_s, tr("This model has no version.")))
    , m_stack(new ContentStack(m_table, m_empty))
    , m_version(new QWidget)
    , m_versionTitle(new Label({}, Theme::Role::Text, 1.0, QFont::DemiBold))
    , m_download(button(u"download"_s, tr("&Download…"), u"downloadModel"_s))
    , m_remove(button(u"delete"_s, tr("Delete"), u"deleteModel"_s))
    , m_openRun(button(u"runs"_s, tr("Open run"), u"openSourceRun"_s))
    , m_properties(new PropertyGrid(u"versionProperties"_s, PropertyGrid::Density::Compact))
    , m_works(new QVBoxLayout)
{
    setObjectName("modelDetail"_L1);
    m_name->setObjectName("modelDetailName"_L1);
    m_name->setWordWrap(true); // a name may be longer than the line
    m_versionTitle->setObjectName("modelVersionTitle"_L1);
    m_description->setWordWrap(true);
    m_error->setObjectName("versionsError"_L1);
    m_confirm->setObjectName("modelConfirm"_L1);
    m_table->setModel(&m_versions);
    makeLayout();
    connect(m_error, &ErrorBar::retry, this, [this] {
        if (m_query)
            m_query->refresh();
    });
    connect(m_table, &ListTable::currentKeyChanged, this, &ModelDetail::showVersion);
    connect(m_table, &TableView::removalWanted, this, &ModelDetail::confirmRemoval);
    connect(m_table, &TableView::opened, this, [this](const QModelIndex &, Navigator::Where where) {
        if (const ModelVersion *version = current(); version && !version->runId.isEmpty())
            m_navigator.go(Location::run(version->runId), where);
    });
    connect(m_download, &QPushButton::clicked, this, &ModelDetail::download);
    connect(m_remove, &QPushButton::clicked, this, &ModelDetail::confirmRemoval);
    connect(m_openRun, &QPushButton::clicked, this, [this] {
        if (const ModelVersion *version = current())
            m_navigator.go(Location::run(version->runId));
    });
}

void ModelDetail::makeLayout()
{
    auto *title = new QHBoxLayout;
    title->setSpacing(Theme::Inside);
    title->addWidget(m_versionTitle);
    title->addStretch();
    title->addWidget(m_openRun);
    title->addWidget(m_download);
    title->addWidget(m_remove);
    auto *version = new QVBoxLayout(m_version);
    version->setContentsMargins(Theme::Edge, Theme::Group, Theme::Edge, Theme::Group);
    version->setSpacing(Theme::Inside);
    version->addLayout(title);
    version->addLayout(m_works);
    version->addWidget(m_properties);
    version->addStretch();
    auto *head = new QVBoxLayout;
    head->setContentsMargins(Theme::Edge, Theme::Group, Theme::Edge, Theme::Inside);
    head->setSpacing(Theme::Step);
    head->addWidget(m_name);
    head->addWidget(m_description);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_error);
    column->addWidget(m_confirm);
    column->addLayout(head);
    column->addWidget(m_stack, 2);
    column->addWidget(m_version, 3);
}

void ModelDetail::show(const RegisteredModel &model, const QString &version)
{
    m_description->setText(model.description.isEmpty() ? tagsText(model.tags) : model.description);
    m_description->setVisible(!m_description->text().isEmpty());
    if (model.name == m_model.name && m_query) {
        const bool newer = model.latestVersion != m_model.latestVersion;
        m_model = model;
        if (!version.isEmpty()) {
            m_pendingVersion = version;
            showState();
        }
        if (newer)
            m_query->refresh();
        return;
    }
    m_model = model;
    m_pendingVersion = version;
    m_name->setText(model.name);
    m_versions.setRows({});
    m_query = std::make_unique<TopicQuery<QList<ModelVersion>>>(
        &m_session, Topic::Models,
        [name = model.name](Workspace &from) -> std::optional<Future<QList<ModelVersion>>> {
            return from.models() ? std::optional(from.models()->versions(name)) : std::nullopt;
        },
        [this](const QList<ModelVersion> &versions) { m_versions.setRows(versions); });
    connect(m_query.get(), &LiveQuery::stateChanged, this, &ModelDetail::showState);
    connect(m_query.get(), &LiveQuery::arrived, this, &ModelDetail::showState);
    showState();
}

const ModelVersion *ModelDetail::current() const
{
    const int row = m_versions.indexOf(m_table->currentKey());
    return row < 0 ? nullptr : &m_versions.at(row);
}

void ModelDetail::showState()
{
    const LiveQuery::State state = m_query->state();
    // The page itself says that the content is out of date.
    if (state == LiveQuery::State::Failed)
        m_error->setError(tr("The versions of %1 could not be read.").arg(Format::isolated(m_model.name)),
                          m_query->error());
    else if (state == LiveQuery::State::Stale && !m_session.isShowingLastKnown())
        m_error->setStale(m_query->error());
    else
        m_error->clear();
    if (state == LiveQuery::State::Loading) {
        m_stack->showLoading();
    } else if (!m_query->hasContent()) {
        m_stack->showNothing();
    } else if (m_versions.rowCount() == 0) {
        m_stack->showEmpty();
    } else {
        m_stack->showContent();
        if (!m_pendingVersion.isEmpty() && m_versions.indexOf(m_pendingVersion) >= 0)
            m_table->setCurrentKey(std::exchange(m_pendingVersion, {}));
        else if (!m_table->currentRow().isValid())
            m_table->setCurrentKey(m_versions.at(0).version);
    }
    showVersion();
}

void ModelDetail::showVersion()
{
    const ModelVersion *version = current();
    m_version->setVisible(version != nullptr);
    if (version) {
        m_versionTitle->setText(tr("Version %1").arg(version->version));
        m_openRun->setVisible(!version->runId.isEmpty());
        m_remove->setEnabled(!m_removal.isWaiting());
        showProperties(*version);
        requestRun(*version);
        m_table->viewport()->update();
    }
    Q_EMIT versionChanged();
}

void ModelDetail::showProperties(const ModelVersion &version)
{
    m_properties->setProperties({
        {.label = tr("From run"),
         .value = m_run.id == version.runId ? nameOf(m_run) : version.runId,
         .open =
             [this] {
                 if (const ModelVersion *now = current())
                     m_navigator.go(Location::run(now->runId));
             },
         .id = u"versionRun"_s},
        Property::named(u"versionPath"_s, tr("Path in the run"), ModelVersionsModel::sourcePath(version)),
        Property::named(u"versionSize"_s, tr("Size"), Format::bytes(version.size), Format::exactBytes(version.size)),
        Property::named(u"versionType"_s, tr("Type"), ModelVersionsModel::typeText(version.type)),
        Property::named(u"versionCreated"_s, tr("Registered"), Format::relative(version.created),
                        Format::exact(version.created)),
        Property::named(u"versionAliases"_s, tr("Aliases"), version.properties.value(PropertyName::aliases)),
        Property::named(u"versionTags"_s, tr("Tags"), tagsText(version.tags)),
        Property::named(u"versionDescription"_s, tr("Description"), version.description),
        Property::named(u"versionUri"_s, tr("Address"), version.uri),
    });
}

void ModelDetail::tick()
{
    m_table->viewport()->update();
    if (const ModelVersion *version = current())
        showProperties(*version);
}

// The run is shown by its id until its name has been read.
void ModelDetail::requestRun(const ModelVersion &version)
{
    if (version.runId.isEmpty() || m_run.id == version.runId || !m_session.runHistory())
        return;
    m_runRequest.watch(m_session.runHistory()->run(version.runId), [this](const Result<Run> &run) {
        const ModelVersion *now = current();
        if (!run || !now || now->runId != run->id)
            return;
        m_run = *run;
        showProperties(*now);
    });
}

void ModelDetail::download()
{
    const QString folder = DownloadQuestion::chooseFolder(this, tr("Download the model to"));
    if (!folder.isEmpty())
        downloadTo(folder);
}

void ModelDetail::downloadTo(const QString &folder)
{
    const ModelVersion *version = current();
    ModelRegistry *registry = m_session.models();
    if (!version || !registry)
        return;
    m_files.watch(registry->files(*version), [this, folder, version = *version](const Result<QList<FileRef>> &files) {
        QStringList targets;
        for (const FileRef &file : files.value_or(QList<FileRef>()))
            targets += file.path;
        // The download requests the files again and shows its own error.
        m_question.confirmReplacing(folder, targets, [this, folder, version] {
            if (current() && *current() == version)
                fetch(folder);
        });
    });
}

void ModelDetail::fetch(const QString &folder)
{
    const ModelVersion *version = current();
    ModelRegistry *registry = m_session.models();
    if (!version || !registry)
        return;
    const auto work = downloadModel(registry, m_session.files(), *version, folder);
    auto *strip = new ProgressStrip(work);
    strip->setObjectName("modelDownloadProgress"_L1);
    m_works->addWidget(strip);
    m_navigator.track(work);
    connect(work.get(), &LongWork::finished, strip, [this, strip] {
        // The strip owns the operation until here; the status line, which tracks it, shows its result.
        const auto ended = strip->work();
        if (ended->state() == LongWork::State::Failed)
            m_navigator.notify(ended->error());
        strip->deleteLater();
    });
}

void ModelDetail::confirmRemoval()
{
    const ModelVersion *version = current();
    if (!version || m_removal.isWaiting())
        return;
    m_confirm->showQuestion(tr("Delete %1 version %2? The run it came from keeps its files.")
                                .arg(Format::isolated(m_model.name), Format::isolated(version->version)),
                            tr("Delete version"), [this, version = *version] { remove(version); });
}

void ModelDetail::remove(const ModelVersion &version)
{
    ModelRegistry *registry = m_session.models();
    if (!registry)
        return;
    m_removal.watch(registry->remove(version.name, version.version), [this](const Result<void> &result) {
        if (!result)
            m_navigator.notify(result.error());
        m_session.pollNow();
        if (m_query)
            m_query->refresh();
        showVersion();
    });
    showVersion();
}

} // namespace Roost::Ui
