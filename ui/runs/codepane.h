// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/items/runs/rundocument.h"
#include "models/items/submit/snapshotquery.h"

#include <QWidget>

class QListWidget;
class QListWidgetItem;

namespace Roost::Ui {

class CodeEditor;
class ContentStack;
class EmptyState;
class ErrorBar;
class Label;
class TextFind;

/// The code of a run: the job as YAML, the files of the snapshot if the workspace provides them, and the files that the
/// run logged below code/.
class CodePane : public QWidget
{
    Q_OBJECT
public:
    /// `run` must outlive the pane. Requests nothing before load() is called or the pane is shown.
    explicit CodePane(Items::RunDocument *run, QWidget *parent = nullptr);

    QString text() const;
    /// Requests the job and the list of files, also while the pane is hidden.
    void load();
    /// Returns the file of the run that a traceback calls `path`, wherever the snapshot was on the machine that ran it;
    /// empty if `path` is not one of the listed files.
    QString fileOf(const QString &path) const;
    /// Shows a file, as returned by fileOf(), at a line counted from 1.
    void showPlace(const QString &file, int line);
    void find();

protected:
    void showEvent(QShowEvent *event) override;

Q_SIGNALS:
    /// Emitted when the results of fileOf() may have changed.
    void filesChanged();

private:
    void goToLine();
    enum class Content { NotRequested, Requested };

    void listFiles();
    bool listsJob() const;
    void fillFiles(bool hasJob);
    QString currentPath() const;
    void showState();
    void showSnapshotState();
    void retry();
    void showCurrent();
    void requestJob();
    void requestFile(const QString &path);
    void read(const FileRef &file);
    void showText(const QString &text, const QString &language);

    Items::RunDocument *m_run;
    Items::SnapshotQuery m_snapshot;
    QListWidget *m_files;
    Label *m_filesState;
    CodeEditor *m_editor;
    TextFind *m_find;
    Label *m_note;
    ErrorBar *m_error;
    EmptyState *m_empty;
    ContentStack *m_stack = nullptr;
    QStringList m_paths;                    // listed below the job; they start with snapshot/ or code/
    QHash<QString, QString> m_fileOfEnding; // those paths by the path without its first folder
    Content m_content = Content::NotRequested;
    std::optional<int> m_pendingLine; // line to show in the file that is being read, counted from 1
    std::optional<QString> m_yaml;    // the job; empty until it is read
    PendingReply<Job> m_jobRequest;
    PendingReply<FileRef> m_fileRequest;
    PendingReply<Chunk> m_readRequest;
};

} // namespace Roost::Ui
