// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/runs/runpage.h"

#include "models/items/base/format.h"
#include "models/items/runs/progresswords.h"
#include "models/items/runs/runsmodel.h"
#include "ui/logs/logpane.h"
#include "ui/media/mediapane.h"
#include "ui/metrics/metricspane.h"
#include "ui/ranks/stalledranksbar.h"
#include "ui/ranks/stragglerview.h"
#include "ui/runs/codepane.h"
#include "ui/runs/failurecard.h"
#include "ui/runs/outputspane.h"
#include "ui/runs/overviewpane.h"
#include "ui/runs/phasetimeline.h"
#include "ui/runs/runactions.h"
#include "ui/theme/theme.h"
#include "ui/widgets/bar.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/label.h"
#include "ui/widgets/skeleton.h"
#include "ui/widgets/statebadge.h"

#include <QKeyEvent>
#include <QTabBar>
#include <QTabWidget>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace Roost::Ui {

using namespace Items;
using namespace Logs;
using namespace Qt::StringLiterals;

namespace {
constexpr const char *TabName = "tabName"; // a property of the widget of a tab

constexpr qint64 JustNow = 60; // in seconds
} // namespace

RunPage::RunPage(WorkspaceSession &session, Navigator &navigator, const QString &runId, QWidget *parent)
    : PageView(session, navigator, parent)
    , m_open(session, runId)
    , m_run(*m_open.document())
    , m_badge(new StateBadge(this))
    , m_error(new ErrorBar(this))
    , m_confirm(new ConfirmBar(this))
    , m_actions(new RunActions(m_run, navigator, *m_confirm, this))
    , m_timeline(new PhaseTimeline)
    , m_reason(new Label({}, Theme::Role::Text))
    , m_tabs(new QTabWidget)
    , m_deleted(new EmptyState(u"delete"_s, {}, tr("Open runs")))
    , m_overview(new OverviewPane(&m_open, &navigator))
    , m_metrics(new MetricsPane(&m_run, &navigator))
    , m_logs(new LogPane(&m_open, &navigator))
    , m_outputs(new OutputsPane(&m_run, &navigator))
    , m_code(new CodePane(&m_run))
    , m_media(new MediaPane(*m_open.media(), &navigator, this))
    , m_stalled(std::make_unique<StalledRanksBar>(m_open.ranks(), this))
{
    setObjectName(u"runPage"_s);
    m_badge->setObjectName(u"runState"_s);
    m_badge->hide();
    makeTabs();
    makeLayout();
    connectPanes();
    connect(m_deleted, &EmptyState::clicked, this, [this] { this->navigator().go(Location::runs()); });
    connect(m_error, &ErrorBar::retry, this, &RunPage::refresh);
    connect(&m_run, &RunDocument::runChanged, this, &RunPage::showRun);
    connect(&m_run, &RunDocument::stateChanged, this, &RunPage::showState);
    m_clock.setInterval(1000);
    connect(&m_clock, &QTimer::timeout, this, [this] {
        showTimes();
        m_overview->tick();
        m_outputs->tick();
    });
    setFocusProxy(m_tabs->tabBar());
    showRun();
    showState();
}

RunPage::~RunPage() = default;

void RunPage::makeLayout()
{
    auto *content = new QWidget;
    auto *inside = new QVBoxLayout(content);
    inside->setContentsMargins(0, 0, 0, 0);
    inside->setSpacing(Theme::Inside);
    auto *phases = new QHBoxLayout;
    phases->setContentsMargins(Theme::Edge, Theme::Inside, Theme::Edge, 0);
    phases->addWidget(m_timeline);
    inside->addLayout(phases);
    m_reason->setObjectName(u"runReason"_s);
    m_reason->setWordWrap(true);
    m_reason->setTextFormat(Qt::PlainText);
    m_reason->setContentsMargins(Theme::Edge, 0, Theme::Edge, 0);
    m_reason->hide();
    inside->addWidget(m_reason);
    inside->addWidget(m_tabs, 1);
    m_deleted->setObjectName(u"runDeleted"_s);
    m_stack = std::make_unique<ContentStack>(content, m_deleted, this);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_error);
    column->addWidget(m_confirm);
    column->addWidget(m_stalled.get());
    column->addWidget(m_stack.get(), 1);
}

