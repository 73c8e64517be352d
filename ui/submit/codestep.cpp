// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/submit/codestep.h"

#include "ui/submit/folderedit.h"
#include "ui/submit/metricsfold.h"
#include "ui/submit/variablestable.h"
#include "ui/theme/theme.h"
#include "ui/widgets/formfield.h"
#include "ui/widgets/textcombo.h"

#include <QComboBox>
#include <QDir>
#include <QFileDialog>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QRadioButton>
#include <QSignalBlocker>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace Roost::Ui {

using namespace Items;

namespace {

QPlainTextEdit *fewLines(const QString &name, int lines)
{
    auto *edit = new QPlainTextEdit;
    edit->setObjectName(name);
    edit->setFont(Theme::fixedFont());
    edit->setTabChangesFocus(true);
    edit->setFixedHeight(edit->fontMetrics().lineSpacing() * lines + 2 * Theme::Inside + 2);
    return edit;
}

// A chip with a line break looks like two arguments, so only words longer than a line may wrap.
QString unbroken(const QString &word)
{
    constexpr qsizetype Longest = 60;
    constexpr QChar WordJoiner(0x2060);
    if (word.size() > Longest)
        return word;
    QString whole;
    for (const QChar c : word) {
        whole += c;
        if (!c.isLetterOrNumber() && !c.isSurrogate())
            whole += WordJoiner;
    }
    return whole;
}

void setText(QPlainTextEdit *edit, const QString &text)
{
    if (edit->toPlainText() == text)
        return;
    const QSignalBlocker quiet(edit);
    edit->setPlainText(text);
}

} // namespace

CodeStep::CodeStep(SubmitDraft &draft, QWidget *parent)
    : StepView(draft, SubmitStep::Code, parent)
{
    setObjectName("codeStep"_L1);
    addFolder();
    addLaunch();
    addArguments();
    addNames();
    addVariables();
    addMetrics();
    column()->addStretch(1); // so that fields that can grow do not share the free height
    connect(&draft, &SubmitDraft::listingChanged, this, &CodeStep::fillFolderHint);
    refresh();
}

void CodeStep::addFolder()
{
    m_folder = new FolderEdit;
    m_folder->setObjectName("folder"_L1);
    m_folder->setPlaceholderText(tr("~/project"));
    m_folder->setClearButtonEnabled(true);
    auto *choose = new QPushButton(tr("Choose…"));
    choose->setObjectName("chooseFolder"_L1);
    choose->setAccessibleName(tr("Choose the folder"));
    m_stop = new QPushButton;
    m_stop->setObjectName("stopReading"_L1);
    auto *row = new QWidget;
    auto *line = new QHBoxLayout(row);
    line->setContentsMargins(0, 0, 0, 0);
    line->setSpacing(Theme::Inside);
    line->addWidget(m_folder, 1);
    line->addWidget(m_stop);
    line->addWidget(choose);
    m_folderField = addField(SubmitField::Folder, new FormField(tr("&Folder with the code"), m_folder, row));
    connect(choose, &QPushButton::clicked, this, &CodeStep::chooseFolder);
    connect(m_stop, &QPushButton::clicked, this, [this] {
        if (draft().isListing())
            draft().stopListing();
        else
            draft().refreshListing();
        touch(SubmitField::Folder);
    });
    m_useOriginal = new QPushButton;
    m_useOriginal->setObjectName("useOriginalFolder"_L1);
    m_folderField->addBelow(m_useOriginal);
    connect(m_useOriginal, &QPushButton::clicked, this, [this] { draft().setFolder(m_originalFolder); });
    connect(m_folder, &FolderEdit::pathEdited, this, [this](const QString &text) { draft().setFolder(text); });
    // Leaving an empty field without an edit does not clear it.
    connect(m_folder, &QLineEdit::editingFinished, this, [this] {
        if (m_folder->isModified())
            touch(SubmitField::Folder);
        fillFolderHint();
    });
}

void CodeStep::addLaunch()
{
    m_asScript = new QRadioButton(tr("A Python &script"));
    m_asScript->setObjectName("asScript"_L1);
    m_asCommand = new QRadioButton(tr("Any c&ommand"));
    m_asCommand->setObjectName("asCommand"_L1);
    auto *row = new QHBoxLayout;
    row->setSpacing(Theme::Group);
    row->addWidget(new QLabel(tr("Run")));
    row->addWidget(m_asScript);
    row->addWidget(m_asCommand);
    row->addStretch();
    column()->addLayout(row);
    connect(m_asScript, &QRadioButton::clicked, this, [this] { draft().setLaunch(SubmitDraft::Launch::Script); });
    connect(m_asCommand, &QRadioButton::clicked, this, [this] { draft().setLaunch(SubmitDraft::Launch::Command); });

    m_script = new TextCombo(u"script"_s);
    m_script->lineEdit()->setPlaceholderText(u"train.py"_s);
    m_scriptField = addField(SubmitField::Script, new FormField(tr("Sc&ript"), m_script));
    connect(m_script, &QComboBox::currentTextChanged, this, [this](const QString &text) { draft().setScript(text); });
    connect(m_script->lineEdit(), &QLineEdit::editingFinished, this, [this] {
        if (m_script->lineEdit()->isModified())
            touch(SubmitField::Script);
    });

    m_command = fewLines(u"command"_s, 3);
    m_commandField = addField(SubmitField::Command, new FormField(tr("Co&mmand"), m_command));
    m_commandField->setHint(tr("A shell line that each process runs in the folder. $NAME and ${{inputs.name}} are "
                               "filled in for each process."));
    connect(m_command, &QPlainTextEdit::textChanged, this, [this] {
        draft().setCommandText(m_command->toPlainText());
        touch(SubmitField::Command);
    });
}

