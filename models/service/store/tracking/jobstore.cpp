// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/service/store/tracking/jobstore.h"

namespace Roost::Service::Store {

void JobStore::insert(const JobRow &job)
{
    m_connection.run("INSERT INTO jobs(run, spec, code_hash, submitted) VALUES(?1, ?2, ?3, ?4)", job.run, job.spec,
                     job.codeHash, job.submitted);
}

std::optional<JobRow> JobStore::find(qint64 run) const
{
    Statement job =
        m_connection.query("SELECT spec, code_hash, submitted, cancel_requested, gpus FROM jobs WHERE run = ?1", run);
    if (!job.next())
        return std::nullopt;
    return JobRow{run, job.bytes(0), job.text(1), job.bytes(2), job.flag(3), job.bytes(4)};
}

void JobStore::setGpus(qint64 run, const QByteArray &gpus)
{
    m_connection.run("UPDATE jobs SET gpus = ?2 WHERE run = ?1", run, gpus);
}

void JobStore::requestCancel(const QString &runId)
{
    m_connection.run("UPDATE jobs SET cancel_requested = 1 WHERE run = (SELECT seq FROM runs WHERE id = ?1)", runId);
}

void JobStore::setMasked(qint64 run)
{
    m_connection.run("UPDATE jobs SET is_masked = 1 WHERE run = ?1", run);
}

void JobStore::setMasked(qint64 run, const QByteArray &spec, const QByteArray &submitted)
{
    m_connection.run("UPDATE jobs SET spec = ?2, submitted = ?3, is_masked = 1 WHERE run = ?1", run, spec, submitted);
}

QList<UnmaskedJob> JobStore::unmasked() const
{
    QList<UnmaskedJob> jobs;
    Statement rows = m_connection.query("SELECT jobs.run, runs.id, jobs.spec, jobs.submitted FROM jobs JOIN runs ON "
                                        "runs.seq = jobs.run WHERE jobs.is_masked = 0 AND runs.status IN ('Completed', "
                                        "'Failed', 'Canceled')");
    while (rows.next())
        jobs += UnmaskedJob{rows.integer(0), rows.text(1), rows.bytes(2), rows.bytes(3)};
    return jobs;
}

} // namespace Roost::Service::Store
