// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/runs/runspage.h"

#include "models/cause/sentences.h"
#include "ui/runs/quicklook.h"
#include "ui/runs/runsactions.h"
#include "ui/runs/runstoolbar.h"
#include "ui/tables/tableview.h"
#include "ui/widgets/bar.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/skeleton.h"

#include <QAction>
#include <QHeaderView>
#include <QLocale>
#include <QScrollBar>
#include <QSplitter>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace Roost::Ui {

using namespace Causes;
using namespace Items;
using namespace Qt::StringLiterals;

namespace {
constexpr int TickMs = 1000;
constexpr int TickOfEndedMs = 5000; // once all runs have ended, only ages such as "2 min ago" change
} // namespace

RunsPage::RunsPage(WorkspaceSession &session, Navigator &navigator, QWidget *parent)
    : PageView(session, navigator, parent)
    , m_query(&session)
    , m_filter(m_query.model())
    , m_table(new TableView)
    , m_quickLook(new QuickLook(session))
    , m_splitter(new QSplitter)
    , m_error(new ErrorBar(this))
    , m_confirm(new ConfirmBar(this))
    , m_empty(new EmptyState(u"runs"_s, tr("No runs yet. Submit a training script, and watch it here."), tr("New run")))
    , m_noMatch(new EmptyState(u"filter"_s, {}, tr("Show all runs")))
    , m_body(new ContentStack(m_table, m_noMatch))
    , m_actions(new RunsActions(session, navigator, *m_table, m_filter, *m_confirm, this))
    , m_tools(new RunsToolBar(m_filter, *m_table, m_actions->quickLook()))
    , m_stack(std::make_unique<ContentStack>(m_splitter, m_empty, this))
{
    setObjectName(u"runsPage"_s);
    m_empty->setObjectName(u"runsEmpty"_s);
    m_noMatch->setObjectName(u"runsNoMatch"_s);
    makeTable();
    makeLayout();
    connect(&session, &WorkspaceSession::changed, this, [this](const QStringList &topics) {
        if (topics.isEmpty()) // all topics, as after opening: only then is it known whether runs can be started
            Q_EMIT headerChanged();
    });
    connect(m_error, &ErrorBar::retry, this, &RunsPage::refresh);
    connect(m_empty, &EmptyState::clicked, this, [this] { this->navigator().openWizard(); });
    connect(m_noMatch, &EmptyState::clicked, m_tools, &RunsToolBar::clearFilter);
    connect(m_tools, &RunsToolBar::experimentsWanted, this, [this] {
        if (std::exchange(m_needsAllExperiments, true))
            return;
        readAllWhereNeeded();
        showState();
    });
    connect(m_actions->quickLook(), &QAction::triggered, this, &RunsPage::setQuickLook);
    connect(m_actions, &RunsActions::done, &m_query, &RunsQuery::refresh);
    connect(m_quickLook, &QuickLook::closeWanted, this, [this] { setQuickLook(false); });
    connect(m_quickLook, &QuickLook::openWanted, this,
            [this] { m_actions->open(m_table->currentRow(), Navigator::Where::Here); });
    connect(&m_query, &LiveQuery::stateChanged, this, &RunsPage::showState);
    connect(&m_query, &LiveQuery::arrived, this, &RunsPage::showState);
    connect(&m_filter, &RunsFilter::filterChanged, this, [this] {
        readAllWhereNeeded();
        showState();
    });
    connect(&m_clock, &QTimer::timeout, this, &RunsPage::tick);
    setFocusProxy(m_table);
    showState();
}

RunsPage::~RunsPage() = default;

