// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/windowactions.h"

#include "ui/theme/theme.h"

#include <QWidget>

namespace Roost {

using namespace Qt::StringLiterals;

WindowActions::WindowActions(QWidget *window)
    : QObject(window)
    , m_window(window)
{
}

QAction *WindowActions::add(const QString &group, const QString &name, const QString &text, const QString &icon,
                            const QList<QKeySequence> &keys, std::function<void()> act)
{
    auto *action = new QAction(text, this);
    action->setObjectName(u"action"_s + name);
    action->setProperty("iconName", icon);
    if (!icon.isEmpty())
        action->setIcon(Theme::icon(icon));
    action->setShortcuts(keys);
    action->setShortcutContext(Qt::WindowShortcut);
    const QString shown = action->shortcut().toString(QKeySequence::NativeText);
    action->setToolTip(shown.isEmpty() ? text : u"%1 (%2)"_s.arg(text, shown));
    connect(action, &QAction::triggered, m_window, [act = std::move(act)] { act(); });
    m_window->addAction(action);
    m_actions.append(action);
    m_groups.append(group);
    return action;
}

QAction *WindowActions::find(const QString &name) const
{
    for (QAction *action : m_actions) {
        if (action->objectName() == u"action"_s + name)
            return action;
    }
    return nullptr;
}

QList<CheatSheet::Entry> WindowActions::keys() const
{
    QList<CheatSheet::Entry> entries;
    for (qsizetype i = 0; i < m_actions.size(); ++i) {
        const QString keys = m_actions.at(i)->shortcut().toString(QKeySequence::NativeText);
        if (!keys.isEmpty())
            entries.append({m_groups.at(i), keys, m_actions.at(i)->text()});
    }
    const QString lists = tr("In lists");
    const auto native = [](const char *keys) {
        return QKeySequence(QString::fromLatin1(keys)).toString(QKeySequence::NativeText);
    };
    entries.append({lists, native("Return"), tr("Open")});
    entries.append({lists, native("Ctrl+Return"), tr("Open in a new window")});
    entries.append({lists, native("Space"), tr("Quick look at a run")});
    entries.append({lists, native("Del"), tr("Cancel or delete")});
    std::ranges::stable_sort(entries, [this, &lists](const auto &a, const auto &b) {
        const auto place = [this, &lists](const CheatSheet::Entry &entry) {
            return entry.group == lists ? m_groups.size() : m_groups.indexOf(entry.group);
        };
        return place(a) < place(b);
    });
    return entries;
}

} // namespace Roost
