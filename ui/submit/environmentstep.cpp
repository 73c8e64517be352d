// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/submit/environmentstep.h"

#include "models/items/catalogs/environmentdraft.h"
#include "models/items/catalogs/environmentsmodel.h"
#include "ui/editor/codeeditor.h"
#include "ui/editor/diagnosticslist.h"
#include "ui/submit/querystatus.h"
#include "ui/tables/listtable.h"
#include "ui/theme/theme.h"
#include "ui/widgets/formfield.h"
#include "ui/widgets/label.h"
#include "ui/widgets/mnemonic.h"

#include <QAbstractItemModel>
#include <QCheckBox>
#include <QLineEdit>
#include <QPushButton>
#include <QRadioButton>
#include <QSignalBlocker>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace Roost::Ui {

using namespace Items;

EnvironmentStep::EnvironmentStep(SubmitDraft &draft, EnvironmentsModel &environments, LiveQuery &query, QWidget *parent)
    : StepView(draft, SubmitStep::Environment, parent)
    , m_environments(environments)
    , m_registered(new QRadioButton(tr("&Workspace environment")))
    , m_written(new QRadioButton(tr("Define in this &job")))
{
    setObjectName("environmentStep"_L1);
    m_registered->setObjectName("environmentRegistered"_L1);
    m_written->setObjectName("environmentWritten"_L1);
    auto *row = new QHBoxLayout;
    row->setSpacing(Theme::Group);
    row->addWidget(m_registered);
    row->addWidget(m_written);
    row->addStretch();
    column()->addLayout(row);
    m_ofFolder = new QPushButton(Theme::icon(u"file"_s), QString());
    m_ofFolder->setObjectName("condaOfFolder"_L1);
    column()->addWidget(m_ofFolder, 0, Qt::AlignLeft);
    connect(m_ofFolder, &QPushButton::clicked, this, &EnvironmentStep::useCondaFileOfFolder);
    connect(&draft, &SubmitDraft::listingChanged, this, &EnvironmentStep::showFolderButton);
    addList(query);
    addEditor();
    column()->addStretch();
    connect(m_registered, &QRadioButton::clicked, this, [this] { chooseInline(false); });
    connect(m_written, &QRadioButton::clicked, this, [this] { chooseInline(true); });
    connect(&environments, &QAbstractItemModel::rowsInserted, this, &EnvironmentStep::selectChosen);
    refresh();
}

void EnvironmentStep::addList(LiveQuery &query)
{
    m_table = new ListTable(u"environments"_s, tr("Environments of the workspace"));
    m_table->setModel(&m_environments);
    m_table->setCharacters(EnvironmentsModel::Name, 24);
    m_table->setCharacters(EnvironmentsModel::Version, 8);
    m_table->setCharacters(EnvironmentsModel::Kind, 9);
    m_table->setCharacters(EnvironmentsModel::Content, 26);
    m_table->setFormRows(6);
    m_tableField = addField(SubmitField::Environment, new FormField(QString(), m_table));
    m_tableField->addBelow(new QueryStatus(query, u"environments"_s, tr("Reading the environments…"),
                                           tr("This workspace has no environments: write one into the job.")));
    m_details = new Label({}, Theme::Role::TextSecondary, Theme::Secondary);
    m_details->setWordWrap(true);
    m_details->setObjectName("environmentDetails"_L1);
    m_tableField->addBelow(m_details);
    m_pin = new QCheckBox;
    m_pin->setObjectName("pinVersion"_L1);
    m_tableField->addBelow(m_pin);
    connect(m_pin, &QCheckBox::clicked, this, [this](bool pin) {
        EnvironmentRef environment = draft().environment();
        const Environment *chosen = m_environments.find(environment.name);
        environment.version = pin && chosen ? chosen->version : QString();
        draft().setEnvironment(environment);
    });
    connect(m_table, &ListTable::currentKeyChanged, this, &EnvironmentStep::chooseRow);
}

