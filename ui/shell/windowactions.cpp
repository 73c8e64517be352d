// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/windowactions.h"

#include "ui/theme/theme.h"

#include <QWidget>

#include <algorithm>
#include <utility>

namespace Roost::Ui {

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
    const auto native = [](const char *keys) {
        return QKeySequence(QString::fromLatin1(keys)).toString(QKeySequence::NativeText);
    };
    // The keys that views handle themselves, in the order of the sheet.
    QStringList views;
    const auto add = [&](const QString &group, const QString &keys, const QString &text) {
        if (!views.contains(group))
            views += group;
        entries.append({group, keys, text});
    };
    const QString lists = tr("In lists");
    add(lists, native("Return"), tr("Open"));
    add(lists, native("Ctrl+Return"), tr("Open in a new window"));
    add(lists, native("Space"), tr("Quick look at a run"));
    add(lists, native("Del"), tr("Cancel or delete"));
    add(lists, native("Home") + u", "_s + native("End"), tr("First and last row"));
    const QString charts = tr("In charts");
    add(charts, tr("%1 and wheel").arg(native("Ctrl+A").section(u'+', 0, 0)), tr("Zoom all charts"));
    add(charts, u"+, −"_s, tr("Zoom in and out"));
    add(charts, native("Left") + u", "_s + native("Right"), tr("Go along"));
    add(charts, native("Home"), tr("Show all, as a double click"));
    add(charts, tr("%1 and drag").arg(native("Shift+A").section(u'+', 0, 0)), tr("Zoom to a box"));
    const QString logs = tr("In logs");
    add(logs, native("Ctrl+Home") + u", "_s + native("Ctrl+End"), tr("Start and end of the log"));
    add(logs, native("PgUp") + u", "_s + native("PgDown"), tr("Page up and down"));
    add(logs, native("Return") + u", "_s + native("Shift+Return"), tr("In the find bar: next and previous hit"));
    add(logs, native("Esc"), tr("Close the find bar"));
    add(logs, u"M, A"_s, tr("In the list of ranks: mute one, show all"));
    const QString wizard = tr("In a new run");
    add(wizard, tr("Alt and the underlined letter"), tr("Next step, back, submit, a field"));
    add(wizard, native("Up") + u", "_s + native("Down"), tr("In the list of steps: another step"));
    add(wizard, native("Ctrl+O"), tr("Open a job file"));
    add(wizard, native("Ctrl+S"), tr("Save as a job file"));
    std::ranges::stable_sort(entries, [this, &views](const auto &a, const auto &b) {
        const auto place = [this, &views](const CheatSheet::Entry &entry) {
            const qsizetype view = views.indexOf(entry.group);
            return view >= 0 ? m_groups.size() + view : m_groups.indexOf(entry.group);
        };
        return place(a) < place(b);
    });
    return entries;
}

} // namespace Roost::Ui
