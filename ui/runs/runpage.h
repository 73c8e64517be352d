// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/items/openrun/openrun.h"
#include "ui/pages/pageview.h"

#include <QTimer>

#include <memory>

class QTabWidget;

namespace Roost::Ui {

class CodePane;
class ConfirmBar;
class ContentStack;
class EmptyState;
class ErrorBar;
class Label;
class LogPane;
class MediaPane;
class MetricsPane;
class OutputsPane;
class OverviewPane;
class PhaseTimeline;
class RunActions;
class StalledRanksBar;
class StateBadge;

/// One run: its state, its phases, and tabs for the details.
class RunPage : public PageView
{
    Q_OBJECT
public:
    RunPage(Items::WorkspaceSession &session, Navigator &navigator, const QString &runId, QWidget *parent = nullptr);
    ~RunPage() override;

    QString runId() const { return m_run.runId(); }
    Items::OpenRun *openRun() { return &m_open; }
    Items::RunDocument *document() { return &m_run; }
    /// Shows the tab with that name, see Location::run(). The tab "media" is shown as soon as it exists.
    void showTab(const QString &name);

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
    bool toggleCompare() override;
    int footHeight() const override;
    bool walkErrors(int direction) override;
    bool isLoaded() const override;
    QVariantMap saveState() const override;
    void restoreState(const QVariantMap &state) override;

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    void makeTabs();
    void makeLayout();
    void connectPanes();
    void showRun();
    void showTimes();
    void showState();
    bool isDeleted() const;
    void showTab(QWidget *tab);
    void offerMedia();
    void showRankLog(int rank);

    Items::OpenRun m_open;
    Items::RunDocument &m_run;
    StateBadge *m_badge;
    ErrorBar *m_error;
    ConfirmBar *m_confirm;
    RunActions *m_actions;
    PhaseTimeline *m_timeline;
    Label *m_reason; // why the run is waiting
    QTabWidget *m_tabs;
    EmptyState *m_deleted;
    OverviewPane *m_overview;
    MetricsPane *m_metrics;
    LogPane *m_logs;
    OutputsPane *m_outputs;
    CodePane *m_code;
    MediaPane *m_media;
    QTimer m_clock;
    QString m_awaitedTab;        // to be shown as soon as it exists
    bool m_tabChosen = false;    // by the user, since the run was opened
    bool m_contentShown = false; // true after the run was read and shown
    bool m_failureShown = false; // true after the page has shown the cause of the failure
    // last: these widgets use the document until they are destroyed
    std::unique_ptr<StalledRanksBar> m_stalled;
    std::unique_ptr<ContentStack> m_stack;
};

} // namespace Roost::Ui
