// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/compute/computepage.h"

#include "ui/compute/computedetail.h"
#include "ui/parts/bar.h"
#include "ui/parts/createcomputedialog.h"
#include "ui/parts/emptystate.h"
#include "ui/parts/listtable.h"
#include "ui/parts/skeleton.h"

#include <algorithm>
#include <chrono>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace Roost {

namespace {

bool isMoving(ProvisioningState state)
{
    return state == ProvisioningState::Creating || state == ProvisioningState::Updating ||
           state == ProvisioningState::Deleting;
}

} // namespace

ComputePage::ComputePage(WorkspaceSession &session, Navigator &navigator, QWidget *parent)
    : SplitPage(session, navigator, parent)
    , m_activeRuns(session)
{
    setObjectName("computePage"_L1);
    makeActions();
    makeParts();
    m_computes.setActiveRuns(m_activeRuns.runs());
    m_reading = std::make_unique<TopicReading<QList<Compute>>>(
        &session, u"computes"_s,
        [](WorkspaceSession &from) -> std::optional<Answer<QList<Compute>>> {
            return from.computes() ? std::optional(from.computes()->computes()) : std::nullopt;
        },
        [this](const QList<Compute> &computes) { m_computes.setComputes(computes); });
    connect(m_reading.get(), &Reading::stateChanged, this, &ComputePage::showState);
    connect(m_reading.get(), &Reading::arrived, this, &ComputePage::showState);
    connect(&m_activeRuns, &ActiveRuns::changed, this, [this] {
        m_computes.setActiveRuns(m_activeRuns.runs());
        showDetail();
    });
    m_follow.setSingleShot(true);
    m_follow.setInterval(2s);
    connect(&m_follow, &QTimer::timeout, this, [this] {
        if (isVisible())
            m_reading->refresh();
    });
    showState();
}

void ComputePage::makeActions()
{
    m_createAction = new QAction(Theme::icon(u"add"_s), tr("Create compute"), this);
    m_createAction->setObjectName("createCompute"_L1);
    m_createAction->setProperty("primary", true);
    m_removeAction = new QAction(Theme::icon(u"delete"_s), tr("Delete"), this);
    m_removeAction->setObjectName("deleteCompute"_L1);
    m_removeAction->setToolTip(tr("Delete the selected compute (Del)"));
    connect(m_createAction, &QAction::triggered, this, &ComputePage::create);
    connect(m_removeAction, &QAction::triggered, this, &ComputePage::askToRemove);
}

void ComputePage::makeParts()
{
    m_error = new ErrorBar;
    m_error->setObjectName("computeError"_L1);
    m_confirm = new ConfirmBar;
    m_confirm->setObjectName("computeConfirm"_L1);
    addTop(m_error);
    addTop(m_confirm);
    m_table = new ListTable(u"computeTable"_s, tr("Computes of the workspace"));
    m_table->setModel(&m_computes);
    m_table->setColumns({16, 11, 20, 22, 16}, ComputesModel::Running);
    m_table->setColumnMenu({ComputesModel::Name});
    m_empty = new EmptyState(u"compute"_s, tr("There is no compute yet. Create one for the runs to go to."),
                             tr("Create compute"));
    m_empty->setObjectName("computeEmpty"_L1);
    m_stack = new ContentStack(m_table, m_empty);
    m_detail = new ComputeDetail;
    m_detailStack = new ContentStack(m_detail, new EmptyState(u"compute"_s, tr("Select a compute to see more of it.")));
    setParts(m_stack, m_detailStack, 64);
    connect(m_empty, &EmptyState::clicked, this, &ComputePage::create);
    connect(m_error, &ErrorBar::retry, this, &ComputePage::refresh);
    connect(m_table, &ListTable::currentKeyChanged, this, [this] { showDetail(); });
    connect(m_table, &TableView::removalWanted, this, &ComputePage::askToRemove);
    connect(m_detail, &ComputeDetail::runWanted, this, [this](const QString &id) { navigator().openRun(id); });
}

QList<QAction *> ComputePage::headerActions()
{
    return {m_createAction, m_removeAction};
}

void ComputePage::show(const QString &name)
{
    m_wanted = name;
    showState();
}

void ComputePage::activate()
{
    m_reading->refresh();
}

void ComputePage::refresh()
{
    SplitPage::refresh();
    m_reading->refresh();
}

void ComputePage::showState()
{
    const Reading::State state = m_reading->state();
    m_createAction->setEnabled(m_reading->hasContent());
    if (state == Reading::State::Failed || state == Reading::State::Stale)
        m_error->setError(tr("The computes could not be read."), m_reading->error());
    else
        m_error->clear();
    if (state == Reading::State::Loading) {
        m_stack->showLoading();
    } else if (state == Reading::State::Failed) {
        m_stack->showNothing();
    } else if (state == Reading::State::Lacking) {
        m_empty->setSentence(tr("This workspace keeps the history of runs; it has no compute to start them on."));
        m_empty->setButton({});
        m_stack->showEmpty();
    } else if (m_computes.rowCount() == 0) {
        m_stack->showEmpty();
    } else {
        m_stack->showContent();
        if (!m_wanted.isEmpty() && m_computes.find(m_wanted))
            m_table->setCurrentKey(std::exchange(m_wanted, {}));
        else if (!m_table->currentRow().isValid())
            m_table->setCurrentKey(m_computes.at(0).compute.name);
    }
    const bool moving =
        std::ranges::any_of(m_computes.rows(), [](const ComputeRow &row) { return isMoving(row.compute.state); });
    if (moving && !m_follow.isActive())
        m_follow.start();
    showDetail();
}

void ComputePage::showDetail()
{
    const ComputeRow *row = m_computes.find(m_table->currentKey());
    m_removeAction->setEnabled(row && row->compute.type != "Local"_L1 && !m_removal.isWaiting());
    if (!row) {
        m_reading->state() == Reading::State::Ready &&m_computes.rowCount() > 0 ? m_detailStack->showEmpty()
                                                                                : m_detailStack->showNothing();
        return;
    }
    m_detail->show(*row);
    m_detailStack->showContent();
}

void ComputePage::create()
{
    auto *dialog = new CreateComputeDialog(session(), this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &CreateComputeDialog::created, this, [this](const Compute &compute) {
        m_wanted = compute.name;
        m_reading->refresh();
    });
    dialog->open();
}

void ComputePage::askToRemove()
{
    const ComputeRow *row = m_computes.find(m_table->currentKey());
    if (!row || !m_removeAction->isEnabled())
        return;
    const QString name = row->compute.name;
    const int runs = int(row->runs.size());
    const QString question = runs == 0
                                 ? tr("Delete the compute %1?").arg(name)
                                 : tr("Delete the compute %1? %n runs on it are canceled.", nullptr, runs).arg(name);
    m_confirm->ask(question, tr("Delete compute"), [this, name] { remove(name); });
}

void ComputePage::remove(const QString &name)
{
    ComputeCatalog *catalog = session().computes();
    if (!catalog)
        return;
    m_removal.ask(catalog->remove(name), [this, name](const Result<bool> &result) {
        if (!result)
            navigator().notify(result.error());
        else
            navigator().notify(tr("%1 is being deleted.").arg(name));
        session().quicken();
        m_reading->refresh();
    });
    showDetail();
}

QVariantMap ComputePage::saveState() const
{
    QVariantMap state = SplitPage::saveState();
    state.insert(u"table"_s, m_table->saveState());
    return state;
}

void ComputePage::restoreState(const QVariantMap &state)
{
    SplitPage::restoreState(state);
    m_table->restoreState(state.value(u"table"_s).toMap());
}

} // namespace Roost
