// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/items/runs/rundocument.h"

#include <QLabel>
#include <QWidget>

class QLabel;
class QPushButton;
class QStackedWidget;

namespace Roost::Ui {

class CodeEditor;
class Label;

/// One file of a run, beside the list of files. Shows text and pictures, and describes other files. Requests nothing
/// before show() is called.
class OutputPreview : public QWidget
{
    Q_OBJECT
public:
    /// `run` must outlive the preview.
    explicit OutputPreview(Items::RunDocument *run, QWidget *parent = nullptr);

    void show(const Artifact &file);
    QString path() const { return m_file.path; }

Q_SIGNALS:
    /// Emitted when the file is to be opened in the desktop's program for it.
    void openWanted(const QString &path);
    void closed();

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    QWidget *buildHead();
    void read(const FileRef &file);
    void showContent(const Chunk &chunk);
    void showWords(const QString &text);
    void fitPicture();

    Items::RunDocument *m_run;
    Artifact m_file;
    Label *m_name;
    QStackedWidget *m_stack;
    CodeEditor *m_text;
    QLabel *m_picture;
    Label *m_words;
    Label *m_note;
    QPixmap m_pixmap;
    PendingReply<FileRef> m_fileRequest;
    PendingReply<Chunk> m_readRequest;
};

} // namespace Roost::Ui
