// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shell/cheatsheet.h"

#include <QAction>
#include <QObject>

#include <functional>

namespace Roost::Ui {

/// The actions of a window and their keys, in one list that the palette and the cheat sheet share.
class WindowActions : public QObject
{
    Q_OBJECT
public:
    explicit WindowActions(QWidget *window);

    /// Adds an action with the object name "action<Name>". The first key is the one that is shown.
    QAction *add(const QString &group, const QString &name, const QString &text, const QString &icon,
                 const QList<QKeySequence> &keys, std::function<void()> act);
    QAction *find(const QString &name) const;
    const QList<QAction *> &all() const { return m_actions; }
    /// Returns the keys of all actions, and the keys that views handle themselves.
    QList<CheatSheet::Entry> keys() const;

private:
    QWidget *m_window;
    QList<QAction *> m_actions;
    QList<QString> m_groups;
};

} // namespace Roost::Ui
