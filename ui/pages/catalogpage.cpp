// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/catalogpage.h"

#include "ui/tables/listtable.h"
#include "ui/widgets/bar.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/skeleton.h"

using namespace Qt::StringLiterals;

namespace Roost::Ui {

using namespace Items;

CatalogPage::CatalogPage(const QString &name, WorkspaceSession &session, Navigator &navigator, QWidget *parent)
    : SplitPage(session, navigator, parent)
    , m_name(name)
    , m_error(new ErrorBar)
    , m_confirm(new ConfirmBar)
{
    setObjectName(name + "Page"_L1);
    m_error->setObjectName(name + "Error"_L1);
    m_confirm->setObjectName(name + "Confirm"_L1);
    addTop(m_error);
    addTop(m_confirm);
    connect(m_error, &ErrorBar::retry, this, &CatalogPage::refresh);
}

CatalogPage::~CatalogPage() = default;

void CatalogPage::setCatalog(const Parts &parts, std::unique_ptr<LiveQuery> query)
{
    m_table = parts.table;
    m_empty = parts.empty;
    m_empty->setObjectName(m_name + "Empty"_L1);
    m_unreadable = parts.unreadable;
    m_lacking = parts.lacking;
    m_stack = new ContentStack(m_table, m_empty);
    m_detailStack = new ContentStack(parts.detail, parts.unselected);
    setFocusProxy(m_table);
    setParts(m_stack, m_detailStack, parts.share);
    m_query = std::move(query);
    connect(m_query.get(), &LiveQuery::stateChanged, this, &CatalogPage::showState);
    connect(m_query.get(), &LiveQuery::arrived, this, &CatalogPage::showState);
    showState();
}

void CatalogPage::activate()
{
    m_query->setWatched(true);
    m_query->refresh();
}

void CatalogPage::deactivate()
{
    m_query->setWatched(false);
}

void CatalogPage::refresh()
{
    SplitPage::refresh();
    m_query->refresh();
}

bool CatalogPage::isLoaded() const
{
    return m_query->state() != LiveQuery::State::Loading;
}

bool CatalogPage::isEmpty() const
{
    return m_table->model()->rowCount() == 0;
}

void CatalogPage::selectWhenListed(const QString &key, const QString &version)
{
    m_pendingKey = key;
    m_pendingVersion = version;
    showState();
}

void CatalogPage::showState()
{
    const LiveQuery::State state = m_query->state();
    if (state == LiveQuery::State::Failed)
        m_error->setError(m_unreadable, m_query->error());
    else if (state == LiveQuery::State::Stale)
        m_error->setStale(m_query->error());
    else
        m_error->clear();
    if (state == LiveQuery::State::Loading) {
        m_stack->showLoading();
    } else if (state == LiveQuery::State::Failed) {
        m_stack->showNothing();
    } else if (state == LiveQuery::State::Lacking) {
        m_empty->setSentence(m_lacking);
        m_empty->setButton({});
        m_stack->showEmpty();
    } else if (isEmpty()) {
        m_stack->showEmpty();
    } else {
        m_stack->showContent();
        chooseEntry();
    }
    showDetail();
}

void CatalogPage::chooseEntry()
{
    if (!m_pendingKey.isEmpty() && m_table->hasKey(m_pendingKey))
        m_table->setCurrentKey(takePendingKey());
    else if (!m_table->currentRow().isValid())
        m_table->setCurrentKey(m_table->firstKey());
}

QVariantMap CatalogPage::saveState() const
{
    QVariantMap state = SplitPage::saveState();
    state.insert(u"table"_s, m_table->saveState());
    return state;
}

void CatalogPage::restoreState(const QVariantMap &state)
{
    SplitPage::restoreState(state);
    m_table->restoreState(state.value(u"table"_s).toMap());
}

} // namespace Roost::Ui
