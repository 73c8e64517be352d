// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/runs/runspage.h"

#include "ui/parts/bar.h"
#include "ui/parts/emptystate.h"
#include "ui/parts/label.h"
#include "ui/parts/skeleton.h"
#include "ui/parts/tableview.h"
#include "ui/runs/quicklook.h"

#include <QApplication>
#include <QClipboard>
#include <QComboBox>
#include <QHeaderView>
#include <QLineEdit>
#include <QMenu>
#include <QScrollBar>
#include <QSplitter>
#include <QToolButton>
#include <QVBoxLayout>

namespace Roost {

using namespace Qt::StringLiterals;

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
    , m_noMatch(new EmptyState(u"filter"_s, tr("No run matches the filter."), tr("Show all runs")))
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
    list->addWidget(m_table, 1);
    list->addWidget(m_noMatch, 1);
    m_more = new QToolButton;
    m_more->setObjectName(u"runsMore"_s);
    m_more->setText(tr("Show older runs"));
    m_more->setAutoRaise(true);
    list->addWidget(m_more, 0, Qt::AlignHCenter);
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

    connect(m_more, &QToolButton::clicked, &m_reading, &RunsReading::loadMore);
    connect(m_error, &ErrorBar::retry, this, &RunsPage::refresh);
    connect(m_empty, &EmptyState::clicked, this, [this] { this->navigator().openWizard(); });
    connect(m_noMatch, &EmptyState::clicked, this, [this] {
        m_text->clear();
        m_status->setCurrentIndex(0);
        m_experiment->setCurrentIndex(0);
    });
    connect(m_look, &QuickLook::closeWanted, this, [this] { setQuickLook(false); });
    connect(m_look, &QuickLook::openWanted, this, [this] { open(m_table->currentRow(), Navigator::Where::Here); });
    connect(&m_reading, &Reading::stateChanged, this, &RunsPage::refreshStates);
    connect(&m_reading, &Reading::arrived, this, &RunsPage::refreshStates);
    connect(&m_filter, &RunsFilter::filterChanged, this, &RunsPage::refreshStates);
    m_clock.setInterval(1000);
    connect(&m_clock, &QTimer::timeout, m_reading.model(), &RunsModel::tick);
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
    m_table->setColumns({12, 20, 16, 18, 11, 10, 22, 30, 24, 14, 20}, RunsModel::Cause);
    m_table->setColumnMenu({RunsModel::State, RunsModel::Name});
    for (const int column : {RunsModel::EnvironmentName, RunsModel::CreatedBy, RunsModel::Id})
        m_table->setColumnHidden(column, true);
    m_table->setContextMenuPolicy(Qt::CustomContextMenu);
    connect(m_table, &QWidget::customContextMenuRequested, this, &RunsPage::showRowMenu);
    connect(m_table, &TableView::opened, this, &RunsPage::open);
    connect(m_table, &TableView::removalWanted, this, &RunsPage::removeOrCancel);
    connect(m_table, &TableView::quickLookWanted, this, [this] { setQuickLook(!m_look->isVisible()); });
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this, [this] {
        if (m_look->isVisible())
            m_look->setRun(currentId());
        refreshActions();
    });
    connect(m_table->selectionModel(), &QItemSelectionModel::selectionChanged, this, &RunsPage::refreshActions);
    holdScroll();
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

QWidget *RunsPage::buildTools()
{
    auto *tools = new QWidget;
    auto *row = new QHBoxLayout(tools);
    row->setContentsMargins(Theme::Group, Theme::Inside, Theme::Group, Theme::Inside);
    row->setSpacing(Theme::Inside);
    m_text = new QLineEdit;
    m_text->setObjectName(u"runsFilterText"_s);
    m_text->setAccessibleName(tr("Filter runs"));
    m_text->setPlaceholderText(tr("Filter by name, experiment, tag or parameter"));
    m_text->setToolTip(tr("Show only runs with these words (Ctrl+L)"));
    m_text->addAction(Theme::icon(u"filter"_s), QLineEdit::LeadingPosition);
    m_text->setClearButtonEnabled(true);
    m_text->setMaximumWidth(360);
    connect(m_text, &QLineEdit::textChanged, &m_filter, &RunsFilter::setText);
    row->addWidget(m_text, 1);
    m_status = new QComboBox;
    m_status->setObjectName(u"runsStatus"_s);
    m_status->setAccessibleName(tr("Show runs of this state"));
    m_status->setToolTip(m_status->accessibleName());
    m_status->addItem(tr("All states"), int(RunsFilter::Status::All));
    m_status->addItem(tr("Active"), int(RunsFilter::Status::Active));
    m_status->addItem(tr("Completed"), int(RunsFilter::Status::Completed));
    m_status->addItem(tr("Failed"), int(RunsFilter::Status::Failed));
    m_status->addItem(tr("Canceled"), int(RunsFilter::Status::Canceled));
    connect(m_status, &QComboBox::currentIndexChanged, this,
            [this] { m_filter.setStatus(RunsFilter::Status(m_status->currentData().toInt())); });
    row->addWidget(m_status);
    m_experiment = new QComboBox;
    m_experiment->setObjectName(u"runsExperiment"_s);
    m_experiment->setAccessibleName(tr("Show runs of this experiment"));
    m_experiment->setToolTip(m_experiment->accessibleName());
    m_experiment->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    m_experiment->addItem(tr("All experiments"));
    connect(m_experiment, &QComboBox::currentIndexChanged, this,
            [this] { m_filter.setExperiment(m_experiment->currentData().toString()); });
    row->addWidget(m_experiment);
    row->addStretch(1);
    m_count = new Label({}, Theme::Role::TextSecondary, Theme::Secondary);
    m_count->setObjectName(u"runsCount"_s);
    row->addWidget(m_count);
    m_columns = new QToolButton;
    m_columns->setObjectName(u"runsColumns"_s);
    m_columns->setIcon(Theme::icon(u"columns"_s));
    m_columns->setAutoRaise(true);
    m_columns->setFocusPolicy(Qt::TabFocus);
    m_columns->setToolTip(tr("Choose columns"));
    m_columns->setAccessibleName(tr("Choose columns"));
    connect(m_columns, &QToolButton::clicked, this, &RunsPage::showColumnMenu);
    row->addWidget(m_columns);
    auto *look = new QToolButton;
    look->setObjectName(u"runsQuickLook"_s);
    look->setDefaultAction(m_quick);
    look->setAutoRaise(true);
    look->setFocusPolicy(Qt::TabFocus);
    look->setAccessibleName(tr("Quick look"));
    row->addWidget(look);
    return tools;
}

