// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/runs/codepane.h"

#include "models/core/runkeys.h"
#include "models/core/secrets.h"
#include "models/items/base/format.h"
#include "models/items/runs/runsmodel.h"
#include "models/jobfile/jobdocument.h"
#include "ui/editor/codeeditor.h"
#include "ui/widgets/bar.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/label.h"
#include "ui/widgets/skeleton.h"
#include "ui/widgets/textfind.h"

#include <QListWidget>
#include <QSplitter>
#include <QTextBlock>
#include <QVBoxLayout>

#include <utility>

namespace Roost::Ui {

using namespace Items;
using namespace Qt::StringLiterals;

namespace {

constexpr qint64 LongestFile = 1024 * 1024;
const QString InSnapshot = u"snapshot/"_s;

} // namespace

CodePane::CodePane(RunDocument *run, QWidget *parent)
    : QWidget(parent)
    , m_run(run)
    , m_snapshot(run->session())
    , m_files(new QListWidget)
    , m_filesState(new Label({}, Theme::Role::TextSecondary, Theme::Secondary))
    , m_editor(new CodeEditor)
    , m_find(new TextFind(*m_editor, u"codeFind"_s))
    , m_note(new Label({}, Theme::Role::TextSecondary, Theme::Secondary))
    , m_error(new ErrorBar)
    , m_empty(new EmptyState(u"code"_s, {}))
{
    setObjectName(u"codePane"_s);
    m_files->setObjectName(u"codeFiles"_s);
    m_files->setAccessibleName(tr("Files of the snapshot"));
    m_files->setFrameShape(QFrame::NoFrame);
    m_filesState->setObjectName(u"codeFilesState"_s);
    m_filesState->setContentsMargins(Theme::Inside, Theme::Step, Theme::Inside, Theme::Step);
    m_filesState->setWordWrap(true);
    m_filesState->hide();
    auto *left = new QWidget;
    auto *list = new QVBoxLayout(left);
    list->setContentsMargins(0, 0, 0, 0);
    list->setSpacing(0);
    list->addWidget(m_files, 1);
    list->addWidget(m_filesState);
    m_editor->setObjectName(u"codeText"_s);
    m_editor->setAccessibleName(tr("Content of the file"));
    m_editor->setReadOnly(true);
    m_editor->setFrameShape(QFrame::NoFrame);
    m_note->setObjectName(u"codeNote"_s);
    m_note->setContentsMargins(Theme::Inside, Theme::Step, Theme::Inside, Theme::Step);
    m_note->setWordWrap(true);
    m_note->hide();
    auto *right = new QWidget;
    auto *content = new QVBoxLayout(right);
    content->setContentsMargins(0, 0, 0, 0);
    content->setSpacing(0);
    content->addWidget(m_error);
    content->addWidget(m_note);
    content->addWidget(m_editor, 1);
    content->addWidget(m_find);
    auto *splitter = new QSplitter(this);
    splitter->setObjectName(u"codeSplitter"_s);
    splitter->addWidget(left);
    splitter->addWidget(right);
    splitter->setStretchFactor(1, 1);
    splitter->setSizes({220, 780});
    splitter->setChildrenCollapsible(false);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    m_empty->setObjectName(u"codeEmpty"_s);
    m_stack = new ContentStack(splitter, m_empty, this);
    column->addWidget(m_stack);

    connect(m_files, &QListWidget::currentItemChanged, this, &CodePane::showCurrent);
    connect(m_error, &ErrorBar::retry, this, &CodePane::retry);
    connect(run, &RunDocument::artifactsChanged, this, &CodePane::listFiles);
    connect(run, &RunDocument::runChanged, this, [this] {
        listFiles();
        if (isVisible())
            load();
    });
    connect(&m_snapshot, &LiveQuery::stateChanged, this, &CodePane::showSnapshotState);
    connect(&m_snapshot, &LiveQuery::arrived, this, [this] {
        listFiles();
        if (m_error->hasError())
            showCurrent();
    });
    listFiles();
}

void CodePane::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    load();
}

