// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/items/runs/runsmodel.h"
#include "models/items/workspace/topicquery.h"

namespace Roost::Items {

/// Keeps a RunsModel up to date: reads the newest page whenever the session announces changed runs, and older pages
/// once, on demand. A single changed run is read alone.
class RunsQuery final : public LiveQuery
{
    Q_OBJECT
public:
    explicit RunsQuery(WorkspaceSession *session, QObject *parent = nullptr);

    RunsModel *model() { return &m_model; }
    /// Returns whether there are older runs that were not read yet.
    bool hasMore() const { return !m_next.isEmpty(); }
    bool isLoadingMore() const { return m_moreQuery.isWaiting(); }

    void refresh() override;
    void loadMore();
    /// If true, reads page after page until all runs are present, now and after each refresh. A filter, or an order
    /// other than newest first, would otherwise apply to only a part of the runs.
    void setReadsAll(bool all);
    /// Returns whether all runs were requested and are still being read.
    bool isReadingAll() const { return m_readsAll && isLoadingMore(); }

private:
    void changed(const QStringList &topics);
    bool readLastKnown();
    RunHistory *history() const;
    void show(const Page<Run> &page);
    void requestNextSingle();
    void appendOlder(const QList<Run> &runs);
    QList<Run> olderThan(const QList<Run> &newest) const;

    QPointer<WorkspaceSession> m_session;
    RunsModel m_model;
    QString m_next;
    bool m_requestAgain = false;
    bool m_isKept = false; // the rows are what was kept of the workspace
    bool m_readsAll = false;
    QStringList m_single; // IDs of runs that are read alone
    PendingReply<Page<Run>> m_firstPageQuery;
    PendingReply<Page<Run>> m_moreQuery;
    PendingReply<Run> m_singleQuery;
};

} // namespace Roost::Items
