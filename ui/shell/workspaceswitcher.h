// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QMenu>

namespace Roost::Ui {

class OpenWorkspaces;
class WorkspaceList;

/// The menu of the workspace button in the rail: the recent workspaces with their states, and the ways to open another
/// workspace.
class WorkspaceSwitcher : public QMenu
{
    Q_OBJECT
public:
    /// `list` provides the actions that open another workspace. Both must outlive the menu.
    WorkspaceSwitcher(OpenWorkspaces &workspaces, WorkspaceList &list, QWidget *parent = nullptr);

    /// Sets the workspace of the window, which is checked in the menu.
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
