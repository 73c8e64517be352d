// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shell/cheatsheet.h"

#include <QAction>
#include <QObject>

#include <functional>

namespace Roost::Ui {

/// The actions of a window with their keys, in one list that the palette and the cheat sheet share.
class WindowActions : public QObject
{
    Q_OBJECT
public:
    explicit WindowActions(QWidget *window);

    /// `name` becomes the object name "action<Name>"; the first key is the one shown.
    QAction *add(const QString &group, const QString &name, const QString &text, const QString &icon,
                 const QList<QKeySequence> &keys, std::function<void()> act);
    QAction *find(const QString &name) const;
    const QList<QAction *> &all() const { return m_actions; }
    /// The keys of all actions, and those that views handle themselves.
    QList<CheatSheet::Entry> keys() const;

private:
    QWidget *m_window;
    QList<QAction *> m_actions;
    QList<QString> m_groups;
};

} // namespace Roost::Ui