void CodeStep::addArguments()
{
    m_arguments = fewLines(u"arguments"_s, 3);
    m_arguments->setPlaceholderText(u"--num_epochs 20 --learning_rate 0.001 --output_dir ./outputs"_s);
    m_argumentsField = addField(SubmitField::Arguments, new FormField(tr("&Arguments"), m_arguments));
    m_argumentsField->setHint(tr("Put quotes around text with spaces: --name \"two words\". $NAME and "
                                 "${{inputs.name}} are filled in for each process."));
    m_words = new QLabel;
    m_words->setObjectName("argumentWords"_L1);
    m_words->setWordWrap(true);
    m_words->setTextFormat(Qt::RichText);
    m_words->setFont(Theme::fixedFont());
    m_argumentsField->addBelow(m_words);
    connect(m_arguments, &QPlainTextEdit::textChanged, this, [this] {
        draft().setArgumentsText(m_arguments->toPlainText());
        touch(SubmitField::Arguments);
    });
}

void CodeStep::addNames()
{
    m_experiment = new TextCombo(u"experiment"_s);
    m_experiment->lineEdit()->setPlaceholderText(u"Default"_s);
    m_displayName = new QLineEdit;
    m_displayName->setObjectName("displayName"_L1);
    m_displayName->setPlaceholderText(tr("generated"));
    auto *experiment = new FormField(tr("&Experiment"), m_experiment);
    watch(SubmitField::Experiment, experiment);
    auto *name = new FormField(tr("Name of the r&un"), m_displayName);
    auto *row = new QHBoxLayout;
    row->setSpacing(Theme::Group);
    row->addWidget(experiment, 1, Qt::AlignTop);
    row->addWidget(name, 1, Qt::AlignTop);
    column()->addLayout(row);
    connect(m_experiment, &QComboBox::currentTextChanged, this, [this](const QString &text) {
        draft().setExperiment(text);
        touch(SubmitField::Experiment);
    });
    connect(m_displayName, &QLineEdit::textEdited, this, [this](const QString &text) { draft().setDisplayName(text); });
}

void CodeStep::addVariables()
{
    m_variablesTable = new VariablesTable(m_variables);
    m_removeVariable = new QToolButton;
    m_removeVariable->setObjectName("removeVariable"_L1);
    m_removeVariable->setText(tr("Remove"));
    m_removeVariable->setAccessibleName(tr("Remove the variable"));
    m_removeVariable->setToolTip(tr("Remove the selected variable"));
    auto *row = new QWidget;
    auto *line = new QHBoxLayout(row);
    line->setContentsMargins(0, 0, 0, 0);
    line->setSpacing(Theme::Inside);
    line->addWidget(m_variablesTable, 1);
    line->addWidget(m_removeVariable, 0, Qt::AlignTop);
    addField(SubmitField::Variables, new FormField(tr("Environment &variables"), m_variablesTable, row))
        ->setHint(tr("Values may be secrets: drafts keep the names only."));
    connect(&m_variables, &VariablesModel::edited, this, [this] {
        draft().setVariableRows(m_variables.rows());
        touch(SubmitField::Variables);
    });
    connect(m_removeVariable, &QToolButton::clicked, this,
            [this] { m_variables.remove(m_variablesTable->currentIndex().row()); });
}

void CodeStep::addMetrics()
{
    m_metrics = new MetricsFold;
    watch(SubmitField::Metrics, m_metrics->field());
    column()->addWidget(m_metrics);
    connect(m_metrics, &MetricsFold::recognitionSwitched, this, [this](bool on) { draft().setRecognizesMetrics(on); });
    connect(m_metrics, &MetricsFold::patternsEdited, this, [this](const QString &text) {
        draft().setMetricsText(text);
        touch(SubmitField::Metrics);
    });
}

void CodeStep::setExperiments(const QStringList &names)
{
    const QSignalBlocker quiet(m_experiment);
    const QString text = m_experiment->currentText();
    m_experiment->clear();
    m_experiment->addItems(names);
    m_experiment->setEditText(text);
}

void CodeStep::setRecentFolders(const QStringList &folders)
{
    m_folder->setRecent(folders);
}

// While the field has the focus, its text is not normalised.
bool CodeStep::isFolderTyped() const
{
    return m_folder->hasFocus() && m_folder->isModified();
}

