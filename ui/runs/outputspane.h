// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/items/base/longwork.h"
#include "models/items/runs/rundocument.h"
#include "models/transfer/filesdownload.h"
#include "ui/widgets/downloadquestion.h"

#include <QWidget>

#include <memory>

class QSplitter;
class QTemporaryDir;
class QTreeView;
class QVBoxLayout;

namespace Roost::Ui {

class ConfirmBar;
class ContentStack;
class ElidedLabel;
class EmptyState;
class ErrorBar;
class Navigator;
class OutputPreview;

/// The files a run wrote: a tree with sizes, to download, to open, to register as a model.
class OutputsPane : public QWidget
{
    Q_OBJECT
public:
    /// Both outlive the pane.
    OutputsPane(Items::RunDocument *run, Navigator *navigator, QWidget *parent = nullptr);
    ~OutputsPane() override;

    /// Times that pass are as of now.
    void tick();
    /// Path of the selected file or folder; empty where none is.
    QString currentPath() const;
    /// Fetches the file or folder below `path` (all for an empty one) into `folder`; asks before something there is
    /// replaced.
    void downloadTo(const QString &path, const QString &folder);
    /// The same without a question.
    std::shared_ptr<Items::LongWork> download(const QString &path, const QString &folder);

Q_SIGNALS:
    void registerWanted(const QString &path);

private:
    void buildTree();
    QWidget *buildTools();
    void refresh();
    void refreshActions();
    void askFolder(const QString &path);
    void preview(const QString &path);
    void openFile(const QString &path);
    QList<Transfer::FileToDownload> filesBelow(const QString &path) const;
    void openFolder();
    void showMenu(const QPoint &at);

    Items::RunDocument *m_run;
    Navigator *m_navigator;
    QTreeView *m_tree;
    OutputPreview *m_preview;
    QSplitter *m_sides;
    EmptyState *m_empty;
    ContentStack *m_stack;
    ErrorBar *m_error;
    ConfirmBar *m_confirm;
    DownloadQuestion m_question;
    ElidedLabel *m_summary;
    QVBoxLayout *m_work;
    QAction *m_download;
    QAction *m_downloadAll;
    QAction *m_open;
    QAction *m_register;
    QAction *m_copyPath;
    std::unique_ptr<QTemporaryDir> m_opened; // files that were fetched to be opened
    bool m_expanded = false;
};

} // namespace Roost::Ui