void RunsPage::buildActions()
{
    const auto make = [this](const QString &name, const QString &icon, const QString &text) {
        auto *action = new QAction(Theme::icon(icon), text, this);
        action->setObjectName(name);
        return action;
    };
    m_new = make(u"runsNew"_s, u"add"_s, tr("New run"));
    m_new->setProperty("primary", true);
    connect(m_new, &QAction::triggered, this, [this] { navigator().openWizard(); });
    m_open = make(u"runsOpen"_s, u"forward"_s, tr("Open"));
    connect(m_open, &QAction::triggered, this, [this] { open(m_table->currentRow(), Navigator::Where::Here); });
    m_quick = make(u"runsQuick"_s, u"eye"_s, tr("Quick look"));
    m_quick->setToolTip(tr("Quick look at the selected run (Space)"));
    m_quick->setCheckable(true);
    connect(m_quick, &QAction::triggered, this, &RunsPage::setQuickLook);
    m_cancel = make(u"runsCancel"_s, u"stop"_s, tr("Cancel run…"));
    m_delete = make(u"runsDelete"_s, u"delete"_s, tr("Delete run…"));
    for (QAction *action : {m_cancel, m_delete})
        connect(action, &QAction::triggered, this, [this] { removeOrCancel(m_table->currentRow()); });
    m_resubmit = make(u"runsResubmit"_s, u"repeat"_s, tr("Resubmit with changes"));
    connect(m_resubmit, &QAction::triggered, this, &RunsPage::resubmit);
    m_copyId = make(u"runsCopyId"_s, u"copy"_s, tr("Copy id"));
    connect(m_copyId, &QAction::triggered, this, [this] { QApplication::clipboard()->setText(currentId()); });
}

QString RunsPage::title() const
{
    return tr("Runs");
}

QList<QAction *> RunsPage::headerActions()
{
    return session().jobs() ? QList<QAction *>{m_new} : QList<QAction *>{};
}

QList<QAction *> RunsPage::menuActions()
{
    QList<QAction *> actions{m_open, m_copyId};
    if (session().jobs())
        actions += {m_resubmit, m_cancel, m_delete};
    return actions;
}

QString RunsPage::currentId() const
{
    return m_table->currentRow().data(KeyRole).toString();
}

void RunsPage::refreshActions()
{
    const QModelIndex row = m_table->currentRow();
    const bool has = row.isValid();
    const bool over = has && isTerminal(m_filter.runAt(row).status);
    for (QAction *action : {m_open, m_copyId, m_resubmit})
        action->setEnabled(has);
    m_cancel->setEnabled(has && !over && session().jobs());
    m_delete->setEnabled(over && session().jobs());
    m_cancel->setVisible(!has || !over);
    m_delete->setVisible(over);
}

void RunsPage::refreshExperiments()
{
    QStringList wanted = m_reading.model()->experiments();
    const QString current = m_experiment->currentData().toString();
    // The one that is chosen stays even if its last run is gone.
    if (!current.isEmpty() && !wanted.contains(current))
        wanted += current;
    QStringList shown;
    for (int i = 1; i < m_experiment->count(); ++i)
        shown += m_experiment->itemText(i);
    if (wanted == shown)
        return;
    const QSignalBlocker quiet(m_experiment);
    while (m_experiment->count() > 1)
        m_experiment->removeItem(1);
    for (const QString &experiment : std::as_const(wanted))
        m_experiment->addItem(experiment, experiment);
    m_experiment->setCurrentIndex(std::max(0, m_experiment->findData(current)));
}