void RunPage::connectPanes()
{
    connect(m_overview->failure(), &FailureCard::logWanted, this,
            [this](const QString &path, std::optional<LineNumber> line) {
                showTab(m_logs);
                m_logs->showLog(LogFile{path}, line);
            });
    connect(m_overview->stragglers(), &StragglerView::timeClicked, this,
            [this](TimePoint time, std::optional<int> rank) {
                showTab(m_logs);
                m_logs->showLog(AllRanks{});
                m_logs->goToTime(time, rank);
            });
    m_logs->setOpenable([this](const QString &path) { return !m_code->fileOf(path).isEmpty(); });
    connect(m_code, &CodePane::filesChanged, m_logs, &LogPane::refreshLinks);
    connect(m_logs, &LogPane::footChanged, this, &RunPage::headerChanged);
    connect(m_logs, &LogPane::fileWanted, this, [this](const QString &path, int line) {
        showTab(m_code);
        m_code->showPlace(m_code->fileOf(path), line);
    });
    connect(m_open.media(), &RunMedia::changed, this, &RunPage::offerMedia);
    connect(&m_run, &RunDocument::artifactsChanged, this, &RunPage::offerMedia);
    connect(m_stalled.get(), &StalledRanksBar::rankWanted, this, &RunPage::showRankLog);
    connect(m_stalled.get(), &StalledRanksBar::ranksStalled, this, [this](const QString &text) {
        this->navigator().notify(nameOf(m_run.run()) + u": "_s + text, Notice::Warning);
    });
    connect(m_overview, &OverviewPane::snapshotWanted, this, [this] { m_tabs->setCurrentWidget(m_code); });
    connect(m_overview->failure(), &FailureCard::resubmitWanted, m_actions, &RunActions::resubmit);
    connect(m_outputs, &OutputsPane::registerWanted, m_actions, &RunActions::registerModel);
    connect(m_actions, &RunActions::registerWanted, this, [this] {
        // The selected file of the outputs, if they are shown.
        const bool isChosen = m_tabs->currentWidget() == m_outputs;
        const QString path = isChosen ? m_outputs->currentPath() : QString();
        m_actions->registerModel(path.startsWith("outputs/"_L1) ? path : QString());
    });
    connect(m_actions, &RunActions::stacksWritten, this, [this](const QString &path) {
        showTab(m_logs);
        m_logs->showLog(LogFile{path});
    });
}

QList<QAction *> RunPage::headerActions()
{
    return m_actions->headerActions();
}

QList<QAction *> RunPage::menuActions()
{
    return m_actions->menuActions();
}

void RunPage::makeTabs()
{
    m_tabs->setObjectName(u"runTabs"_s);
    m_tabs->setAccessibleName(tr("Parts of the run"));
    m_tabs->setDocumentMode(true);
    m_tabs->addTab(m_overview, Theme::icon(u"overview"_s), tr("Overview"));
    m_tabs->addTab(m_metrics, Theme::icon(u"metrics"_s), tr("Metrics"));
    m_tabs->addTab(m_logs, Theme::icon(u"logs"_s), tr("Logs"));
    m_tabs->addTab(m_outputs, Theme::icon(u"outputs"_s), tr("Outputs"));
    m_tabs->addTab(m_code, Theme::icon(u"code"_s), tr("Code"));
    // Names for Location::run() and saveState().
    m_overview->setProperty(TabName, u"overview"_s);
    m_metrics->setProperty(TabName, u"metrics"_s);
    m_logs->setProperty(TabName, u"logs"_s);
    m_outputs->setProperty(TabName, u"outputs"_s);
    m_code->setProperty(TabName, u"code"_s);
    m_media->setProperty(TabName, u"media"_s);
    m_media->hide();
    connect(m_tabs, &QTabWidget::currentChanged, this, [this] {
        m_tabChosen = true;
        m_awaitedTab.clear();
        if (m_tabs->currentWidget() == m_logs)
            m_code->load();     // paths in a traceback become links if they are files of the run
        Q_EMIT headerChanged(); // the height at the bottom that notices leave free has changed
    });
}

