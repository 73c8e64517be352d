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

/// The logs of a run: one log, or all ranks by time, is visible; the others are a click away, each with its own
/// position and follow state. LogTabs holds the views, LogSides shows one or two of them, LogFindControl finds and
/// filters, LogSaver saves.
class LogPane : public QWidget
{
    Q_OBJECT
public:
    /// Both outlive the pane.
    LogPane(Items::OpenRun *run, Navigator *navigator, QWidget *parent = nullptr);

    /// Shows a log and, with `line`, goes to that line.
    void showLog(const Items::LogSource &source, std::optional<Logs::LineNumber> line = {});
    /// The visible log, or the left one of two; empty while the run has no log.
    const std::optional<Items::LogSource> &currentSource() const;
    LogView *currentView() const;
    Items::RunLogs *logs() const { return m_logs; }

    /// Height of the bar at the lower end; 0 if there is none.
    int footHeight() const;
    void find();
    void focusFilter();
    void goToPlace();
    bool walkErrors(int direction);
    /// Handles the keys that scroll or scale the log wherever the focus is on its page; false for other keys.
    bool takeKey(QKeyEvent *event);
    /// The files of tracebacks to show as links, see fileWanted().
    void setOpenable(const std::function<bool(const QString &path)> &isOpenable);
    /// Call when the function of setOpenable() returns other results than before.
    void refreshLinks();
    /// Shows two logs side by side, synchronized by time, or one again; false if there are no two logs. Find and
    /// filter act on both; navigation between matches and errors acts on the one that had the keyboard focus last.
    bool toggleBeside();
    /// Goes to the first line written at `ms` or later; with `rank` >= 0 to the first such line of that rank, if its
    /// lines are shown.
    void goToTime(qint64 ms, int rank);

    QVariantMap saveState() const;
    void restoreState(const QVariantMap &state);

Q_SIGNALS:
    /// A click on a file that a traceback names; line numbers count from 1.
    void fileWanted(const QString &path, int line);
    void footChanged();

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
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
    void showRange();
    /// The log has been read and is empty.
    bool isBlank() const;
    QString emptySentence() const;

    Items::RunDocument *m_run;
    Items::RunLogs *m_logs;
    Navigator *m_navigator;
    bool m_chosen = false;                              // by the user, not by default
    bool m_blank = false;                               // isBlank() at the last refresh
    std::optional<std::pair<qint64, int>> m_wantedTime; // see goToTime(): pending until the log is read so far
    LogTools *m_tools;
    LogPicker *m_picker;
    ErrorBar *m_error;
    QStackedWidget *m_stack; // a view for each log shown at the left so far
    LogTabs *m_tabs;
    EmptyState *m_empty;
    ContentStack *m_content; // m_stack, or the reason why there is no log to show
    LogSides *m_sides;
    RanksSidebar *m_sidebar;
    LogFindControl *m_search;
    LogSaver *m_saver;
    QTimer m_statusTimer;
};

} // namespace Roost::Ui
