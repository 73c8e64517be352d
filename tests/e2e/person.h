// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractItemView>
#include <QApplication>
#include <QTest>
#include <QWidget>

namespace Roost::Testing {

/// A person at the window: finds what is in view by its object name, waits for it, clicks, types. Everything a
/// test does to the window goes through keys and clicks; what it asserts, it may read from the widgets.
/// A thing that does not come into view in time fails the test; from then on nothing is waited for any more.
class Person
{
public:
    /// Generous: sanitizers and a busy machine.
    static constexpr int Patience = 60000;

    /// The visible, enabled widget of that name in any window; null (and a failed test) when none comes.
    template <typename T = QWidget>
    static T *see(const QString &name, int timeoutMs = Patience)
    {
        T *found = nullptr;
        if (!QTest::qWaitFor([&] { return (found = find<T>(name)) != nullptr; }, lost ? 0 : timeoutMs))
            missing(name);
        else if (!lost)
            settle(found);
        return found;
    }

    /// The same without waiting and without failing.
    template <typename T = QWidget>
    static T *find(const QString &name)
    {
        for (QWidget *window : QApplication::topLevelWidgets()) {
            if (!window->isVisible())
                continue;
            const auto children = window->findChildren<T *>(name);
            for (T *child : children) {
                if (child->isVisible() && child->isEnabled())
                    return child;
            }
            if (auto *self = qobject_cast<T *>(window); self && window->objectName() == name)
                return self;
        }
        return nullptr;
    }

    static void click(const QString &name);
    /// Replaces what stands in a field by `text`.
    static void write(const QString &name, const QString &text);
    static void press(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier);
    /// Waits for the row that shows `text` in any column and clicks it.
    static void clickRow(const QString &view, const QString &text, bool twice = false);
    /// Clicks the tab of that title.
    static void clickTab(const QString &tabs, const QString &title);
    /// The next file dialog gets `path` pasted and is accepted. Call it before what opens the dialog.
    static void willChoose(const QString &path);
    /// Keeps a picture of the window in front, light and dark, under ROOST_E2E_PICTURES, where that is set.
    static void picture(const QString &name);

    /// The row of a view that shows `text` in any column, below any node; invalid where none does.
    static QModelIndex row(const QAbstractItemView *view, const QString &text);

private:
    static inline bool lost = false;
    /// Waits until a widget stands still: one that was just shown may still be laid out.
    static void settle(QWidget *widget);
    static void missing(const QString &name);
};

} // namespace Roost::Testing
