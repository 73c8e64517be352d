// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

namespace Roost::Ui {

class OpenWorkspaces;
class WorkspaceList;

/// What a window shows before a workspace is open: what Roost is in one sentence, and the ways in.
class WelcomeView : public QWidget
{
    Q_OBJECT
public:
    explicit WelcomeView(OpenWorkspaces &sessions, QWidget *parent = nullptr);

    WorkspaceList *list() const { return m_list; }

private:
    WorkspaceList *m_list;
};

} // namespace Roost::Ui