void RunsPage::makeLayout()
{
    auto *left = new QWidget;
    auto *list = new QVBoxLayout(left);
    list->setContentsMargins(0, 0, 0, 0);
    list->setSpacing(0);
    list->addWidget(m_tools);
    list->addWidget(m_body, 1);
    m_splitter->setObjectName(u"runsSplitter"_s);
    m_splitter->addWidget(left);
    m_splitter->addWidget(m_quickLook);
    m_splitter->setStretchFactor(0, 1);
    m_splitter->setSizes({640, 420});
    m_splitter->setChildrenCollapsible(false);
    m_quickLook->hide();
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_error);
    column->addWidget(m_confirm);
    column->addWidget(m_stack.get(), 1);
}

void RunsPage::makeTable()
{
    m_table->setObjectName(u"runsTable"_s);
    m_table->setAccessibleName(tr("Runs"));
    m_table->setModel(&m_filter);
    m_table->setSortingEnabled(true);
    m_table->horizontalHeader()->setSortIndicator(RunsModel::Created, Qt::DescendingOrder);
    m_table->setColumnMenu();
    m_table->setContextMenuPolicy(Qt::CustomContextMenu);
    connect(m_table, &QWidget::customContextMenuRequested, m_actions, &RunsActions::showMenu);
    connect(m_table, &TableView::opened, m_actions, &RunsActions::open);
    connect(m_table, &TableView::removalWanted, m_actions, &RunsActions::removeOrCancel);
    connect(m_table, &TableView::quickLookWanted, this, [this] { setQuickLook(!m_quickLook->isVisible()); });
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this, [this] {
        if (m_quickLook->isVisible())
            m_quickLook->setRun(m_actions->currentId());
        m_confirm->dismiss(); // its question was about another run
        m_actions->refresh();
    });
    connect(m_table->selectionModel(), &QItemSelectionModel::selectionChanged, m_actions, &RunsActions::refresh);
    connect(m_table->horizontalHeader(), &QHeaderView::sortIndicatorChanged, this, &RunsPage::readAllWhereNeeded);
    connect(m_table->verticalScrollBar(), &QScrollBar::valueChanged, this, &RunsPage::loadMoreNearTheEnd);
    connect(m_table->verticalScrollBar(), &QScrollBar::rangeChanged, this, &RunsPage::loadMoreNearTheEnd);
    keepScrollOnInsert();
}

QList<QAction *> RunsPage::headerActions()
{
    return m_actions->headerActions();
}

QList<QAction *> RunsPage::menuActions()
{
    return m_actions->menuActions();
}

void RunsPage::loadMoreNearTheEnd()
{
    const QScrollBar *bar = m_table->verticalScrollBar();
    if (m_table->isVisible() && bar->value() + bar->pageStep() >= bar->maximum())
        m_query.loadMore();
}

// Runs are read in pages, newest first and unfiltered; another order or a filter requires all runs.
void RunsPage::readAllWhereNeeded()
{
    const QHeaderView *header = m_table->horizontalHeader();
    const bool newestFirst =
        header->sortIndicatorSection() == RunsModel::Created && header->sortIndicatorOrder() == Qt::DescendingOrder;
    m_query.setReadsAll(m_filter.isFiltering() || !newestFirst || m_needsAllExperiments);
}

// Makes the column as wide as the longest cause, up to a limit; the names use the rest.
void RunsPage::fitCauseColumn()
{
    constexpr qsizetype most = 25; // so that all columns fit into a window of the initial size
    qsizetype longest = 8;
    for (const Run &run : m_query.model()->rows()) {
        if (longest < most && run.status == RunStatus::Failed)
            longest = std::max(longest, CauseText::of(run).size());
    }
    if (longest == m_causeLetters)
        return;
    m_causeLetters = longest;
    m_table->setCharacters(RunsModel::Cause, int(std::min(longest, most)));
}

void RunsPage::showNoMatch()
{
    const int all = m_query.model()->rowCount();
    m_noMatch->setSentence(
        m_query.isReadingAll()
            ? tr("No match yet among %1 runs. Older runs are being read.", nullptr, all).arg(QLocale().toString(all))
            : tr("No run matches the filter."));
    if (all > 0 && m_filter.rowCount() == 0)
        m_body->showEmpty();
    else
        m_body->showContent();
}

