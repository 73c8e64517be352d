// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/environments/environmentdetail.h"

#include "models/items/base/format.h"
#include "models/items/catalogs/environmentsmodel.h"
#include "ui/editor/codeeditor.h"
#include "ui/editor/diagnosticslist.h"
#include "ui/navigation/navigator.h"
#include "ui/widgets/bar.h"
#include "ui/widgets/formfield.h"
#include "ui/widgets/label.h"
#include "ui/widgets/propertygrid.h"
#include "ui/widgets/textfind.h"

#include <QComboBox>
#include <QFileDialog>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QSignalBlocker>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Roost::Ui {

using namespace Items;

EnvironmentDetail::EnvironmentDetail(WorkspaceSession &session, Navigator &navigator, QWidget *parent)
    : QWidget(parent)
    , m_session(session)
    , m_navigator(navigator)
    , m_error(new ErrorBar)
{
    m_error->setObjectName("environmentSaveError"_L1);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_error);
    column->addWidget(makeHead());
    column->addWidget(makeBody(), 1);
    column->addWidget(makeFoot());
    connect(&m_draft, &EnvironmentDraft::changed, this, &EnvironmentDetail::showDraft);
    connect(&m_draft, &EnvironmentDraft::saved, this, [this](const Environment &environment) {
        m_session.pollNow();
        requestVersions(environment.version);
        m_navigator.notify(
            tr("Saved %1 version %2").arg(Format::isolated(environment.name), Format::isolated(environment.version)),
            Notice::Done);
        Q_EMIT saved(environment);
    });
    connect(m_error, &ErrorBar::retry, m_save, &QPushButton::click);
}

QWidget *EnvironmentDetail::makeHead()
{
    m_title = new Label({}, Theme::Role::Text, 1.0, QFont::DemiBold);
    m_title->setObjectName("environmentTitle"_L1);
    m_kind = new Label({}, Theme::Role::TextSecondary);
    m_version = new QComboBox;
    m_version->setObjectName("environmentVersion"_L1);
    m_version->setAccessibleName(tr("Version"));
    m_version->setToolTip(tr("Version shown"));
    auto *head = new QWidget;
    auto *row = new QHBoxLayout(head);
    row->setContentsMargins(Theme::Edge, Theme::Group, Theme::Edge, Theme::Inside);
    row->setSpacing(Theme::Inside);
    row->addWidget(m_title);
    row->addWidget(m_kind);
    row->addStretch();
    row->addWidget(m_version);
    connect(m_version, &QComboBox::activated, this, &EnvironmentDetail::chooseVersion);
    return head;
}

QWidget *EnvironmentDetail::makeBody()
{
    m_name = new QLineEdit;
    m_name->setObjectName("environmentName"_L1);
    m_nameField = new FormField(tr("&Name"), m_name);
    m_description = new QLineEdit;
    m_description->setObjectName("environmentDescription"_L1);
    m_descriptionField = new FormField(tr("&Description"), m_description);
    m_image = new QLineEdit;
    m_image->setObjectName("environmentImage"_L1);
    m_image->setPlaceholderText(tr("none: built on the compute itself"));
    m_imageField = new FormField(tr("Container base &image"), m_image);
    m_about = new Label({}, Theme::Role::Text);
    m_about->setWordWrap(true);
    m_properties = new PropertyGrid(u"environmentProperties"_s, PropertyGrid::Density::Compact);
    m_packagesHeader = new SectionHeader(tr("Packages"));
    m_packageFilter = new QLineEdit;
    m_packageFilter->setObjectName("packageFilter"_L1);
    m_packageFilter->setAccessibleName(tr("Filter the packages"));
    m_packageFilter->setPlaceholderText(tr("Filter"));
    m_packageFilter->setClearButtonEnabled(true);
    m_packageFilter->setMaximumWidth(200);
    m_packagesHeader->addWidget(m_packageFilter);
    m_packages = new QListWidget;
    m_packages->setObjectName("packages"_L1);
    m_packages->setAccessibleName(tr("Packages of the environment"));
    m_packages->setFont(Theme::fixedFont());
    m_editorHeader = new SectionHeader(tr("conda file"));
    m_editor = new CodeEditor;
    m_editor->setObjectName("environmentText"_L1);
    m_editor->setAccessibleName(tr("conda file of the environment"));
    m_editor->setLanguage(u"YAML"_s);
    m_find = new TextFind(*m_editor, u"environmentFind"_s);
    m_messages = new DiagnosticsList(*m_editor);
    auto *body = new QWidget;
    auto *column = new QVBoxLayout(body);
    column->setContentsMargins(Theme::Edge, 0, Theme::Edge, Theme::Inside);
    column->setSpacing(Theme::Inside);
    column->addWidget(m_about);
    column->addWidget(m_properties);
    column->addWidget(m_nameField);
    auto *fields = new QHBoxLayout;
    fields->setSpacing(Theme::Group);
    fields->addWidget(m_descriptionField, 1, Qt::AlignTop);
    fields->addWidget(m_imageField, 1, Qt::AlignTop);
    column->addLayout(fields);
    column->addWidget(m_packagesHeader);
    column->addWidget(m_packages, 1);
    column->addWidget(m_editorHeader);
    column->addWidget(m_editor, 2);
    column->addWidget(m_find);
    column->addWidget(m_messages);
    connect(m_name, &QLineEdit::textEdited, &m_draft, &EnvironmentDraft::setName);
    connect(m_description, &QLineEdit::textEdited, &m_draft, &EnvironmentDraft::setDescription);
    connect(m_image, &QLineEdit::textEdited, &m_draft, &EnvironmentDraft::setImage);
    connect(m_editor, &QPlainTextEdit::textChanged, this, [this] { m_draft.setText(m_editor->toPlainText()); });
    connect(m_packageFilter, &QLineEdit::textChanged, this, &EnvironmentDetail::showPackages);
    return body;
}

