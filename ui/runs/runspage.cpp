// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/runs/runspage.h"

#include "models/cause/sentences.h"
#include "ui/runs/quicklook.h"
#include "ui/tables/tableview.h"
#include "ui/widgets/bar.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/label.h"
#include "ui/widgets/skeleton.h"

#include <QComboBox>
#include <QHeaderView>
#include <QLineEdit>
#include <QLocale>
#include <QScrollBar>
#include <QSplitter>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

namespace Roost::Ui {

using namespace Causes;
using namespace Items;

using namespace Qt::StringLiterals;

namespace {
constexpr int TickMs = 1000;
constexpr int TickOfEndedMs = 5000; // "2 min ago" alone moves on then
} // namespace

RunsPage::RunsPage(WorkspaceSession &session, Navigator &navigator, QWidget *parent)
    : PageView(session, navigator, parent)
    , m_reading(&session)
    , m_filter(m_reading.model())
    , m_table(new TableView)
    , m_look(new QuickLook(session))
    , m_splitter(new QSplitter)
    , m_error(new ErrorBar(this))
    , m_confirm(new ConfirmBar(this))
    , m_empty(new EmptyState(u"runs"_s, tr("No runs yet. Submit a training script, and watch it here."), tr("New run")))
    , m_noMatch(new EmptyState(u"filter"_s, {}, tr("Show all runs")))
    , m_body(new ContentStack(m_table, m_noMatch))
    , m_stack(new ContentStack(m_splitter, m_empty, this))
{
    setObjectName(u"runsPage"_s);
    m_empty->setObjectName(u"runsEmpty"_s);
    m_noMatch->setObjectName(u"runsNoMatch"_s);
    buildActions();
    buildTable();
    auto *left = new QWidget;
    auto *list = new QVBoxLayout(left);
    list->setContentsMargins(0, 0, 0, 0);
    list->setSpacing(0);
    list->addWidget(buildTools());
    list->addWidget(m_body, 1);
    m_splitter->setObjectName(u"runsSplitter"_s);
    m_splitter->addWidget(left);
    m_splitter->addWidget(m_look);
    m_splitter->setStretchFactor(0, 1);
    m_splitter->setSizes({640, 420});
    m_splitter->setChildrenCollapsible(false);
    m_look->hide();
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_error);
    column->addWidget(m_confirm);
    column->addWidget(m_stack, 1);

    connect(m_error, &ErrorBar::retry, this, &RunsPage::refresh);
    connect(m_empty, &EmptyState::clicked, this, [this] { this->navigator().openWizard(); });
    connect(m_noMatch, &EmptyState::clicked, this, &RunsPage::clearFilter);
    connect(m_look, &QuickLook::closeWanted, this, [this] { setQuickLook(false); });
    connect(m_look, &QuickLook::openWanted, this, [this] { open(m_table->currentRow(), Navigator::Where::Here); });
    connect(&m_reading, &LiveQuery::stateChanged, this, &RunsPage::refreshStates);
    connect(&m_reading, &LiveQuery::arrived, this, &RunsPage::refreshStates);
    connect(&m_filter, &RunsFilter::filterChanged, this, [this] {
        readAllWhereNeeded();
        refreshStates();
    });
    connect(&m_clock, &QTimer::timeout, this, &RunsPage::tick);
    setFocusProxy(m_table);
    refreshStates();
}

RunsPage::~RunsPage()
{
    // What looks at the models goes before they do.
    delete m_stack;
}

