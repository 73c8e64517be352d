// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/runs/activeruns.h"

#include "models/core/topic.h"
#include "models/items/runs/runsmodel.h"
#include "models/items/workspace/workspacesession.h"

#include <algorithm>
#include <utility>

namespace Roost::Items {

using namespace Qt::StringLiterals;

ActiveRuns::ActiveRuns(WorkspaceSession &session)
    : m_session(session)
{
    connect(&session, &WorkspaceSession::changed, this, [this](const QStringList &topics) {
        if (WorkspaceSession::concerns(topics, Topic::Runs))
            request();
    });
    request();
}

int ActiveRuns::running() const
{
    return int(std::ranges::count_if(m_runs, [](const Run &run) {
        return run.status == RunStatus::Running || run.status == RunStatus::Finalizing;
    }));
}

QString ActiveRuns::queueReason() const
{
    for (const Run &run : m_runs) {
        if (const QString why = whyItWaits(run); !why.isEmpty())
            return why;
    }
    return {};
}

void ActiveRuns::request()
{
    if (!m_session.runHistory())
        return;
    if (m_runsQuery.isWaiting()) {
        m_requestAgain = true;
        return;
    }
    RunQuery query;
    query.activeOnly = true;
    m_runsQuery.watch(m_session.runHistory()->runs(query), [this](Result<Page<Run>> result) {
        const Error former = std::exchange(m_error, result ? Error{} : result.error());
        if (result)
            show(std::move(result->items));
        else if (m_error.text != former.text)
            Q_EMIT changed();
        if (std::exchange(m_requestAgain, false))
            request();
    });
}

void ActiveRuns::show(QList<Run> runs)
{
    // Back ends that lack the filter return all runs.
    runs.removeIf([](const Run &run) { return isTerminal(run.status); });
    for (const Run &was : std::as_const(m_runs)) {
        const bool isThere = std::ranges::any_of(runs, [&was](const Run &run) { return run.id == was.id; });
        if (!isThere && !m_endedIds.contains(was.id))
            m_endedIds.append(was.id);
    }
    const bool same = m_known && runs == m_runs;
    m_known = true;
    m_runs = std::move(runs);
    if (!same)
        Q_EMIT changed();
    if (!m_endedQuery.isWaiting())
        requestNextEnded();
}

void ActiveRuns::requestNextEnded()
{
    if (m_endedIds.isEmpty() || !m_session.runHistory())
        return;
    m_endedQuery.watch(m_session.runHistory()->run(m_endedIds.takeFirst()), [this](Result<Run> result) {
        if (result && isTerminal(result->status))
            Q_EMIT ended(*result);
        requestNextEnded();
    });
}

} // namespace Roost::Items
