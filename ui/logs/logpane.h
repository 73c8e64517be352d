// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/items/runlog.h"

#include <QMap>
#include <QVariantMap>
#include <QWidget>

class QHBoxLayout;
class QStackedWidget;
class QToolButton;

namespace Roost {

class EmptyState;
class FindBar;
class Label;
class LogPattern;
class LogSearch;
class LogView;
class Navigator;

/// "Driver log", "Rank 3", "Environment build", or the file's own name.
QString logTitle(const QString &path);

/// The logs of a run: one in view, the others a click away, each with its own place and follow state.
class LogPane : public QWidget
{
    Q_OBJECT
public:
    /// Both outlive the pane.
    LogPane(RunDocument *run, Navigator *navigator, QWidget *parent = nullptr);
    ~LogPane() override;

    /// Shows a log by its path; with `line` it goes there.
    void showLog(const QString &path, std::optional<LineNumber> line = {});
    QString currentPath() const { return m_current; }
    LogView *currentView() const;
    RunLog *currentLog() const;

    void setWatched(bool watched);
    void find();
    void focusFilter();
    bool walkErrors(int direction);

    QVariantMap saveState() const;
    void restoreState(const QVariantMap &state);

private:
    struct Tab;
    void buildTools();
    QToolButton *addTool(const QString &name, const QString &icon, const QString &text, const QString &tip);
    void rebuildChips();
    Tab *tabFor(const QString &path);
    Tab *current() const;
    void connectTab(Tab *tab);
    void refresh();
    void refreshStatus();
    void next(bool forward);
    void setFind(const LogPattern &pattern);
    void setFilter(const LogPattern &pattern);
    void saveAs();

    RunDocument *m_run;
    Navigator *m_navigator;
    QMap<QString, std::shared_ptr<Tab>> m_tabs;
    QString m_current;
    bool m_watched = true;
    bool m_wrapping = true;
    bool m_chosen = false; // by a person, not by default
    QWidget *m_tools;
    QHBoxLayout *m_chips;
    QStackedWidget *m_stack;
    EmptyState *m_empty;
    FindBar *m_find;
    FindBar *m_filter;
    Label *m_status;
    QToolButton *m_follow = nullptr;
    QToolButton *m_wrap = nullptr;
    QToolButton *m_errors = nullptr;
    QToolButton *m_save = nullptr;
    bool m_jumpToFirst = false;
    Pending<qint64> m_saving;
};

} // namespace Roost