void RunsPage::buildTable()
{
    m_table->setObjectName(u"runsTable"_s);
    m_table->setAccessibleName(tr("Runs"));
    m_table->setModel(&m_filter);
    m_table->setSortingEnabled(true);
    m_table->horizontalHeader()->setSortIndicator(RunsModel::Created, Qt::DescendingOrder);
    m_table->setColumnMenu();
    m_table->setContextMenuPolicy(Qt::CustomContextMenu);
    connect(m_table, &QWidget::customContextMenuRequested, this, &RunsPage::showRowMenu);
    connect(m_table, &TableView::opened, this, &RunsPage::open);
    connect(m_table, &TableView::removalWanted, this, &RunsPage::removeOrCancel);
    connect(m_table, &TableView::quickLookWanted, this, [this] { setQuickLook(!m_look->isVisible()); });
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this, [this] {
        if (m_look->isVisible())
            m_look->setRun(currentId());
        m_confirm->drop(); // it was about another run
        refreshActions();
    });
    connect(m_table->selectionModel(), &QItemSelectionModel::selectionChanged, this, &RunsPage::refreshActions);
    connect(m_table->horizontalHeader(), &QHeaderView::sortIndicatorChanged, this, &RunsPage::readAllWhereNeeded);
    connect(m_table->verticalScrollBar(), &QScrollBar::valueChanged, this, &RunsPage::readOlderNearTheEnd);
    connect(m_table->verticalScrollBar(), &QScrollBar::rangeChanged, this, &RunsPage::readOlderNearTheEnd);
    holdScroll();
}

void RunsPage::readOlderNearTheEnd()
{
    const QScrollBar *bar = m_table->verticalScrollBar();
    if (m_table->isVisible() && bar->value() + bar->pageStep() >= bar->maximum())
        m_reading.loadMore();
}

// Newest first and unfiltered is what pages come in; everything else is answered by all runs alone.
void RunsPage::readAllWhereNeeded()
{
    const QHeaderView *header = m_table->horizontalHeader();
    const bool newestFirst =
        header->sortIndicatorSection() == RunsModel::Created && header->sortIndicatorOrder() == Qt::DescendingOrder;
    m_reading.setReadsAll(m_filter.isFiltering() || !newestFirst || m_listsExperiments);
}

// As wide as what stands there needs; the names get the rest.
void RunsPage::fitCause()
{
    constexpr qsizetype most = 25; // so that all columns fit into a window of the first size
    qsizetype longest = 8;
    for (const Run &run : m_reading.model()->rows()) {
        if (longest < most && run.status == RunStatus::Failed)
            longest = std::max(longest, CauseText::of(run).size());
    }
    if (longest == m_causeLetters)
        return;
    m_causeLetters = longest;
    m_table->horizontalHeader()->resizeSection(
        RunsModel::Cause, int(std::min(longest, most)) * fontMetrics().averageCharWidth() + 2 * Theme::Inside);
}

// What the list covers, and whether that is all.
void RunsPage::showCount()
{
    const int all = m_reading.model()->rowCount();
    const QString shown = QLocale().toString(m_filter.rowCount());
    const QString whole = QLocale().toString(all);
    const bool filters = m_filter.isFiltering();
    if (!m_reading.hasMore())
        m_count->setText(filters ? tr("%1 of %2 runs", nullptr, all).arg(shown, whole)
                                 : tr("%1 runs", nullptr, all).arg(whole));
    else if (m_reading.isReadingAll())
        m_count->setText(filters ? tr("%1 of %2 runs so far, reading older ones…", nullptr, all).arg(shown, whole)
                                 : tr("%1 runs so far, reading older ones…", nullptr, all).arg(whole));
    else
        m_count->setText(filters ? tr("%1 of the %2 newest runs", nullptr, all).arg(shown, whole)
                                 : tr("the %1 newest runs", nullptr, all).arg(whole));
    m_noMatch->setSentence(m_reading.isReadingAll()
                               ? tr("No match yet among %1 runs. Older runs are being read.", nullptr, all).arg(whole)
                               : tr("No run matches the filter."));
    m_clear->setVisible(filters);
}

