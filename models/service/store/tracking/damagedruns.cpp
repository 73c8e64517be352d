// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/service/store/tracking/damagedruns.h"

namespace Roost::Service::Store {

namespace {

// Calls `read` and returns whether the database could be read.
template <typename Read>
bool isReadable(const Read &read)
{
    try {
        read();
        return true;
    } catch (const DatabaseFailure &problem) {
        if (problem.error().kind != ErrorKind::Unreadable)
            throw;
        return false;
    }
}

} // namespace

DamagedRuns::DamagedRuns(Connection &connection)
    : m_connection(connection)
{
    // The index has its own pages.
    QList<qint64> all;
    Statement row = connection.query("SELECT seq FROM runs INDEXED BY runs_by_time");
    while (row.next())
        all.append(row.integer(0));
    const RunStore store(connection);
    for (const qint64 seq : std::as_const(all)) {
        if (!isReadable([&] { static_cast<void>(store.bySeq(seq)); }))
            m_seqs.append(seq);
    }
    if (!m_seqs.isEmpty())
        qWarning("%lld runs cannot be read, because the database is damaged.", qlonglong(m_seqs.size()));
}

QList<RunRow> DamagedRuns::rows() const
{
    QList<RunRow> rows;
    for (const qint64 seq : m_seqs) {
        RunRow run;
        run.seq = seq;
        run.status = RunStatus::Failed;
        run.displayName = QStringLiteral("Damaged run");
        run.errorText = QStringLiteral("The record of this run is damaged. Save what can be read with: roostctl "
                                       "workspace check --repair.");
        isReadable([&] {
            Statement id =
                m_connection.query("SELECT id FROM runs INDEXED BY sqlite_autoindex_runs_1 WHERE +seq = ?1", seq);
            if (id.next())
                run.id = id.text(0);
        });
        rows.append(run);
    }
    return rows;
}

QList<RunRow> readableRuns(Connection &connection, qint64 limit, const std::function<QList<qint64>()> &page,
                           const std::function<QList<qint64>(const QList<qint64> &damaged)> &pageWithout)
{
    const RunStore store(connection);
    QList<RunRow> rows;
    if (isReadable([&] { rows = store.bySeqs(page()); }))
        return rows;
    const DamagedRuns damaged(connection);
    rows = store.bySeqs(pageWithout(damaged.seqs()));
    if (rows.size() < limit)
        rows += damaged.rows();
    return rows;
}

} // namespace Roost::Service::Store