void RunPage::keyPressEvent(QKeyEvent *event)
{
    if (m_tabs->currentWidget() != m_logs || !m_logs->handleKey(event))
        PageView::keyPressEvent(event);
}

QString RunPage::title() const
{
    return nameOf(m_run.run());
}

QList<Crumb> RunPage::breadcrumb() const
{
    QList<Crumb> crumbs{{tr("Runs"), [this] { navigator().go(Location::runs()); }}};
    if (const QString experiment = m_run.run().experiment; !experiment.isEmpty())
        crumbs += Crumb{experiment, [this, experiment] { navigator().go(Location::runs(experiment)); }};
    crumbs += Crumb{title(), {}};
    return crumbs;
}

QWidget *RunPage::headerState()
{
    return m_run.hasContent() ? m_badge : nullptr;
}

void RunPage::showRankLog(int rank)
{
    showTab(m_logs);
    m_logs->showLog(m_open.logs()->sourceOf(rank));
}

void RunPage::showTimes()
{
    const Run &run = m_run.run();
    QStringList parts{Format::duration(run.started, run.ended), progressText(run)};
    parts.removeAll(QString());
    m_badge->setDetail(parts.join(u"  \u00b7  "_s));
}

void RunPage::showRun()
{
    const Run &run = m_run.run();
    m_badge->setState(run.status);
    showTimes();
    const QString why = whyItWaits(run);
    m_badge->setToolTip(why);
    m_timeline->setRun(run);
    m_timeline->setVisible(wasSubmitted(run)); // a run that was logged elsewhere has no phases
    m_reason->setText(tr("Waits: %1").arg(why));
    m_reason->setVisible(!why.isEmpty() && m_run.isActive());
    m_actions->refresh();
    if (m_run.isActive() && run.started.isValid())
        m_clock.start();
    else
        m_clock.stop();
    // A new run has no content on the tab that may be restored from the previous run.
    if (m_run.hasContent() && !std::exchange(m_contentShown, true) && !m_tabChosen && m_run.isActive() &&
        run.created.secsTo(QDateTime::currentDateTimeUtc()) < JustNow)
        m_tabs->setCurrentWidget(m_overview);
    // The page of a failed run shows the cause once; otherwise the tab stays as the user left it.
    if (run.status == RunStatus::Failed && !std::exchange(m_failureShown, true) && !m_tabChosen)
        m_tabs->setCurrentWidget(m_overview);
    Q_EMIT headerChanged();
}

void RunPage::showState()
{
    switch (m_run.state()) {
    case LiveQuery::State::Loading:
        m_error->clear();
        m_stack->showLoading();
        break;
    case LiveQuery::State::Failed:
        if (isDeleted()) {
            m_error->clear();
            m_deleted->setSentence(m_run.run().created.isValid()
                                       ? tr("This run was deleted.")
                                       : tr("There is no run %1. Maybe it was deleted.").arg(m_run.runId()));
            m_stack->showEmpty();
            break;
        }
        m_error->setRetryable(true);
        m_error->setError(tr("The run %1 could not be read.").arg(m_run.runId()), m_run.error());
        m_stack->showNothing();
        break;
    case LiveQuery::State::Stale:
        m_error->setRetryable(true);
        m_error->setStale(m_run.error());
        m_stack->showContent();
        break;
    default:
        m_error->clear();
        m_stack->showContent();
    }
    Q_EMIT headerChanged();
}

