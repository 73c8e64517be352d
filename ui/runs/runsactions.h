// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/future.h"
#include "models/core/job.h"
#include "ui/navigation/navigator.h"

#include <QAction>
#include <QObject>

class QAction;
class QModelIndex;

namespace Roost::Items {
class RunsFilter;
class WorkspaceSession;
} // namespace Roost::Items

namespace Roost::Ui {

class ConfirmBar;
class TableView;

/// The actions on the selected run of a table. Actions that cannot be undone are first confirmed in `confirm`.
class RunsActions : public QObject
{
    Q_OBJECT
public:
    /// All parameters must outlive the actions.
    RunsActions(Items::WorkspaceSession &session, Navigator &navigator, TableView &table, Items::RunsFilter &filter,
                ConfirmBar &confirm, QObject *parent = nullptr);

    QList<QAction *> headerActions() const;
    QList<QAction *> menuActions() const;
    /// Checkable; the page handles it.
    QAction *quickLook() const { return m_quickLook; }
    /// Enables the actions that apply to the selected run.
    void refresh();
    QString currentId() const;
    void open(const QModelIndex &index, Navigator::Where where);
    /// Asks whether to cancel the run, or to delete it if it has ended.
    void removeOrCancel(const QModelIndex &index);
    /// Shows the context menu of the row at `at`, a position in the viewport of the table.
    void showMenu(const QPoint &at);

Q_SIGNALS:
    /// Emitted when a run was started, canceled or deleted, or when that failed.
    void done();

private:
    QAction *add(const QString &name, const QString &icon, const QString &text);
    void confirmStart();
    void resubmit();
    void finish(const Result<void> &result);

    Items::WorkspaceSession &m_session;
    Navigator &m_navigator;
    TableView &m_table;
    Items::RunsFilter &m_filter;
    ConfirmBar &m_confirm;
    QAction *m_new;
    QAction *m_open;
    QAction *m_quickLook;
    QAction *m_start;
    QAction *m_cancel;
    QAction *m_delete;
    QAction *m_resubmit;
    QAction *m_copyId;
    PendingReply<void> m_request;
    PendingReply<Job> m_jobRequest;
};

} // namespace Roost::Ui
