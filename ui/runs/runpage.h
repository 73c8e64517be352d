// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/items/openrun/openrun.h"
#include "ui/pages/pageview.h"

class QTabWidget;

namespace Roost::Ui {

class CodePane;
class ConfirmBar;
class ContentStack;
class EmptyState;
class ErrorBar;
class Label;
class LogPane;
class MetricsPane;
class OutputsPane;
class OverviewPane;
class PhaseTimeline;
class StalledRanksBar;
class StateBadge;

/// One run: what state it is in, its phases, and tabs for all that is known of it.
class RunPage : public PageView
{
    Q_OBJECT
public:
    RunPage(Items::WorkspaceSession &session, Navigator &navigator, const QString &runId, QWidget *parent = nullptr);
    ~RunPage() override;

    QString runId() const { return m_run.runId(); }
    Items::OpenRun *openRun() { return &m_open; }
    Items::RunDocument *document() { return &m_run; }

    QString title() const override;
    QList<Crumb> breadcrumb() const override;
    QWidget *headerState() override;
    QList<QAction *> headerActions() override;
    QList<QAction *> menuActions() override;
    void activate() override;
    void deactivate() override;
    void refresh() override;
    bool find() override;
    bool focusFilter() override;
    bool goToPlace() override;
    bool toggleBeside() override;
    int footHeight() const override;
    bool walkErrors(int direction) override;
    bool isLoaded() const override;
    QVariantMap saveState() const override;
    void restoreState(const QVariantMap &state) override;

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    void buildActions();
    void buildTabs();
    QAction *addAction(const QString &name, const QString &icon, const QString &text, const QString &tip);
    void showRun();
    void showState();
    bool isDeleted() const;
    bool isRepeatable() const;
    void showTab(QWidget *tab);
    void askStart();
    void askCancel();
    void takeStacks();
    void askDelete();
    void resubmit();
    void registerModel(const QString &path);
    bool failed(const Error &error);
    void showRankLog(int rank);

    Items::OpenRun m_open;
    Items::RunDocument &m_run;
    StateBadge *m_badge;
    ErrorBar *m_error;
    ConfirmBar *m_confirm;
    StalledRanksBar *m_silence;
    PhaseTimeline *m_timeline;
    Label *m_reason; // why it waits
    QTabWidget *m_tabs;
    EmptyState *m_deleted;
    ContentStack *m_stack = nullptr;
    OverviewPane *m_overview;
    MetricsPane *m_metrics;
    LogPane *m_logs;
    OutputsPane *m_outputs;
    CodePane *m_code;
    QAction *m_start = nullptr;
    QAction *m_cancel = nullptr;
    QAction *m_takeStacks = nullptr;
    QAction *m_resubmit = nullptr;
    QAction *m_register = nullptr;
    QAction *m_delete = nullptr;
    QAction *m_copyId = nullptr;
    QTimer m_clock;
    bool m_tabChosen = false;
    bool m_seen = false;
    bool m_failureShown = false; // a failed run shows its cause by itself, once
    PendingReply<void> m_acting;
    PendingReply<QStringList> m_stacking;
    PendingReply<Job> m_askingJob;
};

} // namespace Roost::Ui
