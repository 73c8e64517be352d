// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/items/runs/runsmodel.h"
#include "models/items/workspace/topicquery.h"

namespace Roost::Items {

/// Keeps a RunsModel fresh: the newest page is read whenever the session says that runs changed, older pages on
/// demand; what is known of them stays. A run that alone changed is asked for alone.
class RunsQuery final : public LiveQuery
{
    Q_OBJECT
public:
    explicit RunsQuery(WorkspaceSession *session, QObject *parent = nullptr);

    RunsModel *model() { return &m_model; }
    /// There are older runs than those shown.
    bool hasMore() const { return !m_next.isEmpty(); }
    bool isLoadingMore() const { return m_askingMore.isWaiting(); }

    void refresh() override;
    void loadMore();
    /// Reads page after page until all runs are there, now and after each refresh: a filter or another order than the
    /// newest first would answer for a part only.
    void setReadsAll(bool all);
    /// All were wanted, and are not there yet because reading goes on.
    bool isReadingAll() const { return m_readsAll && isLoadingMore(); }

private:
    void changed(const QStringList &topics);
    void show(const Page<Run> &page);
    void askNext();
    void appendOlder(const QList<Run> &runs);
    QList<Run> olderThan(const QList<Run> &newest) const;

    QPointer<WorkspaceSession> m_session;
    RunsModel m_model;
    QString m_next;
    bool m_again = false;
    bool m_readsAll = false;
    QStringList m_single; // ids that alone are to be read anew
    PendingReply<Page<Run>> m_asking;
    PendingReply<Page<Run>> m_askingMore;
    PendingReply<Run> m_askingOne;
};

} // namespace Roost::Items
