// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/workspace/openworkspaces.h"

#include <QWidget>

class QPushButton;
class QVBoxLayout;

namespace Roost::Ui {

/// Ways into a workspace: new, a folder, Azure's config.json, an MLflow server; below them the recent ones with
/// their state.
class WorkspaceList : public QWidget
{
    Q_OBJECT
public:
    explicit WorkspaceList(OpenWorkspaces &sessions, QWidget *parent = nullptr);

    /// Where nothing else is to be done first: making a workspace is the accented way in.
    void setFirst(bool first);
    /// Asks for what it needs; openWanted follows where one was chosen.
    void createWorkspace();
    void openFolder();
    void openConfig();
    void openServer();

Q_SIGNALS:
    void openWanted(const QString &address);

private:
    void fill();

    OpenWorkspaces &m_sessions;
    QPushButton *m_create;
    QVBoxLayout *m_recent;
    QString m_shown;
};

} // namespace Roost::Ui
