// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/items/base/longwork.h"
#include "models/items/runs/rundocument.h"
#include "models/transfer/filesdownload.h"
#include "ui/widgets/downloadquestion.h"

#include <QAction>
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

/// The files that a run has written, as a tree with sizes, with actions to download and open them and to register them
/// as a model.
class OutputsPane : public QWidget
{
    Q_OBJECT
public:
    /// `run` and `navigator` must outlive the pane.
    OutputsPane(Items::RunDocument *run, Navigator *navigator, QWidget *parent = nullptr);
    ~OutputsPane() override;

    /// Updates the ages that are shown.
    void tick();
    /// Returns the path of the selected file or folder; empty without a selection.
    QString currentPath() const;
    /// Downloads the file or folder at `path` (all files if it is empty) into `folder`. Asks before it replaces
    /// existing files.
    void downloadTo(const QString &path, const QString &folder);
    /// Downloads without asking.
    std::shared_ptr<Items::LongWork> download(const QString &path, const QString &folder);

Q_SIGNALS:
    void registerWanted(const QString &path);

private:
    void buildTree();
    QWidget *buildTools();
    void refresh();
    void refreshActions();
    void downloadToChosenFolder(const QString &path);
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
    std::unique_ptr<QTemporaryDir> m_opened; // copies of files that were downloaded to be opened
    bool m_expanded = false;
};

} // namespace Roost::Ui
