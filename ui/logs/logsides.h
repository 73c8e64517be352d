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

/// The visible logs of a pane: one, or two side by side that keep the same time.
class LogSides : public QSplitter
{
    Q_OBJECT
public:
    /// `left` is the content of the left side under its header; the object takes ownership. `logs` and `tabs` outlive
    /// it.
    LogSides(Items::RunLogs *logs, LogTabs *tabs, QWidget *left, QWidget *parent = nullptr);

    /// The log at the left; empty before the first setSource().
    const std::optional<Items::LogSource> &source() const { return m_source; }
    /// Makes a log the left and active one. The caller puts its view into `left`, then calls refreshCompare().
    LogTab *setSource(const Items::LogSource &source);
    /// Scrolls the log at the right, if there is one, to the time of the left one.
    void refreshCompare();

    bool isComparing() const;
    /// The path of the log at the right; empty while one log is shown.
    QString comparedPath() const;
    void compareWith(const QString &path);
    void closeCompare();

    LogTab *current() const { return m_tabs->find(LogTabs::Side::Left, m_source); }
    LogTab *compared() const;
    /// The log that has the keyboard focus, or had it before a bar received it. Null while no log is shown.
    LogTab *active() const;
    /// One tab, two, or none.
    QList<LogTab *> shown() const;
    /// Call when a view receives the keyboard focus.
    void setActive(const LogTab *tab);

Q_SIGNALS:
    /// Emitted when two logs are shown, when either of them changes, and when one is shown again.
    void compareChanged();

private:
    Items::RunLogs *m_logs;
    LogTabs *m_tabs;
    std::optional<Items::LogSource> m_source;
    bool m_rightActive = false;
    Label *m_head; // over the left one of two logs
    LogCompareView *m_compare;
    QPointer<ScrollSync> m_sync; // while two logs are shown
};

} // namespace Roost::Ui
