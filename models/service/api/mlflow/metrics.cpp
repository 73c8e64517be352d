// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/service/api/mlflow/metrics.h"

#include "models/service/store/tracking/metricstore.h"
#include "models/service/store/tracking/runstore.h"
#include "models/wire/mlflow/metric.h"

#include <QHash>

#include <algorithm>
#include <limits>
#include <optional>
#include <set>

using namespace Qt::StringLiterals;

namespace Roost::Service::Mlflow {

using namespace Store;
using namespace Wire;

namespace {

constexpr int mostRuns = 100;
constexpr int mostRows = 25000;
constexpr int mostSampled = 2500;
constexpr qint64 mostPage = 100'000'000;

QList<NamedMetric> named(const QString &key, const QList<MetricPoint> &points, const QString &runId)
{
    QList<NamedMetric> metrics;
    metrics.reserve(points.size());
    for (const MetricPoint &point : points)
        metrics.append({key, point, runId});
    return metrics;
}

QByteArray getHistory(RpcContext &context, const MetricHistoryRequest &request)
{
    const auto run = RunStore(context.connection).find(request.runId);
    if (!run)
        return historyAnswer(request.key, {});
    const qint64 page = std::min(request.limit.value_or(0), mostPage);
    const qint64 wanted = request.limit ? page + 1 : -1;
    auto points = MetricStore(context.connection).history(run->seq, request.key, request.offset, wanted);
    std::optional<qint64> next;
    if (request.limit && points.size() > page) {
        points.removeLast();
        next = request.offset + page;
    }
    return historyAnswer(request.key, points, next);
}

void checkRuns(const QStringList &ids, const QString &text)
{
    if (ids.size() > mostRuns)
        throw ApiError(ErrorKind::Rejected, text.arg(mostRuns).arg(ids.size()));
}

struct StepRange
{
    qint64 from = std::numeric_limits<qint64>::min();
    qint64 to = std::numeric_limits<qint64>::max();
};

StepRange rangeOf(const MetricIntervalRequest &request)
{
    const auto start = request.startStep;
    const auto end = request.endStep;
    if (start.has_value() != end.has_value()) {
        throw ApiError(ErrorKind::Rejected,
                       u"If either start step or end step are specified, both must be specified."_s);
    }
    if (!start)
        return {};
    if (*start > *end) {
        throw ApiError(
            ErrorKind::Rejected,
            u"end_step must be greater than start_step. Found start_step=%1 and end_step=%2."_s.arg(*start).arg(*end));
    }
    return {*start, *end};
}

/// Returns the steps to return for every run: the common sample, and the first and last step of each run.
std::set<qint64> wantedSteps(const MetricStore &metrics, const QList<qint64> &runs, const QString &key,
                             const StepRange &range, int most)
{
    std::set<qint64> distinct;
    std::set<qint64> wanted;
    for (const qint64 run : runs) {
        const QList<qint64> steps = metrics.steps(run, key, range.from, range.to);
        if (steps.isEmpty())
            continue;
        wanted.insert(steps.first());
        wanted.insert(steps.last());
        distinct.insert(steps.cbegin(), steps.cend());
    }
    const QList<qint64> sampled = sampledSteps(QList<qint64>(distinct.cbegin(), distinct.cend()), most);
    wanted.insert(sampled.cbegin(), sampled.cend());
    return wanted;
}

int sampleSizeOf(const MetricIntervalRequest &request)
{
    const qint64 most = request.limit.value_or(mostSampled);
    if (most < 1 || most > mostSampled) {
        throw ApiError(ErrorKind::Rejected, u"max_results must be between 1 and %1. See the API docs for more "
                                            "information about request parameters."_s.arg(mostSampled));
    }
    return int(most);
}

QByteArray historyInterval(RpcContext &context, const MetricIntervalRequest &request)
{
    checkRuns(request.runIds,
              u"GetMetricHistoryBulkInterval request must specify at most %1 run_ids. Received %2 run_ids. See the "
              "API docs for more information about request parameters."_s);
    const int most = sampleSizeOf(request);
    const StepRange range = rangeOf(request);
    QList<qint64> runs;
    QHash<qint64, QString> names;
    for (const QString &id : request.runIds) {
        if (const auto run = RunStore(context.connection).find(id); run && !names.contains(run->seq)) {
            runs.append(run->seq);
            names.insert(run->seq, run->id);
        }
    }
    const MetricStore store(context.connection);
    const std::set<qint64> wanted = wantedSteps(store, runs, request.key, range, most);
    QList<NamedMetric> metrics;
    for (const qint64 run : std::as_const(runs))
        metrics += named(request.key, store.pointsAt(run, request.key, wanted, mostRows), names.value(run));
    return metricsAnswer(metrics);
}

QByteArray historyBulk(RpcContext &context, const MetricBulkRequest &request)
{
    QStringList ids = request.runIds;
    if (ids.isEmpty())
        throw ApiError(ErrorKind::Rejected, u"GetMetricHistoryBulk request must specify at least one run_id."_s);
    checkRuns(ids, u"GetMetricHistoryBulk request cannot specify more than %1 run_ids. Received %2 run_ids."_s);
    if (!request.key)
        throw ApiError(ErrorKind::Rejected, u"GetMetricHistoryBulk request must specify a metric_key."_s);
    const qint64 limit = std::clamp<qint64>(request.limit.value_or(mostRows), 0, mostRows);
    ids.sort();
    QList<NamedMetric> metrics;
    for (const QString &id : std::as_const(ids)) {
        const auto run = RunStore(context.connection).find(id);
        if (!run)
            continue;
        const auto points = MetricStore(context.connection).history(run->seq, *request.key, 0, limit - metrics.size());
        metrics += named(*request.key, points, id);
    }
    return metricsAnswer(metrics, true);
}

} // namespace

QList<qint64> sampledSteps(const QList<qint64> &steps, int most)
{
    if (steps.size() <= most)
        return steps;
    QList<qint64> sample;
    for (qint64 i = 0; i < most; ++i)
        sample.append(steps.at(i * steps.size() / most));
    if (sample.isEmpty() || sample.last() != steps.last())
        sample.append(steps.last());
    return sample;
}

RpcHandler bulkMetricHandler()
{
    return rpc("GET", "metrics/get-history-bulk", RpcHandler::Access::Reads, historyBulk);
}

QList<RpcHandler> metricHandlers()
{
    using enum RpcHandler::Access;
    return {
        rpc("GET", "metrics/get-history", Reads, getHistory),
        rpc("GET", "metrics/get-history-bulk-interval", Reads, historyInterval),
    };
}

} // namespace Roost::Service::Mlflow
