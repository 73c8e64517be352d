// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/service/store/upkeep/trash.h"

#include "models/core/topic.h"
#include "models/files/folderentries.h"
#include "models/files/removetree.h"
#include "models/service/store/database/columns.h"
#include "models/service/store/tracking/runstore.h"

using namespace Qt::StringLiterals;

namespace Roost::Service::Store {

namespace {

// A client that has just seen a snapshot may be about to submit a job with it.
constexpr qint64 codeRestMs = 24LL * 3600 * 1000;

} // namespace

Result<QList<DeletedRun>> Trash::list() const
{
    auto runs = m_store.database().read([](Connection &connection) {
        QList<DeletedRun> all;
        Statement row = connection.query("SELECT r.id, r.display_name, e.name, r.deleted_ms FROM runs r "
                                         "LEFT JOIN experiments e ON e.id = r.experiment "
                                         "WHERE r.deleted <> 0 ORDER BY r.deleted_ms DESC, r.seq DESC");
        while (row.next())
            all.append({row.text(0), row.text(1), row.text(2), timeOfMs(row.integerOrNull(3)), 0});
        return all;
    });
    if (runs) {
        for (DeletedRun &run : *runs)
            run.bytes = Files::bytesBelow(m_store.folder().run(run.id));
    }
    return runs;
}

Result<void> Trash::restore(const QString &runId)
{
    const auto restored = m_store.database().write([&runId](Connection &connection) -> Result<void> {
        const auto run = RunStore(connection).find(runId);
        if (!run)
            return std::unexpected(run.error());
        if (!run->deleted)
            return failure(ErrorKind::NotFound, u"The run \"%1\" is not in the trash."_s.arg(runId));
        Statement row = connection.query("SELECT r.deleted, e.deleted FROM runs r JOIN experiments e "
                                         "ON e.id = r.experiment WHERE r.seq = ?1",
                                         run->seq);
        row.next();
        if (row.integer(0) > 1)
            return failure(ErrorKind::Conflict, u"Parts of the run \"%1\" are removed already."_s.arg(runId));
        if (row.flag(1)) {
            return failure(ErrorKind::Conflict, u"The experiment \"%1\" of the run is deleted. Restore it first, with "
                                                "an MLflow client."_s.arg(run->experimentName));
        }
        RunStore(connection).setDeleted(run->seq, false);
        return {};
    });
    if (restored)
        m_store.changes().bump(Topic::run(runId));
    return restored;
}

Result<QList<Trash::Deleted>> Trash::deletedBefore(const QDateTime &before) const
{
    const std::optional<qint64> limit = before.isValid() ? std::optional(before.toMSecsSinceEpoch()) : std::nullopt;
    return m_store.database().read([limit](Connection &connection) {
        QList<Deleted> runs;
        Statement row = connection.query(
            "SELECT seq, id FROM runs WHERE deleted <> 0 AND (?1 IS NULL OR deleted_ms < ?1) ORDER BY deleted_ms",
            limit);
        while (row.next())
            runs.append({row.integer(0), row.text(1)});
        return runs;
    });
}

// Versions of MLflow clients name a folder of the run; those of Azure clients are copies.
Result<bool> Trash::isUsed(const Deleted &run) const
{
    return m_store.database().read([&run](Connection &connection) {
        Statement used = connection.query(
            "SELECT 1 FROM model_versions WHERE instr(location, '/' || ?1 || '/') > 0 "
            "UNION ALL SELECT 1 FROM run_models m JOIN logged_models l ON l.id = m.model JOIN runs r ON r.seq = m.run "
            "WHERE l.source_run = ?1 AND m.run <> ?2 AND r.deleted = 0 LIMIT 1",
            run.id, run.seq);
        return used.next();
    });
}

Result<void> Trash::removePoints(qint64 run)
{
    int removed = 0;
    do {
        const auto done = m_store.database().write([run](Connection &connection) {
            return connection.run("DELETE FROM metrics WHERE run = ?1 AND (key, seq) IN "
                                  "(SELECT key, seq FROM metrics WHERE run = ?1 LIMIT 20000)",
                                  run);
        });
        if (!done)
            return std::unexpected(done.error());
        removed = *done;
    } while (removed > 0);
    return {};
}

// The files first: a run that lost them stays marked, and is removed by the next call.
Result<qint64> Trash::remove(const Deleted &run)
{
    const auto marked = m_store.database().write([&run](Connection &connection) {
        connection.run("UPDATE runs SET deleted = 2 WHERE seq = ?1", run.seq);
        Statement code = connection.query("SELECT code_hash FROM jobs WHERE run = ?1", run.seq);
        return code.next() ? code.text(0) : QString();
    });
    if (!marked)
        return std::unexpected(marked.error());
    const QString folder = m_store.folder().run(run.id);
    qint64 bytes = 0;
    // The id of a run is one name; anything else does not name a folder of the service.
    if (!run.id.isEmpty() && !run.id.contains(u'/') && !run.id.startsWith(u'.')) {
        bytes = Files::bytesBelow(folder);
        if (const auto removed = Files::removeTree(folder); !removed)
            return std::unexpected(removed.error());
    }
    if (const auto removed = removePoints(run.seq); !removed)
        return std::unexpected(removed.error());
    const auto removed = m_store.database().write([&run](Connection &connection) {
        connection.run("DELETE FROM logged_models WHERE source_run = ?1", run.id);
        RunStore(connection).remove(run.seq);
    });
    if (!removed)
        return std::unexpected(removed.error());
    m_store.changes().bump(Topic::run(run.id));
    const auto code = removeUnusedCode(*marked);
    if (!code)
        return code;
    return bytes + *code;
}

Result<qint64> Trash::removeUnusedCode(const QString &hash)
{
    if (hash.isEmpty() || hash.contains(u'/') || hash.startsWith(u'.'))
        return 0;
    const auto isUnused = m_store.database().write([&hash](Connection &connection) {
        Statement used =
            connection.query("SELECT 1 FROM jobs WHERE code_hash = ?1 UNION ALL SELECT 1 FROM code_versions "
                             "WHERE hash = ?1 AND (anonymous = 0 OR created_ms > ?2) LIMIT 1",
                             hash, nowMs() - codeRestMs);
        if (used.next())
            return false;
        connection.run("DELETE FROM code_versions WHERE hash = ?1", hash);
        return true;
    });
    if (!isUnused)
        return std::unexpected(isUnused.error());
    if (!*isUnused)
        return 0;
    const QString folder = m_store.folder().code(hash);
    const qint64 bytes = Files::bytesBelow(folder);
    if (const auto removed = Files::removeTree(folder); !removed)
        return std::unexpected(removed.error());
    return bytes;
}

Result<Reclaimed> Trash::empty(const QDateTime &before, LongTask &task)
{
    const auto runs = deletedBefore(before);
    if (!runs)
        return std::unexpected(runs.error());
    Reclaimed reclaimed;
    for (const Deleted &run : *runs) {
        if (task.isCanceled())
            return LongTask::canceled();
        const auto used = isUsed(run);
        if (!used)
            return std::unexpected(used.error());
        if (*used) {
            qInfo("The deleted run %s stays: a model uses its files.", qUtf8Printable(run.id));
            ++reclaimed.kept;
            continue;
        }
        const auto bytes = remove(run);
        if (!bytes)
            return std::unexpected(bytes.error());
        ++reclaimed.runs;
        reclaimed.bytes += *bytes;
        task.addDone(*bytes);
    }
    if (reclaimed.runs > 0) {
        const auto shrunk = m_store.database().shrink();
        if (!shrunk)
            qWarning("%s", qUtf8Printable(shrunk.error().text));
        reclaimed.bytes += shrunk.value_or(0);
    }
    return reclaimed;
}

} // namespace Roost::Service::Store
