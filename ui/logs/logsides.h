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

/// The logs that a pane shows: one, or two beside each other that keep the same time.
class LogSides : public QSplitter
{
    Q_OBJECT
public:
    /// `left` is what the left side shows under its head; it is taken over. `logs` and `tabs` outlive it.
    LogSides(Items::RunLogs *logs, LogTabs *tabs, QWidget *left, QWidget *parent = nullptr);

    /// The log at the left; empty before the first setSource().
    const std::optional<Items::LogSource> &source() const { return m_source; }
    /// Makes a log the left one and the active one. The caller puts its view into `left`, then calls refreshCompare().
    LogTab *setSource(const Items::LogSource &source);
    /// Keeps the log at the right, if there is one, at the time of the left one.
    void refreshCompare();

    bool isComparing() const;
    /// The path of the log at the right; empty while one log is shown.
    QString comparedPath() const;
    void compareWith(const QString &path);
    void closeCompare();

    LogTab *current() const { return m_tabs->find(LogTabs::Side::Left, m_source); }
    LogTab *compared() const;
    /// The log that has the keyboard, or had it before a bar got it. Null while no log is shown.
    LogTab *active() const;
    /// One tab, two, or none.
    QList<LogTab *> shown() const;
    /// A view got the keyboard.
    void setActive(const LogTab *tab);

Q_SIGNALS:
    /// Two logs are shown, other ones than before, or one again.
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