void RunsPage::refreshStates()
{
    const RunsModel *model = m_reading.model();
    const Reading::State state = m_reading.state();
    if (state == Reading::State::Failed)
        m_error->setError(tr("The runs could not be read."), m_reading.error());
    else if (state == Reading::State::Stale)
        m_error->setError(tr("This may be out of date."), m_reading.error());
    else
        m_error->clear();
    if (state == Reading::State::Loading)
        m_stack->showLoading();
    else if (!m_reading.hasContent())
        m_stack->showNothing();
    else if (model->rowCount() == 0)
        m_stack->showEmpty();
    else
        m_stack->showContent();
    m_empty->setButton(session().jobs() ? tr("New run") : QString());

    refreshExperiments();
    const bool none = model->rowCount() > 0 && m_filter.rowCount() == 0;
    m_table->setVisible(!none);
    m_noMatch->setVisible(none);
    m_more->setVisible(m_reading.hasMore());
    m_more->setEnabled(!m_reading.isLoadingMore());
    m_count->setText(m_filter.isFiltering() ? tr("%1 of %n runs", nullptr, model->rowCount()).arg(m_filter.rowCount())
                                            : tr("%n runs", nullptr, model->rowCount()));
    if (isVisible() && model->hasActive())
        m_clock.start();
    else
        m_clock.stop();
    refreshActions();
}

void RunsPage::showColumnMenu()
{
    QMenu menu(this);
    menu.setObjectName(u"runsColumnMenu"_s);
    for (int i = 0; i < RunsModel::ColumnCount; ++i) {
        QAction *action = menu.addAction(m_filter.headerData(i, Qt::Horizontal).toString());
        action->setCheckable(true);
        action->setChecked(!m_table->isColumnHidden(i));
        action->setEnabled(i != RunsModel::State && i != RunsModel::Name);
        connect(action, &QAction::toggled, m_table, [this, i](bool shown) { m_table->setColumnHidden(i, !shown); });
    }
    menu.exec(m_columns->mapToGlobal(QPoint(0, m_columns->height())));
}

void RunsPage::showRowMenu(const QPoint &at)
{
    if (!m_table->indexAt(at).isValid())
        return;
    QMenu menu(this);
    menu.addActions({m_open, m_quick, m_copyId});
    if (session().jobs()) {
        menu.addSeparator();
        menu.addActions({m_resubmit, m_cancel, m_delete});
    }
    menu.exec(m_table->viewport()->mapToGlobal(at));
}

void RunsPage::setQuickLook(bool shown)
{
    m_quick->setChecked(shown);
    m_look->setVisible(shown);
    m_look->setRun(shown ? currentId() : QString());
    if (!shown)
        m_table->setFocus();
}

void RunsPage::open(const QModelIndex &index, Navigator::Where where)
{
    if (index.isValid())
        navigator().openRun(index.data(KeyRole).toString(), where);
}

void RunsPage::removeOrCancel(const QModelIndex &index)
{
    if (!index.isValid() || !session().jobs())
        return;
    const Run run = m_filter.runAt(index);
    const bool over = isTerminal(run.status);
    const QString question =
        over ? tr("Delete %1 with its logs and outputs? This cannot be undone.").arg(nameOf(run))
             : tr("Cancel %1? Its processes are ended; what it wrote so far stays.").arg(nameOf(run));
    m_confirm->ask(question, over ? tr("Delete run") : tr("Cancel run"), [this, id = run.id, over] {
        JobService *jobs = session().jobs();
        if (!jobs)
            return;
        m_acting.ask(over ? jobs->remove(id) : jobs->cancel(id), [this](Result<bool> result) {
            if (!result)
                navigator().notify(result.error());
            session().quicken();
            m_reading.refresh();
        });
        m_table->setFocus();
    });
}

void RunsPage::resubmit()
{
    const QString id = currentId();
    if (id.isEmpty() || !session().jobs())
        return;
    m_askingJob.ask(session().jobs()->job(id), [this](Result<Job> job) {
        if (!job) {
            navigator().notify(job.error());
            return;
        }
        job->name.clear();
        navigator().openWizard(*job);
    });
}

void RunsPage::activate()
{
    m_look->setWatched(true);
    m_reading.refresh();
    m_table->setFocus();
    if (m_reading.model()->hasActive())
        m_clock.start();
}

void RunsPage::deactivate()
{
    m_look->setWatched(false);
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
    return m_reading.state() != Reading::State::Loading;
}

QVariantMap RunsPage::saveState() const
{
    return {{u"table"_s, m_table->saveState()}, {u"splitter"_s, m_splitter->saveState()}};
}

void RunsPage::restoreState(const QVariantMap &state)
{
    m_table->restoreState(state.value(u"table"_s).toMap());
    m_splitter->restoreState(state.value(u"splitter"_s).toByteArray());
    m_look->setVisible(m_quick->isChecked());
}

} // namespace Roost
