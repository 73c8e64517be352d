// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/items/runlogs/runlogs.h"
#include "ui/logs/logtabs.h"

#include <QSplitter>

namespace Roost::Ui {

class Label;
class LogCompareView;
class ScrollSync;

/// The visible logs of a pane: one, or two side by side that show the same time.
class LogSides : public QSplitter
{
    Q_OBJECT
public:
    /// `left` is the content of the left side below its header; the object takes ownership of it. `logs` and `tabs`
    /// must outlive the object.
    LogSides(Items::RunLogs *logs, LogTabs *tabs, QWidget *left, QWidget *parent = nullptr);

    /// The log at the left; empty before the first setSource().
    const std::optional<Items::LogSource> &source() const { return m_source; }
    /// Shows a log at the left and makes it active. Then put its view into `left` and call refreshCompare().
    LogTab *setSource(const Items::LogSource &source);
    /// Scrolls the log at the right, if there is one, to the time of the log at the left.
    void refreshCompare();

    bool isComparing() const;
    /// Returns the log at the right; empty if one log is shown.
    std::optional<Items::LogSource> comparedSource() const;
    /// Shows the log of a rank at the right.
    void compareWith(const Items::LogSource &source);
    void closeCompare();

    LogTab *current() const { return m_tabs->find(LogTabs::Side::Left, m_source); }
    LogTab *compared() const;
    /// Returns the log that has the keyboard focus, or had it before a bar received the focus. Null if no log is shown.
    LogTab *active() const;
    /// Returns no tab, one, or two.
    QList<LogTab *> shown() const;
    /// Call when the view of `tab` receives the keyboard focus.
    void setActive(const LogTab *tab);

Q_SIGNALS:
    /// Emitted when a second log is shown, when one of the two logs changes, and when the second log is closed.
    void compareChanged();

private:
    Items::RunLogs *m_logs;
    LogTabs *m_tabs;
    std::optional<Items::LogSource> m_source;
    bool m_rightActive = false;
    Label *m_head; // above the log at the left, if two are shown
    LogCompareView *m_compare;
    QPointer<ScrollSync> m_sync; // while two logs are shown
};

} // namespace Roost::Ui
