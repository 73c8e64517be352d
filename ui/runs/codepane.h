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
    /// `run` outlives it. Nothing is asked before it is seen.
    explicit CodePane(Items::RunDocument *run, QWidget *parent = nullptr);

    QString text() const;
    /// Asks for the files before they are seen.
    void see();
    /// The file that a traceback calls `path`, which may lie in any folder of the machine that ran it; empty where
    /// none of the shown files can be it.
    QString fileOf(const QString &path) const;
    /// Shows a file, as fileOf() names it, at a line counted from 1.
    void showPlace(const QString &file, int line);
    void find();

protected:
    void showEvent(QShowEvent *event) override;

Q_SIGNALS:
    /// fileOf() may answer otherwise.
    void filesChanged();

private:
    void goToLine();
    void listFiles();
    void fillFiles();
    QString currentPath() const;
    void showPart();
    void showSnapshotState();
    void readAgain();
    void showCurrent();
    void askJob();
    void askFile(const QString &path);
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
    QHash<QString, QString> m_fileOfEnding; // of those, by what stands behind their first folder
    QStringList m_paths;                    // of the files below the job: snapshot/ or code/ and more
    bool m_hasJob = false;
    bool m_asked = false;
    int m_wantedLine = 0; // of the file that is being read; 0: none
    QString m_yaml;
    PendingReply<Job> m_askingJob;
    PendingReply<FileRef> m_askingFile;
    PendingReply<Chunk> m_reading;
};

} // namespace Roost::Ui
