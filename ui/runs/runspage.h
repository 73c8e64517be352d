// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/items/runs/runsfilter.h"
#include "models/items/runs/runsquery.h"
#include "ui/pages/pageview.h"

#include <QTimer>

#include <memory>

class QSplitter;

namespace Roost::Ui {

class ConfirmBar;
class ContentStack;
class EmptyState;
class ErrorBar;
class QuickLook;
class RunsActions;
class RunsToolBar;
class TableView;

/// All runs of the workspace. Inserts new runs without moving the visible rows.
class RunsPage : public PageView
{
    Q_OBJECT
public:
    RunsPage(Items::WorkspaceSession &session, Navigator &navigator, QWidget *parent = nullptr);
    ~RunsPage() override;

    QString title() const override;
    QList<QAction *> headerActions() override;
    QList<QAction *> menuActions() override;
    void activate() override;
    void deactivate() override;
    void refresh() override;
    bool find() override;
    bool focusFilter() override;
    /// Shows only the runs of `experiment`.
    void showExperiment(const QString &experiment);
    bool isLoaded() const override;
    QVariantMap saveState() const override;
    void restoreState(const QVariantMap &state) override;

private:
    void makeTable();
    void makeLayout();
    void keepScrollOnInsert();
    void loadMoreNearTheEnd();
    void readAllWhereNeeded();
    void fitCauseColumn();
    void showState();
    void showNoMatch();
    void setQuickLook(bool shown);
    void tick();

    Items::RunsQuery m_query;
    Items::RunsFilter m_filter;
    TableView *m_table;
    QuickLook *m_quickLook;
    QSplitter *m_splitter;
    ErrorBar *m_error;
    ConfirmBar *m_confirm;
    EmptyState *m_empty;
    EmptyState *m_noMatch;
    ContentStack *m_body;
    RunsActions *m_actions;
    RunsToolBar *m_tools;
    bool m_needsAllExperiments = false; // true after the box of experiments was opened
    qsizetype m_causeLetters = 0;
    QTimer m_clock;
    std::unique_ptr<ContentStack> m_stack; // last: its widgets use the models above until they are destroyed
};

} // namespace Roost::Ui
