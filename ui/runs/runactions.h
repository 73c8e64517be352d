// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/future.h"
#include "models/core/job.h"

#include <QAction>
#include <QObject>

class QAction;
class QWidget;

namespace Roost::Items {
class RunDocument;
class WorkspaceSession;
} // namespace Roost::Items

namespace Roost::Ui {

class ConfirmBar;
class Navigator;

/// The actions on one run. Actions that cannot be undone are first confirmed in `confirm`.
class RunActions : public QObject
{
    Q_OBJECT
public:
    /// All parameters must outlive the actions. Dialogs open over `window`, which is the parent of the actions.
    RunActions(Items::RunDocument &run, Navigator &navigator, ConfirmBar &confirm, QWidget *window);

    /// Returns the actions that apply to the state of the run: the first few are header actions, the rest are in the
    /// menu.
    QList<QAction *> headerActions() const;
    QList<QAction *> menuActions() const;
    /// Updates the actions to the state of the run.
    void refresh();
    void resubmit();
    /// Opens the dialog for the output at `path`; if it is empty, the dialog suggests one.
    void registerModel(const QString &path);

Q_SIGNALS:
    void registerWanted();
    /// Emitted when the stacks of all ranks have been written into the logs; `path` is the first of these logs.
    void stacksWritten(const QString &path);

private:
    QAction *add(const QString &name, const QString &icon, const QString &text, const QString &toolTip);
    Items::WorkspaceSession &session() const;
    QString name() const;
    bool isRepeatable() const;
    void confirmStart();
    void confirmCancel();
    void confirmDelete();
    void writeStacks();

    Items::RunDocument &m_run;
    Navigator &m_navigator;
    ConfirmBar &m_confirm;
    QWidget *m_window;
    QAction *m_cancel;
    QAction *m_start;
    QAction *m_stacks;
    QAction *m_resubmit;
    QAction *m_register;
    QAction *m_delete;
    QAction *m_copyId;
    PendingReply<void> m_request;
    PendingReply<QStringList> m_stacksRequest;
    PendingReply<Job> m_jobRequest;
};

} // namespace Roost::Ui
