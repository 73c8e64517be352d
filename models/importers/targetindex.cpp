// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/importers/targetindex.h"

#include "models/wire/mlflow/client.h"
#include "models/wire/mlflow/copyreplies.h"
#include "models/wire/mlflow/copyrequests.h"

#include <QSysInfo>

#include <cerrno>
#include <csignal>
#include <unistd.h>

namespace Roost::Importers {

using namespace Qt::StringLiterals;

namespace {

// A run in a list contains all its params and last metrics.
constexpr int runsPerPage = 200;
constexpr int experimentsPerSearch = 500;
constexpr auto writing = "writing:"_L1;

// Returns whether the import that set the mark has ended. That of another machine counts as running.
bool isAbandoned(const QString &mark)
{
    if (mark.isEmpty())
        return true;
    const QString host = mark.sliced(writing.size()).section(u'/', 0, 0);
    const auto process = pid_t(mark.section(u'/', -1).toLongLong());
    if (host != QSysInfo::machineHostName())
        return false;
    return process <= 0 || process == ::getpid() || (::kill(process, 0) != 0 && errno == ESRCH);
}

} // namespace

QString writingMark()
{
    return writing + u"%1/%2"_s.arg(QSysInfo::machineHostName()).arg(::getpid());
}

Result<TargetIndex> TargetIndex::read(TrackingApi &api)
{
    TargetIndex index;
    if (const auto read = index.readExperiments(api); !read)
        return std::unexpected(read.error());
    if (const auto read = index.readRuns(api); !read)
        return std::unexpected(read.error());
    return index;
}

Result<void> TargetIndex::readExperiments(TrackingApi &api)
{
    return readPages([&](const QString &token) -> Result<QString> {
        const auto reply = api.query(u"experiments/search"_s, Wire::allExperimentsBody(token));
        if (!reply)
            return std::unexpected(reply.error());
        const auto page = Wire::mlflowPageFrom(*reply, Wire::MlflowList::Experiments);
        for (const QJsonObject &one : page.items) {
            const auto experiment = Wire::experimentFrom(one);
            m_experiments.insert(experiment.name, {experiment.id, experiment.deleted});
        }
        return page.next;
    });
}

Result<void> TargetIndex::readRuns(TrackingApi &api)
{
    QStringList ids;
    for (const Experiment &one : std::as_const(m_experiments))
        ids += one.id;
    for (qsizetype at = 0; at < ids.size(); at += experimentsPerSearch) {
        const QStringList some = ids.mid(at, experimentsPerSearch);
        const auto read = readPages([&](const QString &token) -> Result<QString> {
            const auto reply =
                api.query(u"runs/search"_s, Wire::filteredRunsBody(some, Wire::hasTagFilter(ImportTag::origin), true,
                                                                   runsPerPage, token));
            if (!reply)
                return std::unexpected(reply.error());
            const auto page = Wire::mlflowPageFrom(*reply, Wire::MlflowList::Runs);
            for (const QJsonObject &one : page.items) {
                const auto run = Wire::mlflowRunFrom(one);
                const QString fingerprint = run.tags.value(ImportTag::fingerprint);
                const bool isWritten = !fingerprint.isEmpty() && !fingerprint.startsWith(writing);
                if (isWritten || !isAbandoned(fingerprint)) {
                    m_runs.insert(run.tags.value(ImportTag::origin),
                                  {run.id, run.artifactUri, run.experimentId, fingerprint,
                                   run.tags.value(ImportTag::parent), run.deleted});
                } else if (!run.deleted) {
                    m_incomplete += run.id;
                }
            }
            return page.next;
        });
        if (!read)
            return read;
    }
    return {};
}

const TargetIndex::Experiment *TargetIndex::experiment(const QString &name) const
{
    const auto found = m_experiments.constFind(name);
    return found == m_experiments.constEnd() ? nullptr : &*found;
}

const TargetRun *TargetIndex::run(const QString &origin) const
{
    const auto found = m_runs.constFind(origin);
    return found == m_runs.constEnd() ? nullptr : &*found;
}

QHash<QString, QString> TargetIndex::orphans() const
{
    QHash<QString, QString> found;
    for (const TargetRun &one : m_runs) {
        if (!one.missingParent.isEmpty() && !one.deleted)
            found.insert(one.id, one.missingParent);
    }
    return found;
}

} // namespace Roost::Importers