void CodePane::load()
{
    m_snapshot.setCode(m_run->run().codeId);
    if (m_content == Content::NotRequested)
        requestJob();
}

// The addresses of the files of a snapshot expire after some hours.
void CodePane::retry()
{
    if (m_snapshot.hasContent())
        m_snapshot.refresh();
    else
        showCurrent();
}

void CodePane::showSnapshotState()
{
    const bool failed = m_snapshot.state() == LiveQuery::State::Failed;
    m_filesState->setVisible(failed || m_snapshot.state() == LiveQuery::State::Loading);
    m_filesState->setText(failed ? tr("The files of the snapshot cannot be shown. %1").arg(m_snapshot.error().text)
                                 : tr("Reading the files…"));
    if (m_snapshot.state() == LiveQuery::State::Stale && m_error->hasError())
        m_error->setError(tr("The file could not be read."), m_snapshot.error());
}

void CodePane::listFiles()
{
    QStringList paths;
    for (const SnapshotFile &file : m_snapshot.files())
        paths += InSnapshot + file.file.path;
    for (const Artifact &file : m_run->artifacts()->below(u"code"_s))
        paths += file.path;
    const bool hasJob = wasSubmitted(m_run->run());
    if (paths != m_paths || hasJob != listsJob()) {
        m_paths = paths;
        if (hasJob != listsJob())
            m_content = Content::NotRequested;
        fillFiles(hasJob);
    }
    showState();
}

// The job is the first row, and the only one without a path.
bool CodePane::listsJob() const
{
    return m_files->count() > 0 && m_files->item(0)->data(Qt::UserRole).isNull();
}

void CodePane::fillFiles(bool hasJob)
{
    m_fileOfEnding.clear();
    for (const QString &path : std::as_const(m_paths))
        m_fileOfEnding.insert(path.section(u'/', 1), path);
    const QString current = currentPath();
    const QSignalBlocker quiet(m_files);
    m_files->clear();
    if (hasJob)
        m_files->addItem(new QListWidgetItem(Theme::icon(u"text"_s), tr("Job (YAML)")));
    for (const QString &path : std::as_const(m_paths)) {
        auto *item = new QListWidgetItem(Theme::icon(u"file"_s), path.section(u'/', 1), m_files);
        item->setData(Qt::UserRole, path);
        item->setToolTip(path.section(u'/', 1));
        if (path == current)
            m_files->setCurrentItem(item);
    }
    if (m_files->currentRow() < 0)
        m_files->setCurrentRow(0);
    // The current row changes only if the job was added or removed as the first row.
    if (m_content == Content::Requested && m_files->currentItem() && currentPath() != current)
        showCurrent();
    Q_EMIT filesChanged();
}

QString CodePane::currentPath() const
{
    return m_files->currentItem() ? m_files->currentItem()->data(Qt::UserRole).toString() : QString();
}

// A run that was not submitted here has no job, and has code only if it logged some.
void CodePane::showState()
{
    if (listsJob() || !m_paths.isEmpty() || !m_run->hasContent() || !m_run->areArtifactsKnown()) {
        m_stack->showContent();
        return;
    }
    const QString source = m_run->run().tags.value(TagName::sourceName).section(u'/', -1);
    m_empty->setSentence(source.isEmpty() ? tr("No code is kept for this run, which was logged from elsewhere. Files "
                                               "that a program logs below code/ appear here.")
                                          : tr("No code is kept for this run, which was logged from %1. Files that a "
                                               "program logs below code/ appear here.")
                                                .arg(Format::isolated(source)));
    m_stack->showEmpty();
}

// Returns the file whose path is the longest suffix of `path`, since each machine has its own folder for the snapshot.
// Files among the packages of an interpreter are never files of the run.
QString CodePane::fileOf(const QString &path) const
{
    const QStringList parts = path.split(u'/', Qt::SkipEmptyParts);
    const bool isOfInterpreter = path.contains("/site-packages/"_L1) || path.contains("/lib/python"_L1);
    if (parts.isEmpty() || path.startsWith(u'<') || isOfInterpreter)
        return {};
    for (qsizetype from = 0; from < parts.size(); ++from) {
        if (const QString file = m_fileOfEnding.value(parts.sliced(from).join(u'/')); !file.isEmpty())
            return file;
    }
    return {};
}