void CodeStep::focusFolder()
{
    m_folder->setFocus(Qt::OtherFocusReason);
}

void CodeStep::setOriginalFolder(const QString &folder)
{
    m_originalFolder = folder;
    fillOriginalFolder();
}

void CodeStep::fillOriginalFolder()
{
    m_useOriginal->setVisible(draft().reusesSnapshot() && !m_originalFolder.isEmpty());
    const QString home = QDir::homePath() + u'/';
    const QString shown =
        m_originalFolder.startsWith(home) ? u"~/"_s + m_originalFolder.mid(home.size()) : m_originalFolder;
    m_useOriginal->setText(tr("Run with the current code of %1").arg(QString(shown).replace(u'&', "&&"_L1)));
}

void CodeStep::chooseFolder()
{
    const QString start = draft().folder().isEmpty() ? QDir::homePath() : draft().folder();
    const QString folder = QFileDialog::getExistingDirectory(this, tr("Folder with the code"), start);
    if (folder.isEmpty())
        return;
    draft().setFolder(folder);
    touch(SubmitField::Folder);
}

void CodeStep::fill()
{
    const SubmitDraft &job = draft();
    if (!isFolderTyped() && m_folder->text() != job.folder())
        m_folder->setText(job.folder());
    const bool script = job.launch() == SubmitDraft::Launch::Script;
    m_asScript->setChecked(script);
    m_asCommand->setChecked(!script);
    m_scriptField->setVisible(script);
    m_argumentsField->setVisible(script);
    m_commandField->setVisible(!script);
    fillScripts();
    setText(m_arguments, job.argumentsText());
    setText(m_command, job.commandText());
    fillArguments();
    if (m_experiment->currentText().trimmed() != job.experiment()) {
        const QSignalBlocker quiet(m_experiment);
        m_experiment->setEditText(job.experiment());
    }
    if (m_displayName->text().trimmed() != job.displayName())
        m_displayName->setText(job.displayName());
    m_variables.setRows(job.variableRows());
    m_variablesTable->fitRows(2, 5);
    m_removeVariable->setEnabled(m_variables.rowCount() > 1);
    m_metrics->setMetrics(job.metrics(), job.metricsText());
    fillFolderHint();
    fillOriginalFolder();
}

void CodeStep::fillFolderHint()
{
    const SubmitDraft &job = draft();
    // Small folders are listed before the user could press the button. A stopped or failed listing can be repeated.
    const bool canStop = job.isListing() && job.listedFiles() > 0;
    m_stop->setVisible(canStop || (!job.listingError().text.isEmpty() && !isFolderTyped()));
    m_stop->setText(canStop ? tr("Stop") : tr("Read again"));
    m_stop->setAccessibleName(canStop ? tr("Stop reading the folder") : tr("Read the folder again"));
    // The reason why a folder cannot be listed is shown at once, but not while the path is being typed.
    if (!job.listingError().text.isEmpty() && !isFolderTyped())
        touch(SubmitField::Folder);
    if (job.listing() && job.script().isEmpty() && job.scriptCandidates().isEmpty())
        touch(SubmitField::Script); // there is no script to choose
    if (job.reusesSnapshot())
        m_folderField->setHint(tr("The run gets the files of the earlier run. Choose a folder to send others."));
    else if (job.isListing())
        m_folderField->setHint(tr("Reading the folder: %n files so far", nullptr, int(job.listedFiles())));
    else if (job.listing())
        m_folderField->setHint(tr("%1 will be sent, see Review.").arg(job.stepSummary(SubmitStep::Review)));
    else
        m_folderField->setHint(tr("All files in it that no ignore rule excludes are sent with the run."));
}

void CodeStep::fillScripts()
{
    const QSignalBlocker quiet(m_script);
    const QStringList scripts = draft().scriptCandidates();
    if (scripts != m_shownScripts) {
        m_shownScripts = scripts;
        const QString text = m_script->currentText();
        m_script->clear();
        m_script->addItems(scripts);
        m_script->setEditText(text);
    }
    if (m_script->currentText().trimmed() != draft().script())
        m_script->setEditText(draft().script());
}

void CodeStep::fillArguments()
{
    const auto words = draft().arguments();
    m_words->setVisible(words && !words->isEmpty());
    if (!words)
        return;
    const QString fill = Theme::tint(Theme::Role::TextSecondary, 0.14).name();
    QString text;
    for (const QString &word : *words) {
        QString shown = word.isEmpty() ? tr("(empty)") : unbroken(word);
        shown = shown.toHtmlEscaped().replace(u' ', "&nbsp;"_L1);
        text += u"<span style=\"background-color:%1\">&nbsp;%2&nbsp;</span> "_s.arg(fill, shown);
    }
    m_words->setText(text);
    m_words->setAccessibleName(tr("%n arguments as the script sees them", nullptr, int(words->size())));
}

void CodeStep::changeEvent(QEvent *event)
{
    StepView::changeEvent(event);
    if (event->type() == QEvent::PaletteChange && m_words)
        fillArguments();
}

} // namespace Roost::Ui
