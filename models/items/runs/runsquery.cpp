// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/runs/runsquery.h"

#include "models/core/topic.h"

#include <utility>

namespace Roost::Items {

using namespace Qt::StringLiterals;

namespace {

// For more changed runs than this, reading a whole page is cheaper.
constexpr qsizetype MostSingle = 8;

} // namespace

RunsQuery::RunsQuery(WorkspaceSession *session, QObject *parent)
    : LiveQuery(parent)
    , m_session(session)
{
    connect(session, &WorkspaceSession::changed, this, &RunsQuery::changed);
    connect(session, &WorkspaceSession::stateChanged, this, [this] {
        if (!hasContent())
            refresh();
        else if (m_session->isShowingLastKnown())
            setState(State::Stale, m_session->ageOfLastKnown());
    });
    refresh();
}

// Returns the history that answers now: that of the workspace, or what is kept of it.
RunHistory *RunsQuery::history() const
{
    if (!m_session)
        return nullptr;
    if (m_session->runHistory())
        return m_session->runHistory();
    return m_session->lastKnown() ? m_session->lastKnown()->runHistory() : nullptr;
}

// Shows the runs that are kept of the workspace. Returns false if none are kept.
bool RunsQuery::readLastKnown()
{
    if (!m_session || !m_session->lastKnown() || m_session->state() == WorkspaceSession::State::Failed)
        return false;
    if (hasContent() || m_firstPageQuery.isWaiting())
        return true;
    m_firstPageQuery.watch(m_session->lastKnown()->runHistory()->runs({}), [this](Result<Page<Run>> result) {
        if (result) {
            show(*result);
            m_isKept = true;
            setState(State::Stale, m_session->ageOfLastKnown());
            Q_EMIT arrived();
        } else {
            const bool isOutOfReach = m_session && m_session->state() == WorkspaceSession::State::Stale;
            setState(isOutOfReach ? State::Failed : State::Loading, result.error());
        }
        if (m_requestAgain)
            refresh();
    });
    return true;
}

void RunsQuery::changed(const QStringList &topics)
{
    if (!isWatched() || !WorkspaceSession::concerns(topics, Topic::Runs))
        return;
    QStringList known;
    for (const QString &topic : topics) {
        const QString id = Topic::runOf(topic);
        if (id.isEmpty())
            continue;
        if (m_model.indexOf(id) < 0) {
            refresh();
            return;
        }
        if (!known.contains(id))
            known += id;
    }
    if (known.isEmpty() || known.size() > MostSingle || !hasContent()) {
        refresh();
        return;
    }
    for (const QString &id : std::as_const(known)) {
        if (!m_single.contains(id))
            m_single += id;
    }
    if (!m_singleQuery.isWaiting())
        requestNextSingle();
}

void RunsQuery::requestNextSingle()
{
    if (m_single.isEmpty() || !m_session || !m_session->runHistory())
        return;
    const QString id = m_single.takeFirst();
    m_singleQuery.watch(m_session->runHistory()->run(id), [this, id](Result<Run> result) {
        if (result)
            m_model.upsert(*result);
        else if (result.error().kind == ErrorKind::NotFound)
            m_model.removeKey(id);
        requestNextSingle();
        Q_EMIT arrived();
    });
}

void RunsQuery::refresh()
{
    if (!m_session || !m_session->runHistory()) {
        if (readLastKnown())
            return;
        if (m_session && m_session->state() == WorkspaceSession::State::Failed)
            setState(State::Failed, m_session->error());
        else if (!hasContent())
            setState(State::Loading);
        return;
    }
    // A request in flight is not canceled: in a busy workspace no request would ever complete.
    if (m_firstPageQuery.isWaiting()) {
        m_requestAgain = true;
        return;
    }
    m_requestAgain = false;
    if (state() == State::Failed)
        setState(State::Loading);
    m_firstPageQuery.watch(m_session->runHistory()->runs({}), [this](Result<Page<Run>> result) {
        if (result) {
            show(*result);
            setState(State::Ready);
            Q_EMIT arrived();
        } else {
            const bool isAway = result.error().mayPass();
            if (!(isAway && !hasContent() && readLastKnown()))
                setState(hasContent() ? State::Stale : State::Failed, result.error());
        }
        if (m_requestAgain)
            refresh();
    });
}

QList<Run> RunsQuery::olderThan(const QList<Run> &newest) const
{
    QList<Run> older;
    if (newest.isEmpty())
        return older;
    const QDateTime border = newest.last().created;
    for (const Run &run : m_model.rows()) {
        if (run.created < border)
            older += run;
    }
    return older;
}

void RunsQuery::show(const Page<Run> &page)
{
    // The runs after this page were read earlier. If there is no next page, there are none.
    const bool isWhole = std::exchange(m_isKept, false) || page.next.isEmpty();
    const QList<Run> older = isWhole ? QList<Run>() : olderThan(page.items);
    if (older.isEmpty())
        m_next = page.next;
    m_model.setRows(page.items + older);
    if (m_readsAll)
        loadMore();
}

void RunsQuery::setReadsAll(bool all)
{
    m_readsAll = all;
    if (all)
        loadMore();
}

// Skips runs that are present: a run that was created in the meantime shifts the pages, so that the last run of one
// page is the first of the next.
void RunsQuery::appendOlder(const QList<Run> &runs)
{
    QList<Run> all = m_model.rows();
    for (const Run &run : runs) {
        if (m_model.indexOf(run.id) < 0)
            all += run;
    }
    m_model.setRows(all);
}

void RunsQuery::loadMore()
{
    if (m_next.isEmpty() || m_moreQuery.isWaiting() || !history())
        return;
    m_moreQuery.watch(history()->runs({}, m_next), [this](Result<Page<Run>> result) {
        if (!result) {
            setState(State::Stale, result.error());
            return;
        }
        m_next = result->next;
        appendOlder(result->items);
        if (m_readsAll)
            loadMore();
        Q_EMIT arrived();
    });
}

} // namespace Roost::Items