void CodePane::showPlace(const QString &file, int line)
{
    m_pendingLine = line;
    for (int row = 0; row < m_files->count(); ++row) {
        if (m_files->item(row)->data(Qt::UserRole).toString() != file)
            continue;
        if (m_files->currentRow() == row)
            goToLine();
        else
            m_files->setCurrentRow(row);
        return;
    }
}

void CodePane::goToLine()
{
    if (!m_pendingLine)
        return;
    const QTextBlock block = m_editor->document()->findBlockByNumber(*m_pendingLine - 1);
    if (!block.isValid())
        return;
    m_pendingLine.reset();
    m_editor->setTextCursor(QTextCursor(block));
    m_editor->centerCursor();
    m_editor->setFocus(Qt::OtherFocusReason);
}

void CodePane::showCurrent()
{
    m_error->clear();
    m_note->hide();
    m_fileRequest.cancel();
    m_readRequest.cancel();
    const QString path = currentPath();
    if (!path.isEmpty())
        requestFile(path);
    else if (!listsJob())
        showText({}, {});
    else if (m_yaml)
        showText(*m_yaml, u"YAML"_s);
    else
        requestJob();
}

void CodePane::requestJob()
{
    JobService *jobs = m_run->session().jobs();
    if (!jobs || !listsJob()) {
        m_content = m_run->hasContent() ? Content::Requested : Content::NotRequested;
        if (listsJob())
            showText(m_run->run().command, u"Bash"_s);
        else if (m_content == Content::Requested)
            showCurrent();
        return;
    }
    m_content = Content::Requested;
    m_jobRequest.watch(jobs->job(m_run->runId()), [this](Result<Job> job) {
        if (!job) {
            // The run was logged, not submitted, so it has no job, which is not an error.
            if (job.error().kind == ErrorKind::NotFound)
                showText(m_run->run().command, u"Bash"_s);
            else
                m_error->setError(tr("The job could not be read."), job.error());
            return;
        }
        job->environmentVariables = withSecretsMasked(job->environmentVariables);
        m_yaml = JobFile::JobDocument::write(*job, {});
        if (m_files->currentRow() <= 0)
            showText(*m_yaml, u"YAML"_s);
    });
}

void CodePane::requestFile(const QString &path)
{
    RunHistory *history = m_run->session().runHistory();
    if (!history)
        return;
    for (const SnapshotFile &file : m_snapshot.files()) {
        if (InSnapshot + file.file.path == path)
            return read(file.file);
    }
    m_fileRequest.watch(history->file(m_run->runId(), path), [this](Result<FileRef> file) {
        if (file)
            read(*file);
        else
            m_error->setError(tr("The file could not be read."), file.error());
    });
}

void CodePane::read(const FileRef &file)
{
    FileReader *files = m_run->session().files();
    m_readRequest.watch(files->read(file, 0, LongestFile), [this, path = file.path](Result<Chunk> chunk) {
        if (!chunk) {
            m_error->setError(tr("The file could not be read."), chunk.error());
            return;
        }
        if (chunk->data.contains('\0')) {
            showText({}, {});
            m_note->setText(tr("This is not a text file: %1.").arg(Format::bytes(chunk->size)));
            m_note->show();
            return;
        }
        showText(QString::fromUtf8(chunk->data), {});
        m_editor->setLanguageOf(path);
        goToLine();
        m_note->setVisible(chunk->size > chunk->data.size());
        m_note->setText(tr("Only the first %1 of %2 are shown.")
                            .arg(Format::bytes(chunk->data.size()), Format::bytes(chunk->size)));
    });
}

void CodePane::showText(const QString &text, const QString &language)
{
    m_editor->setPlainText(text);
    m_editor->setLanguage(language);
}

void CodePane::find()
{
    m_find->open();
}

QString CodePane::text() const
{
    return m_editor->toPlainText();
}

} // namespace Roost::Ui