QWidget *EnvironmentDetail::makeFoot()
{
    m_footText = new Label({}, Theme::Role::TextSecondary, Theme::Secondary);
    m_footText->setObjectName("environmentFootText"_L1);
    m_footText->setWordWrap(true);
    m_discard = new QPushButton(tr("Discard changes"));
    m_discard->setObjectName("discardEnvironment"_L1);
    m_save = new QPushButton(tr("&Save"));
    m_save->setObjectName("saveEnvironment"_L1);
    m_save->setProperty("primary", true);
    m_foot = new QWidget;
    auto *row = new QHBoxLayout(m_foot);
    row->setContentsMargins(Theme::Edge, Theme::Inside, Theme::Edge, Theme::Inside);
    row->setSpacing(Theme::Inside);
    row->addWidget(m_footText, 1);
    row->addWidget(m_discard);
    row->addWidget(m_save);
    connect(m_discard, &QPushButton::clicked, this, &EnvironmentDetail::discard);
    connect(m_save, &QPushButton::clicked, this, [this] {
        if (EnvironmentCatalog *catalog = m_session.environments())
            m_draft.save(*catalog);
    });
    return m_foot;
}

void EnvironmentDetail::show(const Environment &environment, const QString &version)
{
    m_packageFilter->clear();
    m_versions = {environment};
    m_draft.edit(environment);
    requestVersions(version.isEmpty() ? environment.version : version);
}

void EnvironmentDetail::startNew(const QStringList &takenNames)
{
    m_versionsRequest.cancel();
    m_versions.clear();
    m_draft.editNew(takenNames);
    m_name->setFocus();
    m_name->selectAll();
}

void EnvironmentDetail::startClone(const QStringList &takenNames)
{
    m_versionsRequest.cancel();
    m_versions.clear();
    m_draft.editCopyOf(Environment(m_draft.environment()), takenNames);
    m_name->setFocus();
    m_name->selectAll();
}

void EnvironmentDetail::clear()
{
    m_versionsRequest.cancel();
    m_versions.clear();
    m_draft.edit({});
}

bool EnvironmentDetail::hasChanges() const
{
    return !m_draft.environment().curated && m_draft.isChanged() && !m_draft.environment().name.isEmpty();
}

bool EnvironmentDetail::walkErrors(int direction)
{
    return m_messages->walk(direction);
}

bool EnvironmentDetail::find()
{
    if (m_editor->isVisibleTo(this))
        m_find->open();
    else if (m_packageFilter->isVisibleTo(this))
        m_packageFilter->setFocus(Qt::ShortcutFocusReason);
    else
        return false;
    return true;
}

void EnvironmentDetail::saveToFolder()
{
    const QString path = QFileDialog::getSaveFileName(this, tr("Save the conda file"), u"conda_dependencies.yml"_s,
                                                      tr("conda files (*.yml *.yaml)"));
    if (path.isEmpty())
        return;
    if (const auto written = m_draft.saveToFile(path); !written)
        m_navigator.notify(written.error());
    else
        m_navigator.notify(tr("Saved %1").arg(path), Notice::Done);
}

void EnvironmentDetail::requestVersions(const QString &version)
{
    EnvironmentCatalog *catalog = m_session.environments();
    if (!catalog)
        return;
    m_versionsRequest.watch(catalog->versions(m_draft.name()), [this, version](const Result<QList<Environment>> &all) {
        // The shown version stays; only the list of other versions is missing.
        if (!all || all->isEmpty())
            return;
        m_versions = *all;
        const auto wanted = std::ranges::find(m_versions, version, &Environment::version);
        if (wanted != m_versions.end() && !m_draft.isChanged() && m_draft.environment() != *wanted) {
            m_draft.edit(Environment(*wanted));
            return;
        }
        showDraft();
    });
}

void EnvironmentDetail::chooseVersion()
{
    const QString version = m_version->currentData().toString();
    if (hasChanges()) {
        // The list shows the current version until the changes are discarded.
        m_version->setCurrentIndex(m_version->findData(m_draft.environment().version));
        if (version != m_draft.environment().version)
            Q_EMIT versionWanted(version);
        return;
    }
    const auto wanted = std::ranges::find(m_versions, version, &Environment::version);
    if (wanted != m_versions.end() && version != m_draft.environment().version)
        m_draft.edit(Environment(*wanted));
}

