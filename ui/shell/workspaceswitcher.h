// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QMenu>

namespace Roost::Ui {

class OpenWorkspaces;
class WorkspaceList;

/// The menu of the rail's workspace button: the recent workspaces with their state, and the ways into another one.
class WorkspaceSwitcher : public QMenu
{
    Q_OBJECT
public:
    /// The ways into another one are those of `list`. Both outlive it.
    WorkspaceSwitcher(OpenWorkspaces &workspaces, WorkspaceList &list, QWidget *parent = nullptr);

    /// The workspace that the window shows; it is checked in the menu.
    void setCurrent(const QString &address) { m_current = address; }

Q_SIGNALS:
    void openWanted(const QString &address);

private:
    void fill();

    OpenWorkspaces &m_workspaces;
    WorkspaceList &m_list;
    QString m_current;
};

} // namespace Roost::Ui
