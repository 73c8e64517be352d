// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/items/openrun/openrun.h"

#include <QTimer>
#include <QVariantMap>
#include <QWidget>

class QStackedWidget;

namespace Roost::Ui {

class ContentStack;
class EmptyState;
class ErrorBar;
class LogPicker;
class LogSaver;
class LogFindControl;
class LogSides;
class LogTab;
class LogTabs;
class LogTools;
class LogView;
class Navigator;
class RanksSidebar;

/// The logs of a run: one log, or all ranks ordered by time, is visible. Each log keeps its position and whether it
/// follows its end. LogTabs contains the views, LogSides shows one or two of them, LogFindControl finds and filters,
/// LogSaver saves.
class LogPane : public QWidget
{
    Q_OBJECT
public:
    /// `run` and `navigator` must outlive the pane.
    LogPane(Items::OpenRun *run, Navigator *navigator, QWidget *parent = nullptr);

    /// Shows a log and goes to `line` if it is set.
    void showLog(const Items::LogSource &source, std::optional<Logs::LineNumber> line = {});
    /// The visible log, or the left of two; empty if the run has no log.
    const std::optional<Items::LogSource> &currentSource() const;
    LogView *currentView() const;
    Items::RunLogs *logs() const { return m_logs; }

    /// Returns the height in pixels of the bar at the bottom; 0 if there is none.
    int footHeight() const;
    void find();
    void focusFilter();
    void goToPlace();
    bool walkErrors(int direction);
    /// Handles the keys that scroll the log or change its text size, wherever on its page the focus is. Returns false
    /// for other keys.
    bool handleKey(QKeyEvent *event);
    /// Sets which files of tracebacks are shown as links, see fileWanted().
    void setOpenable(const std::function<bool(const QString &path)> &isOpenable);
    /// Call when the function passed to setOpenable() returns different results.
    void refreshLinks();
    /// Shows two logs side by side, synchronised by time, or only one again. Returns false if there are no two logs.
    /// Finding and filtering apply to both; going to matches and errors applies to the log that had the keyboard focus
    /// last.
    bool toggleCompare();
    /// Goes to the first line that was written at `time` or later. If the lines of `rank` are shown, goes to the first
    /// such line of that rank.
    void goToTime(TimePoint time, std::optional<int> rank);

    QVariantMap saveState() const;
    void restoreState(const QVariantMap &state);

Q_SIGNALS:
    /// Emitted when the user clicks a file in a traceback; line numbers count from 1.
    void fileWanted(const QString &path, int line);
    void footChanged();

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    /// Arguments of goToTime().
    struct PendingTime
    {
        TimePoint time;
        std::optional<int> rank;
    };

    void layOut();
    void connectTools();
    void connectParts();
    void connectTab(LogTab *tab);
    void choose(const Items::LogSource &source);
    void showDefault();
    void refresh();
    void refreshStatus();
    void refreshStatusSoon();
    bool isAllRanks() const;
    bool showsRanks() const;
    void refreshShownTime();
    /// Returns whether the log has been read and is empty.
    bool isBlank() const;
    QString emptySentence() const;

    Items::RunDocument *m_run;
    Items::RunLogs *m_logs;
    Navigator *m_navigator;
    bool m_isChosen = false;                  // selected by the user, not by default
    bool m_wasBlank = false;                  // isBlank() at the last update
    std::optional<PendingTime> m_pendingTime; // see goToTime(); pending until it has been read
    LogTools *m_tools;
    LogPicker *m_picker;
    ErrorBar *m_error;
    QStackedWidget *m_stack; // one view per log that was shown at the left
    LogTabs *m_tabs;
    EmptyState *m_empty;
    ContentStack *m_content; // m_stack, or the reason why there is no log
    LogSides *m_sides;
    RanksSidebar *m_sidebar;
    LogFindControl *m_search;
    LogSaver *m_saver;
    QTimer m_statusTimer;
};

} // namespace Roost::Ui
