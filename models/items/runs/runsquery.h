// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/items/runs/runsmodel.h"
#include "models/items/workspace/topicquery.h"

namespace Roost::Items {

/// Keeps a RunsModel fresh: the newest page is read whenever the session announces changed runs, older pages on demand
/// and once. A single changed run is read alone.
class RunsQuery final : public LiveQuery
{
    Q_OBJECT
public:
    explicit RunsQuery(WorkspaceSession *session, QObject *parent = nullptr);

    RunsModel *model() { return &m_model; }
    /// Whether there are older runs than the present ones.
    bool hasMore() const { return !m_next.isEmpty(); }
    bool isLoadingMore() const { return m_moreQuery.isWaiting(); }

    void refresh() override;
    void loadMore();
    /// Reads page after page until all runs are present, now and after each refresh: a filter, or another order than
    /// the newest first, would otherwise apply to a part of the runs.
    void setReadsAll(bool all);
    /// Whether all runs were requested and are still being read.
    bool isReadingAll() const { return m_readsAll && isLoadingMore(); }

private:
    void changed(const QStringList &topics);
    void show(const Page<Run> &page);
    void requestNextSingle();
    void appendOlder(const QList<Run> &runs);
    QList<Run> olderThan(const QList<Run> &newest) const;

    QPointer<WorkspaceSession> m_session;
    RunsModel m_model;
    QString m_next;
    bool m_requestAgain = false;
    bool m_readsAll = false;
    QStringList m_single; // ids of runs to be read alone
    PendingReply<Page<Run>> m_firstPageQuery;
    PendingReply<Page<Run>> m_moreQuery;
    PendingReply<Run> m_singleQuery;
};

} // namespace Roost::Items
