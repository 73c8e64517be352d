// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractItemView>
#include <QApplication>
#include <QTest>
#include <QWidget>

namespace Roost::Testing {

/// A simulated user of the window: finds a visible widget by its object name, waits for it, clicks and types. A test
/// changes the window only through keys and clicks; its assertions may read the widgets. A widget that does not become
/// visible in time fails the test; there are no further waits after that.
class Person
{
public:
    /// In ms; long enough for sanitizers and a busy machine.
    static constexpr int Patience = 60000;

    /// Returns the visible, enabled widget of that name in any window. If there is none in time, fails the test and
    /// returns null.
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

    /// Like `see`, but neither waits nor fails the test.
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
    /// Replaces the content of a field with `text`.
    static void write(const QString &name, const QString &text);
    static void press(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier);
    /// Waits for the row that shows `text` in any column and clicks it.
    static void clickRow(const QString &view, const QString &text, bool twice = false);
    /// Clicks the tab of that title.
    static void clickTab(const QString &tabs, const QString &title);
    /// Pastes `path` into the next file dialog and accepts the dialog. Call before the action that opens the dialog.
    static void willChoose(const QString &path);
    /// Saves a picture of the active window, light and dark, below ROOST_E2E_PICTURES if this variable is set.
    static void picture(const QString &name);

    /// Returns the row of a view that shows `text` in any column, at any depth; invalid if there is none.
    static QModelIndex row(const QAbstractItemView *view, const QString &text);

private:
    static inline bool lost = false;
    /// Waits until a widget does not move any more: the layout of a widget that was just shown may still change.
    static void settle(QWidget *widget);
    static void missing(const QString &name);
};

} // namespace Roost::Testing