int EnvironmentDetail::footHeight() const
{
    return m_foot->sizeHint().height();
}

void EnvironmentDetail::discard()
{
    if (m_draft.isNew()) {
        Q_EMIT abandoned();
        return;
    }
    const QString version = m_draft.environment().version;
    const auto saved = std::ranges::find(m_versions, version, &Environment::version);
    if (saved != m_versions.end())
        m_draft.edit(Environment(*saved));
}

// An environment with a Dockerfile can be viewed here, but not edited.
bool EnvironmentDetail::isReadOnly() const
{
    return m_draft.environment().curated || m_draft.environment().isBuilt();
}

void EnvironmentDetail::showDraft()
{
    if (m_draft.error().text.isEmpty())
        m_error->clear();
    else
        m_error->setError(tr("The environment could not be saved."), m_draft.error());
    showHead();
    showProperties();
    showFields();
    showEditor();
    showFoot();
    showPackages();
    Q_EMIT changed();
}

void EnvironmentDetail::showHead()
{
    const Environment &environment = m_draft.environment();
    m_title->setText(m_draft.isNew() ? tr("New environment") : environment.name);
    m_kind->setText(EnvironmentsModel::kindText(environment));
    m_version->setVisible(!m_draft.isNew() && m_versions.size() > 1);
    if (m_version->count() != m_versions.size() || m_version->currentData() != environment.version) {
        const QSignalBlocker quiet(m_version);
        m_version->clear();
        for (const Environment &version : std::as_const(m_versions))
            m_version->addItem(tr("Version %1, %2").arg(version.version, Format::relative(version.created)),
                               version.version);
        m_version->setCurrentIndex(m_version->findData(environment.version));
    }
    m_about->setVisible(isReadOnly() && !environment.description.isEmpty());
    m_about->setText(environment.description);
}

void EnvironmentDetail::showProperties()
{
    const Environment &environment = m_draft.environment();
    m_properties->setVisible(!m_draft.isNew());
    m_properties->setProperties({
        Property::named(u"environmentVersionText"_s, tr("Version"), environment.version),
        Property::named(u"environmentContent"_s, tr("Source"),
                        isReadOnly() ? EnvironmentsModel::contentText(environment) : m_draft.contentText()),
        Property::named(u"environmentContext"_s, tr("Docker context"), environment.buildContext),
        Property::named(u"environmentDockerfile"_s, tr("Dockerfile"), environment.dockerfile),
        Property::named(u"environmentCreated"_s, tr("Saved"), Format::relative(environment.created),
                        Format::exact(environment.created)),
    });
}

void EnvironmentDetail::showFields()
{
    const Environment &environment = m_draft.environment();
    m_nameField->setVisible(m_draft.isNew());
    m_nameField->setProblem(m_draft.nameProblem());
    m_descriptionField->setVisible(!isReadOnly());
    m_imageField->setVisible(!isReadOnly());
    m_imageField->setProblem(m_draft.imageProblem());
    for (const auto &[edit, text] : {std::pair{m_name, environment.name},
                                     {m_description, environment.description},
                                     {m_image, environment.image}}) {
        if (edit->text().trimmed() != text)
            edit->setText(text);
        edit->setEnabled(!isSaving());
    }
}

void EnvironmentDetail::showEditor()
{
    const QString &yaml = m_draft.environment().condaYaml;
    const bool hasEditor = !isReadOnly() || !yaml.isEmpty();
    m_editorHeader->setVisible(hasEditor);
    m_editor->setVisible(hasEditor);
    if (!hasEditor)
        m_find->hide();
    m_editor->setReadOnly(isReadOnly() || isSaving());
    if (m_editor->toPlainText() != yaml) {
        const QSignalBlocker quiet(m_editor);
        m_editor->replaceText(yaml);
    }
    m_messages->setDiagnostics(hasEditor ? m_draft.diagnostics() : Diagnostics{});
}

void EnvironmentDetail::showFoot()
{
    const QString whyNot = m_draft.whyNotSave();
    m_foot->setVisible(!isReadOnly());
    m_discard->setVisible(m_draft.isChanged() || m_draft.isNew());
    m_discard->setText(m_draft.isNew() ? tr("Cancel") : tr("Discard changes"));
    m_discard->setEnabled(!isSaving());
    m_save->setEnabled(!isSaving() && whyNot.isEmpty());
    m_save->setText(m_draft.isNew() ? tr("&Save") : tr("&Save as a new version"));
    if (isSaving())
        m_footText->setText(tr("Saving…"));
    else
        m_footText->setText(whyNot.isEmpty() ? m_draft.contentText() : whyNot);
}

void EnvironmentDetail::showPackages()
{
    const QStringList &all = m_draft.environment().packages;
    const QStringList shown = all.filter(m_packageFilter->text(), Qt::CaseInsensitive);
    m_packagesHeader->setVisible(!all.isEmpty());
    m_packages->setVisible(!all.isEmpty());
    m_packagesHeader->setDetail(QString::number(all.size()));
    if (shown == m_shownPackages)
        return;
    m_shownPackages = shown;
    m_packages->clear();
    m_packages->addItems(shown);
}

} // namespace Roost::Ui
