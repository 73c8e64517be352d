// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/items/base/pathkind.h"
#include "models/items/base/tone.h"
#include "ui/workspace/openworkspaces.h"

#include <QAbstractButton>

namespace Roost::Ui {

/// One recent workspace: the icon of its kind, its name, its address, and its state if it is open.
class WorkspaceRow : public QAbstractButton
{
    Q_OBJECT
public:
    WorkspaceRow(OpenWorkspaces &workspaces, QString address, QWidget *parent = nullptr);

    QSize sizeHint() const override;

Q_SIGNALS:
    /// Emitted when the user wants to change how to sign in to the server.
    void signInWanted();

protected:
    void showEvent(QShowEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;

private:
    void showState();
    void checkFolder();
    bool isServer() const;

    OpenWorkspaces &m_workspaces;
    QString m_address;
    QString m_title;
    QString m_icon;
    QString m_state;
    Items::Tone m_tone = Items::Tone::Neutral;
    bool m_isMissing = false;
    PendingReply<Items::PathKind> m_kind;
};

/// Returns the state of a connection in one word: "connected", "reconnecting", ...
QString connectionText(Items::WorkspaceSession::State state);
Items::Tone connectionTone(Items::WorkspaceSession::State state);

} // namespace Roost::Ui
