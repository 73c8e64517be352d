// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/registry/registermodeldialog.h"

#include "models/items/base/format.h"
#include "models/items/runs/runsmodel.h"
#include "models/items/workspace/workspacesession.h"
#include "ui/widgets/bar.h"
#include "ui/widgets/formfield.h"
#include "ui/widgets/label.h"
#include "ui/widgets/textcombo.h"

#include <QComboBox>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalBlocker>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Roost::Ui {

using namespace Items;

namespace {

// Parses "stage=best, data=birds"; returns nothing if a part has no name.
std::optional<StringMap> tagsFrom(const QString &text)
{
    StringMap tags;
    for (const QString &part : text.split(u',', Qt::SkipEmptyParts)) {
        const QString name = part.section(u'=', 0, 0).trimmed();
        if (name.isEmpty() && !part.trimmed().isEmpty())
            return std::nullopt;
        if (!name.isEmpty())
            tags.insert(name, part.section(u'=', 1).trimmed());
    }
    return tags;
}

} // namespace

RegisterModelDialog::RegisterModelDialog(WorkspaceSession *session, const Run &run, const QStringList &paths,
                                         const QString &suggested, QWidget *parent)
    : FormDialog(u"registerModel"_s, tr("Register a model"), parent)
    , m_session(session)
    , m_run(run)
    , m_name(new TextCombo(u"modelName"_s))
    , m_path(new TextCombo(u"modelPath"_s))
    , m_description(new QPlainTextEdit)
    , m_tags(new QLineEdit)
{
    addFields(paths, suggested);
    addButtons(tr("&Register"));
    // The run may have written files since the caller listed them.
    if (RunHistory *history = m_session->runHistory()) {
        m_filesRequest.watch(history->artifacts(m_run.id, u"outputs/"_s),
                             [this, suggested](const Result<QList<Artifact>> &files) {
                                 if (files && !files->isEmpty())
                                     setFiles(*files, suggested);
                             });
    }
    if (ModelRegistry *registry = m_session->models()) {
        m_namesRequest.watch(registry->models(), [this](const Result<QList<RegisteredModel>> &models) {
            // If the names cannot be read, the user can still type a name.
            if (models)
                setModels(*models);
        });
    }
    check();
}

QString RegisterModelDialog::suggestedPath(const QStringList &paths)
{
    static const QStringList endings{u".pt"_s, u".pth"_s, u".onnx"_s, u".safetensors"_s, u".ckpt"_s};
    // Files directly in outputs are the result; its folders contain checkpoints.
    for (const qsizetype deepest : {1, 100}) {
        for (const QString &ending : endings) {
            const auto found = std::ranges::find_if(paths, [&ending, deepest](const QString &path) {
                return path.startsWith("outputs/"_L1) && path.endsWith(ending) && path.count(u'/') <= deepest;
            });
            if (found != paths.end())
                return *found;
        }
    }
    return {};
}

void RegisterModelDialog::addFields(const QStringList &paths, const QString &suggested)
{
    m_path->addItems(paths);
    m_path->setEditText(suggested.isEmpty() ? suggestedPath(paths) : suggested);
    m_path->lineEdit()->setPlaceholderText(u"outputs/model.pt"_s);
    m_name->lineEdit()->setPlaceholderText(u"bird-classifier"_s);
    m_description->setObjectName("modelDescription"_L1);
    m_description->setTabChangesFocus(true);
    m_description->setFixedHeight(m_description->fontMetrics().lineSpacing() * 3 + 2 * Theme::Inside);
    m_tags->setObjectName("modelTags"_L1);
    m_tags->setPlaceholderText(u"stage=best, data=birds"_s);
    auto *from = new Label(tr("From the run %1").arg(nameOf(m_run)), Theme::Role::TextSecondary);
    from->setWordWrap(true);
    form()->addWidget(from);
    m_pathField = new FormField(tr("&File or folder of the run"), m_path);
    m_nameField = new FormField(tr("&Name of the model"), m_name);
    m_tagsField = new FormField(tr("&Tags"), m_tags);
    m_tagsField->setHint(tr("name=value, separated by commas"));
    addField(m_pathField);
    addField(m_nameField);
    addField(new FormField(tr("&Description"), m_description));
    addField(m_tagsField);
    connect(m_name, &QComboBox::currentTextChanged, this, &RegisterModelDialog::check);
    connect(m_path, &QComboBox::currentTextChanged, this, &RegisterModelDialog::check);
    connect(m_tags, &QLineEdit::textEdited, this, &RegisterModelDialog::check);
    m_name->setFocus();
}

