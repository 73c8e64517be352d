// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/items/base/pathkind.h"
#include "models/items/base/tone.h"
#include "ui/workspace/openworkspaces.h"

#include <QAbstractButton>

namespace Roost::Ui {

/// One recent workspace: kind, name, where it is, and its state when it is open.
class WorkspaceRow : public QAbstractButton
{
    Q_OBJECT
public:
    WorkspaceRow(OpenWorkspaces &sessions, QString address, QWidget *parent = nullptr);

    QSize sizeHint() const override;

protected:
    void showEvent(QShowEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;

private:
    void read();
    void look();

    OpenWorkspaces &m_sessions;
    QString m_address;
    QString m_title;
    QString m_icon;
    QString m_state;
    Items::Tone m_tone = Items::Tone::Neutral;
    bool m_gone = false;
    PendingReply<Items::PathKind> m_looking;
};

/// The connection of a session in a word: "connected", "reconnecting" ...
QString connectionText(Items::WorkspaceSession::State state);
Items::Tone connectionTone(Items::WorkspaceSession::State state);

} // namespace Roost::Ui
