// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/workspace/openworkspaces.h"

#include <QPushButton>
#include <QWidget>

class QPushButton;
class QVBoxLayout;

namespace Roost::Ui {

/// The actions that open a workspace (a new one, a folder, the config.json of Azure, an MLflow server), and below them
/// the recent workspaces with their states.
class WorkspaceList : public QWidget
{
    Q_OBJECT
public:
    explicit WorkspaceList(OpenWorkspaces &workspaces, QWidget *parent = nullptr);

    /// If true, accents the button that creates a workspace, because there are no other workspaces.
    void setFirst(bool first);
    /// Each of these asks for the required data and emits openWanted() if the user has chosen a workspace.
    void createWorkspace();
    void openFolder();
    void openConfig();
    void openServer();
    /// Asks how to sign in to a server that was opened before.
    void changeSignIn(const QString &address);

Q_SIGNALS:
    void openWanted(const QString &address);
    /// Emitted if how to sign in could not be stored.
    void failed(const Error &error);

private:
    void fill();

    OpenWorkspaces &m_workspaces;
    QPushButton *m_create;
    QVBoxLayout *m_recent;
    QString m_shown;
};

} // namespace Roost::Ui
