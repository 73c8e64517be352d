// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/items/openrun/openrun.h"

#include <QMap>
#include <QPointer>
#include <QTimer>
#include <QVariantMap>
#include <QWidget>

class QSplitter;
class QStackedWidget;

namespace Roost::Logs {
class LogPattern;
} // namespace Roost::Logs

namespace Roost::Ui {

class ContentStack;
class EmptyState;
class ErrorBar;
class FindBar;
class GoToBox;
class Label;
class LogCompareView;
class LogPicker;
class ScrollSync;
class LogTools;
class LogView;
class Navigator;
class RanksSidebar;
struct LogTab;

/// The logs of a run: one in view, or all ranks by time, the others a click away, each with its own place and follow
/// state.
class LogPane : public QWidget
{
    Q_OBJECT
public:
    /// Both outlive the pane.
    LogPane(Items::OpenRun *run, Navigator *navigator, QWidget *parent = nullptr);
    ~LogPane() override;

    /// Shows a log by its path, LogPicker::allRanks() or RanksSidebar::pathOf() a rank; with `line` it goes there.
    void showLog(const QString &path, std::optional<Logs::LineNumber> line = {});
    QString currentPath() const { return m_current; }
    LogView *currentView() const;
    Items::RunLogs *logs() { return &m_logs; }

    /// Of the bar at its lower end; 0 while there is none.
    int footHeight() const;
    void find();
    void focusFilter();
    void goToPlace();
    bool walkErrors(int direction);
    /// Keys that scroll or scale the log wherever the focus is on its page; false for others.
    bool takeKey(QKeyEvent *event);
    /// Which files of tracebacks are links, see fileWanted().
    void setOpenable(const std::function<bool(const QString &path)> &isOpenable);
    /// It answers otherwise than before.
    void repaintLinks() { setOpenable(m_isOpenable); }
    /// Two logs side by side, in step by time, or one again; false where there are no two. Find and filter act on both;
    /// matches and errors are walked in the one that had the keyboard last.
    bool toggleBeside();
    /// The first line that was written then; with `rank` >= 0 the first of that rank, where its lines are shown.
    void goToTime(qint64 ms, int rank);

    QVariantMap saveState() const;
    void restoreState(const QVariantMap &state);

Q_SIGNALS:
    /// A file that a traceback names was clicked; line numbers count from 1.
    void fileWanted(const QString &path, int line);
    /// footHeight() is another one.
    void footChanged();

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    void buildTools();
    void setZoom(int steps);
    void connectTab(LogTab *tab);
    void choose();
    LogTab *tabFor(const QString &path, const QString &side = {});
    Logs::LogText *textOf(const QString &path);
    LogTab *current() const;
    LogTab *besideTab() const;
    LogTab *active() const;
    QList<LogTab *> shownTabs() const;
    void takePatterns(LogTab *tab) const;
    bool isShown(const QString &path) const;
    void refresh();
    void refreshStatus();
    bool showsRanks() const;
    void showRange();
    void showBeside(const QString &path);
    void closeBeside();
    QString statusOf(LogTab *tab) const;
    bool isBlank() const;
    QString emptySentence() const;
    void next(bool forward);
    void setFind(const Logs::LogPattern &pattern);
    void setFilter(const Logs::LogPattern &pattern);
    Logs::LogPattern markable() const;
    void saveAs();
    void saveEach();
    void noteSaved(const QString &name, const Result<qint64> &size);

    Items::RunDocument *m_run;
    Navigator *m_navigator;
    Items::RunLogs &m_logs;
    QMap<QString, std::shared_ptr<LogTab>> m_tabs;
    QString m_current;
    int m_zoom = 0;
    std::function<bool(const QString &path)> m_isOpenable;
    bool m_chosen = false; // by a person, not by default
    bool m_blank = false;  // the log in view when it was looked at last
    bool m_besideActive = false;
    LogTab *m_jumping = nullptr;                        // to its first match, as soon as there is one
    std::optional<std::pair<qint64, int>> m_wantedTime; // to go to, see goToTime()
    LogTools *m_tools;
    LogPicker *m_chips;
    ErrorBar *m_error;
    QStackedWidget *m_stack; // one view for each log that was looked at
    Label *m_head;           // over the first of two logs
    LogCompareView *m_beside;
    QSplitter *m_sides;
    RanksSidebar *m_frame;
    QPointer<ScrollSync> m_step; // while two logs are shown
    EmptyState *m_empty;
    ContentStack *m_content; // m_stack, or why there is no log to show
    FindBar *m_find;
    FindBar *m_filter;
    GoToBox *m_goTo;
    QTimer m_statusTimer;
    PendingReply<qint64> m_saving;
    std::vector<std::unique_ptr<PendingReply<qint64>>> m_savingEach;
};

} // namespace Roost::Ui
