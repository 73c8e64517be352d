// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/service/api/mlflow/logbatch.h"

#include "models/core/topic.h"
#include "models/service/api/mlflow/names.h"
#include "models/service/api/mlflow/rpchandler.h"
#include "models/service/api/mlflow/runs.h"
#include "models/service/store/tracking/loggedmodelstore.h"
#include "models/service/store/tracking/metricstore.h"
#include "models/wire/apierror.h"
#include "models/wire/mlflow/logbatchreader.h"

#include <optional>
#include <set>
#include <unordered_set>

using namespace Qt::StringLiterals;

namespace Roost::Service::Mlflow {

using namespace Http;
using namespace Store;
using namespace Wire;

namespace {

constexpr qsizetype mostReused = 1024 * 1024;

void checkLimits(const LogBatchRequest &batch)
{
    const auto check = [](QLatin1StringView what, qsizetype count, qsizetype most) {
        if (count > most) {
            throw ApiError(ErrorKind::Rejected,
                           u"A batch logging request can contain at most %1 %2. Got %3 %2. Please split up %2 across "
                           "multiple requests and try again."_s.arg(most)
                               .arg(what)
                               .arg(count));
        }
    };
    const auto metrics = qsizetype(batch.metrics.size());
    check("metrics"_L1, metrics, mostMetrics);
    check("params"_L1, batch.params.size(), mostParams);
    check("tags"_L1, batch.tags.size(), mostTags);
    check("metrics, params, and tags"_L1, metrics + batch.params.size() + batch.tags.size(), mostInBatch);
}

void checkKeysOnce(const LogBatchRequest &batch)
{
    std::set<QString> keys;
    for (const auto &[key, value] : batch.params) {
        if (!keys.insert(key).second)
            throw ApiError(
                ErrorKind::Rejected,
                u"Duplicate parameter keys have been submitted: ['%1']. Please ensure the request contains only "
                "one param value per param key."_s.arg(key));
    }
}

/// Checks each key once. Call after checkLimits().
void checkNames(const LogBatchRequest &batch)
{
    std::unordered_set<std::string_view> checked;
    for (std::size_t i = 0; i < batch.metrics.size(); ++i) {
        const auto &[key, point] = batch.metrics[i];
        if (checked.insert(key).second || point.timestamp < 0)
            checkMetric(LogBatchRequest::metricPath(i), QString::fromUtf8(key.data(), qsizetype(key.size())), point);
    }
    for (qsizetype i = 0; i < batch.params.size(); ++i)
        checkKey(LogBatchRequest::paramKeyPath(std::size_t(i)), batch.params.at(i).first, u"Param key");
    for (qsizetype i = 0; i < batch.tags.size(); ++i) {
        const QString path = LogBatchRequest::tagKeyPath(std::size_t(i));
        checkKey(path, batch.tags.at(i).first, path);
    }
}

void logBatch(Connection &connection, const LogBatchRequest &batch)
{
    const RunRow run = activeRun(connection, batch.runId);
    for (const auto &[key, value] : batch.params)
        logParam(connection, run, key, value);
    for (const auto &[key, value] : batch.tags)
        setRunTag(connection, run, key, value);
    std::vector<MetricEntry> entries;
    entries.reserve(batch.metrics.size());
    for (const auto &[key, point] : batch.metrics)
        entries.push_back({key, point});
    MetricStore(connection).log(run.seq, entries);
    for (const LogBatchRequest::ModelMetric &metric : batch.ofModels) {
        const auto &[key, point] = batch.metrics[metric.metric];
        LoggedModelStore(connection)
            .logMetric(metric.model, {QString::fromUtf8(key.data(), qsizetype(key.size())), point, run.id,
                                      metric.datasetName, metric.datasetDigest});
    }
    RunStore(connection).touch(run.seq);
}

} // namespace

Handler logBatchHandler(WorkspaceStore &store)
{
    return [&store](Request &request) {
        QByteArray body = jsonBodyOf(request);
        // The buffers of the parser are used again for the next batch. The buffers for a huge body are freed at once,
        // because threads of the service run for a long time.
        thread_local LogBatchReader reusedReader;
        std::optional<LogBatchReader> ownReader;
        // Request::body provides the spare bytes that the parser needs.
        const LogBatchRequest batch =
            body.size() > mostReused ? ownReader.emplace().read(body) : reusedReader.read(body);
        checkLimits(batch);
        checkNames(batch);
        checkKeysOnce(batch);
        valueOf(store.database().write([&](Connection &connection) { logBatch(connection, batch); }));
        store.changes().bump(Topic::run(batch.runId));
        return Response::json({});
    };
}

} // namespace Roost::Service::Mlflow
