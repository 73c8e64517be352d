// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/workspace/openworkspaces.h"

#include <QPushButton>
#include <QWidget>

class QPushButton;
class QVBoxLayout;

namespace Roost::Ui {

/// The ways into a workspace (new, a folder, the config.json of Azure, an MLflow server), and below them the recent
/// workspaces with their state.
class WorkspaceList : public QWidget
{
    Q_OBJECT
public:
    explicit WorkspaceList(OpenWorkspaces &workspaces, QWidget *parent = nullptr);

    /// True accents the button that creates a workspace: there is nothing else to do yet.
    void setFirst(bool first);
    /// Each asks for what it needs, and emits openWanted() where a person chose a workspace.
    void createWorkspace();
    void openFolder();
    void openConfig();
    void openServer();

Q_SIGNALS:
    void openWanted(const QString &address);

private:
    void fill();

    OpenWorkspaces &m_workspaces;
    QPushButton *m_create;
    QVBoxLayout *m_recent;
    QString m_shown;
};

} // namespace Roost::Ui
