// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/service/api/azureml/historyruns.h"

#include "models/wire/azureml/history.h"
#include "models/wire/azureml/run.h"

using namespace Qt::StringLiterals;

namespace Roost::Service::AzureMl {

using namespace Http;
using namespace Store;
using namespace Wire;

ExperimentRow experimentOfRequest(const Request &request, AzureMlApi &azure)
{
    return valueOf(azure.store().database().read([&request](Connection &connection) {
        const bool byId = request.captures.contains(u"experimentId"_s);
        const QString key = request.capture(byId ? u"experimentId" : u"experiment");
        const ExperimentStore store(connection);
        const auto found = byId ? store.find(key.toLongLong()) : store.findByName(key);
        if (!found || found->deleted)
            throw ApiError(ErrorKind::NotFound, u"There is no experiment '%1' in this workspace."_s.arg(key));
        return *found;
    }));
}

Result<RunAggregate> findRun(AzureMlApi &azure, const QString &id)
{
    auto whole = azure.store().database().read([&id](Connection &connection) { return runAggregate(connection, id); });
    if (whole)
        addWriteError(whole->run, azure.store().database().writeError());
    return whole;
}

QString experimentNameOfRequest(const Request &request, AzureMlApi &azure)
{
    if (!request.captures.contains(u"experimentId"_s) && !request.captures.contains(u"experiment"_s))
        return {};
    return experimentOfRequest(request, azure).name;
}

RunAggregate runOfRequest(const Request &request, AzureMlApi &azure)
{
    const QString id = request.capture(u"run");
    RunAggregate whole = valueOf(findRun(azure, id));
    const QString experiment = experimentNameOfRequest(request, azure);
    if (!experiment.isEmpty() && experiment != whole.run.experiment) {
        throw ApiError(ErrorKind::NotFound, u"The run '%1' is not in the experiment '%2' but in '%3'."_s.arg(
                                                id, experiment, whole.run.experiment));
    }
    return whole;
}

QJsonObject historyRunOf(const RunAggregate &whole)
{
    const bool isHidden = isArchived(whole.run.properties);
    return Wire::withServiceParts(Wire::historyRun(whole.run, QString::number(whole.row.experiment)), isHidden,
                                  whole.sent);
}

QJsonObject jobResourceOf(AzureMlApi &azure, const RunAggregate &whole)
{
    return whole.job ? Wire::jobResource(whole.run, whole.job->job, azure.workspace()) : QJsonObject();
}

Response runAnswer(Request &request, AzureMlApi &azure)
{
    return Response::json(historyRunOf(runOfRequest(request, azure)));
}

bool isLog(const QString &path)
{
    if (path.startsWith(u"azureml-logs/"_s) || path.startsWith(u"user_logs/"_s) || path.startsWith(u"system_logs/"_s))
        return true;
    // An unreadable folder is listed in place of the logs in it.
    return path.startsWith(u"logs/"_s) && (path.endsWith(u".txt"_s) || path.endsWith(u".log"_s) || path.endsWith(u'/'));
}

void addHistory(Router &router, AzureMlApi &azure, const QByteArray &method, const QByteArray &pattern,
                RunHandler handler)
{
    for (const QByteArray &scope :
         {QByteArray("/experiments/{experiment}"), QByteArray("/experimentids/{experimentId}"), QByteArray()}) {
        addData(router, azure, "history/v1.0", method, scope + pattern,
                [&azure, handler](Request &request) { return handler(request, azure); });
    }
}

} // namespace Roost::Service::AzureMl
