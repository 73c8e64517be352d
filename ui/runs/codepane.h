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

/// What was run: the job as YAML, the files of the snapshot where the workspace shows them, and those that the run
/// logged below code/.
class CodePane : public QWidget
{
    Q_OBJECT
public:
    /// `run` outlives it. Nothing is requested before see() or the pane is shown.
    explicit CodePane(Items::RunDocument *run, QWidget *parent = nullptr);

    QString text() const;
    /// Requests the job and the files before the pane is shown.
    void see();
    /// The file of the run that a traceback calls `path`, in any folder of the machine that ran it; empty if the
    /// path is none of the listed files.
    QString fileOf(const QString &path) const;
    /// Shows a file, as fileOf() names it, at a line counted from 1.
    void showPlace(const QString &file, int line);
    void find();

protected:
    void showEvent(QShowEvent *event) override;

Q_SIGNALS:
    /// fileOf() may have another result.
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
    void readAgain();
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
    QStringList m_paths;                    // listed below the job, in snapshot/ or code/
    QHash<QString, QString> m_fileOfEnding; // those paths by what follows their first folder
    Content m_content = Content::NotRequested;
    std::optional<int> m_wantedLine; // to show in the file that is being read, counted from 1
    std::optional<QString> m_yaml;   // the job, once it is read
    PendingReply<Job> m_jobRequest;
    PendingReply<FileRef> m_fileRequest;
    PendingReply<Chunk> m_readRequest;
};

} // namespace Roost::Ui