void RegisterModelDialog::setFiles(const QList<Artifact> &files, const QString &suggested)
{
    QStringList before;
    for (int i = 0; i < m_path->count(); ++i)
        before += m_path->itemText(i);
    const bool untouched = suggested.isEmpty() && m_path->currentText() == suggestedPath(before);
    QStringList paths;
    for (const Artifact &file : files)
        paths += file.path;
    const QString text = untouched ? suggestedPath(paths) : m_path->currentText();
    const QSignalBlocker quiet(m_path);
    m_path->clear();
    m_path->addItems(paths);
    m_path->setEditText(text);
    check();
}

void RegisterModelDialog::setModels(const QList<RegisteredModel> &models)
{
    m_models = models;
    const QSignalBlocker quiet(m_name);
    const QString text = m_name->currentText();
    for (const RegisteredModel &model : models)
        m_name->addItem(model.name);
    m_name->setEditText(text);
    check();
}

void RegisterModelDialog::check()
{
    const QString name = m_name->currentText().trimmed();
    QString nameProblem;
    if (name.isEmpty())
        nameProblem = wasSubmitted() ? tr("Give the model a name.") : QString();
    else
        nameProblem = whyNotAModelName(name);
    m_nameField->setProblem(nameProblem);
    const auto known = std::ranges::find(m_models, name, &RegisteredModel::name);
    if (known != m_models.end()) {
        bool isNumber = false;
        const int latest = known->latestVersion.toInt(&isNumber);
        m_nameField->setHint(
            isNumber ? tr("Becomes version %1 of %2.").arg(QString::number(latest + 1), Format::isolated(name))
                     : tr("Becomes the next version of %1.").arg(Format::isolated(name)));
    } else {
        m_nameField->setHint(name.isEmpty() ? tr("A new name, or that of a model to add a version to.")
                                            : tr("A new model."));
    }
    const QString path = m_path->currentText().trimmed();
    m_pathField->setProblem(
        path.isEmpty() && wasSubmitted() ? tr("Choose the file or folder of the run that is the model.") : QString());
    m_tagsField->setProblem(tagsFrom(m_tags->text()) ? QString() : tr("Enter tags as name=value."));
}

void RegisterModelDialog::send()
{
    ModelRegistry *registry = m_session->models();
    if (!registry) {
        errorBar().setError(tr("The model cannot be registered."),
                            {ErrorKind::Rejected, tr("This workspace has no model registry."), {}});
        return;
    }
    setBusy(true);
    m_registering.watch(registry->create(m_name->currentText().trimmed(), m_run.id, m_path->currentText().trimmed(),
                                         m_description->toPlainText().trimmed(),
                                         tagsFrom(m_tags->text()).value_or(StringMap{})),
                        [this](const Result<ModelVersion> &result) {
                            setBusy(false);
                            if (!result) {
                                errorBar().setError(tr("The model could not be registered."), result.error());
                                return;
                            }
                            m_session->pollNow();
                            Q_EMIT registered(*result);
                            accept();
                        });
}

void RegisterModelDialog::setBusy(bool busy)
{
    FormDialog::setBusy(busy);
    acceptButton().setText(busy ? tr("Registering…") : tr("&Register"));
}

} // namespace Roost::Ui
