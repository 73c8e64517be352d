// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

namespace Roost::Ui {

class OpenWorkspaces;
class WorkspaceList;

/// The content of a window without a workspace: one sentence about Roost, and the list of workspaces to open.
class WelcomeView : public QWidget
{
    Q_OBJECT
public:
    explicit WelcomeView(OpenWorkspaces &workspaces, QWidget *parent = nullptr);

    WorkspaceList *list() const { return m_list; }

private:
    WorkspaceList *m_list;
};

} // namespace Roost::Ui
