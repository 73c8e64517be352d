// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/backends/azureml/azuremaintenance.h"

#include "models/wire/roost/maintenance.h"

using namespace Qt::StringLiterals;

namespace Roost::AzureMl {

namespace {

using Progress = std::function<void(qint64, qint64)>;

// The service returns earlier if the task is over. With a listener it is asked more often.
QString waitSeconds(const Progress &progress)
{
    return progress ? u"1"_s : u"10"_s;
}

Future<QJsonObject> follow(const ContextPtr &context, const QString &task, const Progress &progress)
{
    const QUrl url = context->roostUrl(u"maintenance/tasks/"_s + segment(task), {{u"wait"_s, waitSeconds(progress)}});
    return andThen(context->client.get(url), [=](const QJsonObject &json) -> Future<QJsonObject> {
        const auto state = Wire::taskStateFrom(json);
        if (!state.isRunning)
            return readyFuture<QJsonObject>(state.result);
        if (progress)
            progress(state.done, state.total);
        return follow(context, task, progress);
    });
}

} // namespace

Future<QJsonObject> AzureMaintenance::task(const QString &below, const QJsonObject &body, const Progress &progress)
{
    const auto context = m_context;
    return andThen(context->client.post(context->roostUrl(u"maintenance/"_s + below), body),
                   [=](const QJsonObject &json) { return follow(context, Wire::taskFrom(json), progress); });
}

Future<Backup> AzureMaintenance::backup(const QString &folder, Progress progress)
{
    return transform(task(u"backup"_s, Wire::backupBody(folder), progress),
                     [](const QJsonObject &json) -> Result<Backup> { return Wire::backupFrom(json); });
}

Future<CheckReport> AzureMaintenance::check(bool repair)
{
    return transform(task(u"check"_s, Wire::checkBody(repair)),
                     [](const QJsonObject &json) -> Result<CheckReport> { return Wire::checkReportFrom(json); });
}

Future<QList<DeletedRun>> AzureMaintenance::trash()
{
    return transform(m_context->client.get(m_context->roostUrl(u"maintenance/trash"_s)),
                     [](const QJsonObject &json) -> Result<QList<DeletedRun>> { return Wire::deletedRunsFrom(json); });
}

Future<void> AzureMaintenance::restore(const QString &runId)
{
    return transform(
        m_context->client.post(m_context->roostUrl(u"maintenance/trash/restore"_s), Wire::restoreBody(runId)),
        [](const QJsonObject &) -> Result<void> { return {}; });
}

Future<Reclaimed> AzureMaintenance::emptyTrash(const QDateTime &before)
{
    return transform(task(u"trash/empty"_s, Wire::emptyTrashBody(before)),
                     [](const QJsonObject &json) -> Result<Reclaimed> { return Wire::reclaimedFrom(json); });
}

} // namespace Roost::AzureMl