// A run is not deleted only because its workspace cannot be reached.
bool RunPage::isDeleted() const
{
    return m_run.state() == LiveQuery::State::Failed && m_run.error().kind == ErrorKind::NotFound &&
           session().state() != WorkspaceSession::State::Failed;
}

void RunPage::showTab(QWidget *tab)
{
    m_tabs->setCurrentWidget(tab);
    m_tabChosen = true; // also if the tab was already the current one
}

void RunPage::showTab(const QString &name)
{
    m_awaitedTab.clear();
    for (int i = 0; i < m_tabs->count(); ++i) {
        if (m_tabs->widget(i)->property(TabName).toString() == name) {
            showTab(m_tabs->widget(i));
            return;
        }
    }
    m_awaitedTab = name;
}

// The tab is the last one and stays once it exists, so that no other tab moves.
void RunPage::offerMedia()
{
    const RunMedia *media = m_open.media();
    if (m_tabs->indexOf(m_media) >= 0)
        return;
    if (!media->isAvailable()) {
        // Media that the run logs later must not take the user away from another tab.
        if (m_run.areArtifactsKnown() && !media->isReading())
            m_awaitedTab.clear();
        return;
    }
    m_tabs->addTab(m_media, Theme::icon(u"image"_s), tr("Media"));
    if (m_awaitedTab == m_media->property(TabName).toString())
        showTab(m_media);
}

void RunPage::activate()
{
    m_open.setWatched(true);
}

void RunPage::deactivate()
{
    m_open.setWatched(false);
}

void RunPage::refresh()
{
    session().refresh();
    m_run.refresh();
}

bool RunPage::find()
{
    const QWidget *tab = m_tabs->currentWidget();
    if (tab == m_logs)
        m_logs->find();
    else if (tab == m_code)
        m_code->find();
    else
        return focusFilter();
    return true;
}

bool RunPage::focusFilter()
{
    if (m_tabs->currentWidget() == m_logs)
        m_logs->focusFilter();
    else if (m_tabs->currentWidget() == m_metrics)
        m_metrics->focusFilter();
    else if (m_tabs->currentWidget() == m_media)
        m_media->focusFilter();
    else
        return false;
    return true;
}

bool RunPage::goToPlace()
{
    if (m_tabs->currentWidget() != m_logs)
        showTab(m_logs);
    m_logs->goToPlace();
    return true;
}

bool RunPage::toggleCompare()
{
    if (m_tabs->currentWidget() != m_logs)
        showTab(m_logs);
    return m_logs->toggleCompare();
}

int RunPage::footHeight() const
{
    return m_tabs->currentWidget() == m_logs ? m_logs->footHeight() : 0;
}

bool RunPage::walkErrors(int direction)
{
    if (m_tabs->currentWidget() != m_logs)
        showTab(m_logs);
    return m_logs->walkErrors(direction);
}

bool RunPage::isLoaded() const
{
    return m_run.state() != LiveQuery::State::Loading &&
           (m_run.state() == LiveQuery::State::Failed || (m_run.areLogsKnown() && m_run.areArtifactsKnown()));
}

QVariantMap RunPage::saveState() const
{
    return {{u"tab"_s, m_tabs->currentWidget()->property(TabName)},
            {u"logs"_s, m_logs->saveState()},
            {u"metrics"_s, m_metrics->saveState()},
            {u"media"_s, m_media->saveState()}};
}

void RunPage::restoreState(const QVariantMap &state)
{
    if (m_run.run().status != RunStatus::Failed)
        showTab(state.value(u"tab"_s).toString());
    m_tabChosen = false; // the restored tab was chosen for another run
    m_logs->restoreState(state.value(u"logs"_s).toMap());
    m_metrics->restoreState(state.value(u"metrics"_s).toMap());
    m_media->restoreState(state.value(u"media"_s).toMap());
}

} // namespace Roost::Ui