// New runs come in above what one reads, which must stay where it is.
void RunsPage::holdScroll()
{
    connect(&m_filter, &QAbstractItemModel::rowsInserted, this, [this](const QModelIndex &, int first, int last) {
        QScrollBar *bar = m_table->verticalScrollBar();
        const int height = m_table->verticalHeader()->defaultSectionSize();
        if (bar->value() == 0 || height <= 0 || first * height > bar->value())
            return;
        const int wanted = bar->value() + (last - first + 1) * height;
        // The table itself lays out later; until then the bar does not reach so far.
        QMetaObject::invokeMethod(this, [bar, wanted] { bar->setValue(wanted); }, Qt::QueuedConnection);
    });
}

QString RunsPage::title() const
{
    return tr("Runs");
}

void RunsPage::refreshStates()
{
    const RunsModel *model = m_reading.model();
    const LiveQuery::State state = m_reading.state();
    if (state == LiveQuery::State::Failed)
        m_error->setError(tr("The runs could not be read."), m_reading.error());
    else if (state == LiveQuery::State::Stale)
        m_error->setError(tr("This may be out of date."), m_reading.error());
    else
        m_error->clear();
    if (state == LiveQuery::State::Loading)
        m_stack->showLoading();
    else if (!m_reading.hasContent())
        m_stack->showNothing();
    else if (model->rowCount() == 0)
        m_stack->showEmpty();
    else
        m_stack->showContent();
    m_empty->setButton(session().jobs() ? tr("New run") : QString());

    refreshExperiments();
    if (model->rowCount() > 0 && m_filter.rowCount() == 0)
        m_body->showEmpty();
    else
        m_body->showContent();
    showCount();
    fitCause();
    m_clock.setInterval(model->hasActive() ? TickMs : TickOfEndedMs);
    if (isVisible())
        m_clock.start();
    else
        m_clock.stop();
    refreshActions();
}

// Durations go on, and what was "just now" is so no longer.
void RunsPage::tick()
{
    if (m_reading.model()->hasActive())
        m_reading.model()->tick();
    else
        m_table->viewport()->update();
    m_look->tick();
}

void RunsPage::setQuickLook(bool shown)
{
    m_quick->setChecked(shown);
    m_look->setVisible(shown);
    m_look->setRun(shown ? currentId() : QString());
    if (!shown)
        m_table->setFocus();
}

void RunsPage::activate()
{
    m_look->setWatched(true);
    m_reading.setWatched(true);
    m_reading.refresh();
    m_clock.start();
}

void RunsPage::deactivate()
{
    m_look->setWatched(false);
    m_reading.setWatched(false);
    m_listsExperiments = false;
    m_clock.stop();
}

void RunsPage::refresh()
{
    session().refresh();
    m_reading.refresh();
}

bool RunsPage::find()
{
    return focusFilter();
}

bool RunsPage::focusFilter()
{
    m_text->setFocus(Qt::ShortcutFocusReason);
    m_text->selectAll();
    return true;
}

bool RunsPage::isLoaded() const
{
    return m_reading.state() != LiveQuery::State::Loading;
}

QVariantMap RunsPage::saveState() const
{
    return {{u"table"_s, m_table->saveState()},     {u"splitter"_s, m_splitter->saveState()},
            {u"look"_s, m_quick->isChecked()},      {u"text"_s, m_text->text()},
            {u"status"_s, m_status->currentData()}, {u"experiment"_s, m_experiment->currentData()},
            {u"workspace"_s, session().address()}};
}

void RunsPage::restoreState(const QVariantMap &state)
{
    m_table->restoreState(state.value(u"table"_s).toMap());
    m_splitter->restoreState(state.value(u"splitter"_s).toByteArray());
    m_quick->setChecked(state.value(u"look"_s).toBool());
    m_look->setVisible(m_quick->isChecked());
    // Another workspace has other experiments and names.
    if (state.value(u"workspace"_s).toString() != session().address())
        return;
    if (const QString experiment = state.value(u"experiment"_s).toString(); !experiment.isEmpty())
        showExperiment(experiment);
    m_text->setText(state.value(u"text"_s).toString());
    m_status->setCurrentIndex(std::max(0, m_status->findData(state.value(u"status"_s).toInt())));
}

} // namespace Roost::Ui
