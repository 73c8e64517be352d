// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/compute/computepage.h"

#include "models/core/localcompute.h"
#include "models/items/base/format.h"
#include "models/items/catalogs/catalogqueries.h"
#include "ui/compute/computedetail.h"
#include "ui/compute/createcomputedialog.h"
#include "ui/tables/listtable.h"
#include "ui/widgets/bar.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/skeleton.h"

#include <algorithm>
#include <chrono>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace Roost::Ui {

using namespace Items;

namespace {

bool isChanging(ProvisioningState state)
{
    return !isTerminal(state) && state != ProvisioningState::Unknown;
}

} // namespace

ComputePage::ComputePage(WorkspaceSession &session, Navigator &navigator, ActiveRuns &activeRuns, QWidget *parent)
    : CatalogPage(u"compute"_s, session, navigator, parent)
    , m_activeRuns(activeRuns)
    , m_load(session)
{
    makeActions();
    m_computes.setActiveRuns(m_activeRuns.runs());
    connect(&m_activeRuns, &ActiveRuns::changed, this, [this] {
        m_computes.setActiveRuns(m_activeRuns.runs());
        showDetail();
    });
    m_follow.setSingleShot(true);
    m_follow.setInterval(2s);
    connect(&m_follow, &QTimer::timeout, this, [this] {
        if (isVisible())
            query().refresh();
    });
    makeParts();
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
    connect(m_removeAction, &QAction::triggered, this, &ComputePage::confirmRemoval);
}

void ComputePage::makeParts()
{
    auto *list = new ListTable(u"computeTable"_s, tr("Computes of the workspace"));
    list->setModel(&m_computes);
    list->setColumnMenu();
    auto *empty =
        new EmptyState(u"compute"_s, tr("There is no compute yet. Create one for your runs."), tr("Create compute"));
    m_detail = new ComputeDetail(m_load);
    connect(empty, &EmptyState::clicked, this, &ComputePage::create);
    connect(list, &ListTable::currentKeyChanged, this, &ComputePage::showDetail);
    connect(list, &TableView::removalWanted, this, &ComputePage::confirmRemoval);
    connect(m_detail, &ComputeDetail::runWanted, this,
            [this](const QString &id) { navigator().go(Location::run(id)); });
    setCatalog({.table = list,
                .empty = empty,
                .detail = m_detail,
                .unselected = new EmptyState(u"compute"_s, tr("Select a compute to see more of it.")),
                .share = 64,
                .unreadable = tr("The computes could not be read."),
                .lacking = tr("This workspace keeps the history of runs; it has no compute to start them on.")},
               readComputes(session(), [this](const QList<Compute> &computes) { m_computes.setComputes(computes); }));
}

void ComputePage::activate()
{
    CatalogPage::activate();
    m_load.setWatched(true);
}

void ComputePage::deactivate()
{
    m_load.setWatched(false);
    CatalogPage::deactivate();
}

QList<QAction *> ComputePage::headerActions()
{
    return {m_createAction, m_removeAction};
}

void ComputePage::showDetail()
{
    const bool isAnyChanging =
        std::ranges::any_of(m_computes.rows(), [](const ComputeRow &row) { return isChanging(row.compute.state); });
    if (isAnyChanging && !m_follow.isActive())
        m_follow.start();
    const ComputeRow *row = m_computes.find(table().currentKey());
    m_createAction->setEnabled(query().hasContent());
    m_removeAction->setEnabled(row && !isThisMachine(row->compute) && !m_removal.isWaiting());
    if (row) {
        m_detail->show(*row);
        detailStack().showContent();
    } else if (query().state() == LiveQuery::State::Ready && !isEmpty()) {
        detailStack().showEmpty();
    } else {
        detailStack().showNothing();
    }
}

void ComputePage::create()
{
    auto *dialog = new CreateComputeDialog(session(), this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &CreateComputeDialog::created, this, [this](const Compute &compute) {
        selectWhenListed(compute.name);
        query().refresh();
    });
    dialog->open();
}

void ComputePage::confirmRemoval()
{
    const ComputeRow *row = m_computes.find(table().currentKey());
    if (!row || !m_removeAction->isEnabled())
        return;
    const QString name = row->compute.name;
    const int runs = int(row->runs.size());
    const QString question =
        runs == 0 ? tr("Delete the compute %1?").arg(Format::isolated(name))
                  : tr("Delete the compute %1? %n runs on it are canceled.", nullptr, runs).arg(Format::isolated(name));
    confirmBar().showQuestion(question, tr("Delete compute"), [this, name] { remove(name); }, tr("Keep compute"));
}

void ComputePage::remove(const QString &name)
{
    ComputeCatalog *catalog = session().computes();
    if (!catalog)
        return;
    m_removal.watch(catalog->remove(name), [this, name](const Result<void> &result) {
        if (!result)
            navigator().notify(result.error());
        else
            navigator().notify(tr("%1 is being deleted.").arg(Format::isolated(name)));
        session().pollNow();
        query().refresh();
    });
    showDetail();
}

} // namespace Roost::Ui