void EnvironmentStep::addEditor()
{
    m_image = new QLineEdit;
    m_image->setObjectName("image"_L1);
    m_image->setPlaceholderText(u"mcr.microsoft.com/azureml/openmpi4.1.0-ubuntu22.04"_s);
    m_editor = new CodeEditor;
    m_editor->setObjectName("conda"_L1);
    m_editor->setLanguage(u"YAML"_s);
    m_editor->setMinimumHeight(m_editor->fontMetrics().lineSpacing() * 13);
    m_messages = new DiagnosticsList(*m_editor);
    m_editorField = addField(SubmitField::Conda, new FormField(tr("&conda file"), m_editor));
    m_editorField->setHint(tr("Tab indents; Escape, then Tab, leaves the editor."));
    m_editorField->addBelow(m_messages);
    m_imageField = new FormField(tr("Container base &image, optional"), m_image);
    m_imageField->setHint(tr("Without one the environment is built on the compute itself."));
    column()->addWidget(m_imageField);
    connect(m_editor, &QPlainTextEdit::textChanged, this, [this] {
        EnvironmentRef environment = draft().environment();
        environment.condaYaml = m_editor->toPlainText();
        draft().setEnvironment(environment);
        touch(SubmitField::Conda);
    });
    connect(m_image, &QLineEdit::textEdited, this, [this](const QString &text) {
        EnvironmentRef environment = draft().environment();
        environment.image = text.trimmed();
        draft().setEnvironment(environment);
    });
}

void EnvironmentStep::chooseRow(const QString &name)
{
    const Environment *chosen = m_environments.find(name);
    if (!chosen || draft().environment().isInline() || draft().environment().name == name)
        return;
    draft().setEnvironment({chosen->name, {}, {}, {}}); // no version: the latest at the time the run starts
    touch(SubmitField::Environment);
}

void EnvironmentStep::chooseInline(bool writeOwn)
{
    const EnvironmentRef now = draft().environment();
    if (writeOwn == now.isInline())
        return;
    (now.isInline() ? m_lastWritten : m_lastRegistered) = now;
    EnvironmentRef next = writeOwn ? m_lastWritten : m_lastRegistered;
    if (writeOwn && !next.isInline()) {
        // The file of the chosen environment is the best starting point.
        const Environment *from = m_environments.find(now.name);
        next.condaYaml = from && !from->condaYaml.isEmpty() ? from->condaYaml : environmentTemplate();
        next.image = from ? from->image : QString();
    }
    draft().setEnvironment(next);
    if (writeOwn)
        m_editor->setFocus();
}

// A conda file beside the code lists the packages that the code requires.
void EnvironmentStep::showFolderButton()
{
    const QStringList files = draft().condaFiles();
    m_ofFolder->setVisible(!files.isEmpty() && !draft().environment().isInline());
    if (!files.isEmpty())
        m_ofFolder->setText(tr("Use %1 of the folder").arg(QString(files.first()).replace(u'&', "&&"_L1)));
}

void EnvironmentStep::useCondaFileOfFolder()
{
    const QStringList files = draft().condaFiles();
    if (files.isEmpty())
        return;
    m_lastRegistered = draft().environment();
    if (const auto taken = draft().readCondaFile(files.first()); !taken)
        m_details->setText(taken.error().text);
}

void EnvironmentStep::enter()
{
    selectChosen();
}

void EnvironmentStep::selectChosen()
{
    m_table->setCurrentKey(draft().environment().name);
}

void EnvironmentStep::fill()
{
    const EnvironmentRef environment = draft().environment();
    const bool written = environment.isInline();
    showFolderButton();
    m_registered->setChecked(!written);
    m_written->setChecked(written);
    m_tableField->setVisible(!written);
    m_editorField->setVisible(written);
    m_imageField->setVisible(written);
    if (written) {
        if (m_editor->toPlainText() != environment.condaYaml) {
            const QSignalBlocker quiet(m_editor);
            m_editor->replaceText(environment.condaYaml);
        }
        if (m_image->text().trimmed() != environment.image)
            m_image->setText(environment.image);
        m_messages->setDiagnostics(draft().condaDiagnostics());
        m_messages->leaveOut(draft().problemText(SubmitField::Conda));
        return;
    }
    selectChosen();
    const Environment *chosen = m_environments.find(environment.name);
    QString words;
    if (chosen) {
        words = chosen->description;
        if (!chosen->packages.isEmpty())
            words += (words.isEmpty() ? QString() : u"\n"_s) +
                     EnvironmentsModel::packagesByWeight(chosen->packages).mid(0, 12).join(", "_L1) +
                     (chosen->packages.size() > 12 ? u", …"_s : QString());
    }
    m_details->setText(words);
    m_details->setVisible(!words.isEmpty());
    const bool pinned = !environment.version.isEmpty();
    m_pin->setVisible(pinned || chosen);
    m_pin->setChecked(pinned);
    m_pin->setText(tr("&Keep version %1, even if there is a newer one")
                       .arg(Mnemonic::escaped(pinned || !chosen ? environment.version : chosen->version)));
}

} // namespace Roost::Ui
