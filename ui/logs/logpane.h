// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/items/runlogs.h"

#include <QMap>
#include <QTimer>
#include <QVariantMap>
#include <QWidget>

class QStackedWidget;

namespace Roost {

class EmptyState;
class FindBar;
class GoToBox;
class LogChips;
class LogPattern;
class LogTools;
class LogView;
class Navigator;
struct LogTab;

/// The logs of a run: one in view, or all ranks by time, the others a click away, each with its own place and follow
/// state.
class LogPane : public QWidget
{
    Q_OBJECT
public:
    /// Both outlive the pane.
    LogPane(RunDocument *run, Navigator *navigator, QWidget *parent = nullptr);
    ~LogPane() override;

    /// Shows a log by its path, or LogChips::allRanks(); with `line` it goes there.
    void showLog(const QString &path, std::optional<LineNumber> line = {});
    QString currentPath() const { return m_current; }
    LogView *currentView() const;
    /// Null while all ranks are shown.
    RunLog *currentLog();
    RunLogs *logs() { return &m_logs; }

    void setWatched(bool watched);
    void find();
    void focusFilter();
    void goToPlace();
    bool walkErrors(int direction);

    QVariantMap saveState() const;
    void restoreState(const QVariantMap &state);

private:
    void buildTools();
    void connectTab(LogTab *tab);
    void choose();
    LogTab *tabFor(const QString &path);
    LogTab *current() const;
    bool isShown(const QString &path) const;
    void refresh();
    void refreshStatus();
    QString statusOf(LogTab *tab) const;
    QString emptySentence() const;
    void next(bool forward);
    void setFind(const LogPattern &pattern);
    void setFilter(const LogPattern &pattern);
    LogPattern markable() const;
    void saveAs();
    void saveEach();
    void noteSaved(const QString &name, const Result<qint64> &size);

    RunDocument *m_run;
    Navigator *m_navigator;
    RunLogs m_logs;
    QMap<QString, std::shared_ptr<LogTab>> m_tabs;
    QString m_current;
    bool m_chosen = false; // by a person, not by default
    bool m_jumpToFirst = false;
    LogTools *m_tools;
    LogChips *m_chips;
    QStackedWidget *m_stack;
    EmptyState *m_empty;
    FindBar *m_find;
    FindBar *m_filter;
    GoToBox *m_goTo;
    QTimer m_statusTimer;
    Pending<qint64> m_saving;
    std::vector<std::unique_ptr<Pending<qint64>>> m_savingEach;
};

} // namespace Roost
