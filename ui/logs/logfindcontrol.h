// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/logs/file/logtext.h"
#include "models/logs/match/logpattern.h"

#include <QObject>
#include <QPointer>

class QWidget;

namespace Roost::Ui {

class FindBar;
class GoToBox;
class LogSides;
class LogTab;

/// Finds, filters and goes to lines in the visible logs. Finding and filtering apply to both of two logs, everything
/// else to the active one.
class LogFindControl : public QObject
{
    Q_OBJECT
public:
    /// `sides` must outlive the control. The box for going to a line opens over `over`; `pane` is the parent of the
    /// bars.
    LogFindControl(LogSides *sides, QWidget *over, QWidget *pane);

    FindBar *findBar() const { return m_find; }
    FindBar *filterBar() const { return m_filter; }
    void openFind();
    void openFilter();
    void openGoTo();
    /// Returns the height of the find bar; 0 while it is hidden.
    int findBarHeight() const;

    /// Applies the patterns of the bars to a log that becomes visible.
    void applyTo(LogTab *tab) const;
    /// Updates the number of lines found in the bars.
    void refresh();
    /// Returns the text to offer for highlighting in all logs: the selection, or else the pattern of the find bar.
    Logs::LogPattern markable() const;
    /// Call when the lines of the finder of `tab` have changed. The first match of a new pattern is shown at once.
    void onFound(LogTab *tab);

Q_SIGNALS:
    void changed();
    void findBarToggled();

private:
    void setFind(const Logs::LogPattern &pattern);
    void setFilter(const Logs::LogPattern &pattern);
    void goToNext(bool forward);

    LogSides *m_sides;
    FindBar *m_find;
    FindBar *m_filter;
    GoToBox *m_goTo;
    QPointer<LogTab> m_awaitingMatch; // the log that goes to its first match as soon as there is one
};

} // namespace Roost::Ui