// New runs are inserted above the rows in view, which must not move.
void RunsPage::keepScrollOnInsert()
{
    connect(&m_filter, &QAbstractItemModel::rowsInserted, this, [this](const QModelIndex &, int first, int last) {
        QScrollBar *bar = m_table->verticalScrollBar();
        const int height = m_table->verticalHeader()->defaultSectionSize();
        if (bar->value() == 0 || height <= 0 || first * height > bar->value())
            return;
        const int wanted = bar->value() + (last - first + 1) * height;
        // The range of the scroll bar grows later, when the table lays out its rows.
        QMetaObject::invokeMethod(this, [bar, wanted] { bar->setValue(wanted); }, Qt::QueuedConnection);
    });
}

QString RunsPage::title() const
{
    return tr("Runs");
}

void RunsPage::showState()
{
    const RunsModel *model = m_query.model();
    const LiveQuery::State state = m_query.state();
    if (state == LiveQuery::State::Failed)
        m_error->setError(tr("The runs could not be read."), m_query.error());
    else if (state == LiveQuery::State::Stale)
        m_error->setStale(m_query.error());
    else
        m_error->clear();
    if (state == LiveQuery::State::Loading)
        m_stack->showLoading();
    else if (!m_query.hasContent())
        m_stack->showNothing();
    else if (model->rowCount() == 0)
        m_stack->showEmpty();
    else
        m_stack->showContent();
    m_empty->setButton(session().jobs() ? tr("New run") : QString());
    m_tools->showQuery(m_query);
    showNoMatch();
    fitCauseColumn();
    m_clock.setInterval(model->hasActive() ? TickMs : TickOfEndedMs);
    if (isVisible())
        m_clock.start();
    else
        m_clock.stop();
    m_actions->refresh();
}

void RunsPage::tick()
{
    if (m_query.model()->hasActive())
        m_query.model()->tick();
    else
        m_table->viewport()->update();
    m_quickLook->tick();
}

void RunsPage::setQuickLook(bool shown)
{
    m_actions->quickLook()->setChecked(shown);
    m_quickLook->setVisible(shown);
    m_quickLook->setRun(shown ? m_actions->currentId() : QString());
    if (!shown)
        m_table->setFocus();
}

void RunsPage::activate()
{
    m_quickLook->setWatched(true);
    m_query.setWatched(true);
    m_query.refresh();
    m_clock.start();
}

void RunsPage::deactivate()
{
    m_quickLook->setWatched(false);
    m_query.setWatched(false);
    m_needsAllExperiments = false;
    m_clock.stop();
}

void RunsPage::refresh()
{
    session().refresh();
    m_query.refresh();
}

bool RunsPage::find()
{
    return focusFilter();
}

bool RunsPage::focusFilter()
{
    m_tools->focusText();
    return true;
}

void RunsPage::showExperiment(const QString &experiment)
{
    m_tools->showExperiment(experiment);
}

bool RunsPage::isLoaded() const
{
    return m_query.state() != LiveQuery::State::Loading;
}

QVariantMap RunsPage::saveState() const
{
    QVariantMap state{{u"table"_s, m_table->saveState()},
                      {u"splitter"_s, m_splitter->saveState()},
                      {u"look"_s, m_actions->quickLook()->isChecked()},
                      {u"workspace"_s, session().address()}};
    state.insert(m_tools->saveState());
    return state;
}

void RunsPage::restoreState(const QVariantMap &state)
{
    m_table->restoreState(state.value(u"table"_s).toMap());
    m_splitter->restoreState(state.value(u"splitter"_s).toByteArray());
    m_actions->quickLook()->setChecked(state.value(u"look"_s).toBool());
    m_quickLook->setVisible(m_actions->quickLook()->isChecked());
    // Another workspace has other experiments and names.
    if (state.value(u"workspace"_s).toString() == session().address())
        m_tools->restoreState(state);
}

} // namespace Roost::Ui
