// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/service/api/mlflow/metrics.h"

#include "models/service/api/mlflow/json.h"
#include "models/service/api/mlflow/names.h"
#include "models/service/store/tracking/runstore.h"

#include <algorithm>
#include <limits>
#include <optional>
#include <set>

using namespace Qt::StringLiterals;

namespace Roost::Service::Mlflow {

using namespace Store;

namespace {

constexpr int mostRuns = 100;
constexpr int mostRows = 25000;
constexpr int mostSampled = 2500;
constexpr qint64 mostPage = 100'000'000;

MetricPoint pointOf(const Statement &row)
{
    const double value = row.flag(1) ? std::numeric_limits<double>::quiet_NaN() : row.real(0);
    return {value, row.integer(2), row.integer(3)};
}

qint64 keyNumber(Connection &connection, const QString &key)
{
    Statement found = connection.query("SELECT id FROM metric_keys WHERE key = ?1", key);
    return found.next() ? found.integer(0) : -1;
}

/// Ordered by timestamp, step, value, as MLflow's store has it.
Statement history(Connection &connection, qint64 run, const QString &key, qint64 offset, qint64 limit)
{
    return connection.query("SELECT value, nan, timestamp_ms, step FROM metrics WHERE run = ?1 AND key = ?2 "
                            "ORDER BY timestamp_ms, step, value LIMIT ?3 OFFSET ?4",
                            run, keyNumber(connection, key), limit, offset);
}

QJsonObject getHistory(Call &call)
{
    const QString id = call.message.runId();
    const QString key = call.message.requiredText(u"metric_key");
    // Without max_results all of it, which is what older clients expect.
    const bool paged = call.message.has(u"max_results");
    const qint64 limit = call.message.integer(u"max_results").value_or(0);
    if (paged && limit <= 0) {
        throw ApiError(ErrorKind::Rejected, u"Invalid value %1 for parameter 'max_results' supplied. It must be a "
                                            "positive integer."_s.arg(limit));
    }
    const qint64 offset = offsetOf(call.message.text(u"page_token"));
    const auto run = RunStore(call.connection).find(id);
    if (!run)
        return {};
    QJsonArray metrics;
    QJsonObject answer;
    Statement row = history(call.connection, run->seq, key, offset, paged ? std::min<qint64>(limit, mostPage) + 1 : -1);
    while (row.next()) {
        if (paged && metrics.size() == std::min<qint64>(limit, mostPage)) {
            answer.insert(u"next_page_token"_s, pageToken(offset + metrics.size()));
            break;
        }
        metrics.append(metricJson(key, pointOf(row)));
    }
    insertList(answer, u"metrics"_s, metrics);
    return answer;
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

StepRange rangeOf(const Message &message)
{
    const auto start = message.integer(u"start_step");
    const auto end = message.integer(u"end_step");
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

/// The steps to answer for every run: the common sample, and the first and last of each of them.
std::set<qint64> wantedSteps(Connection &connection, const QList<qint64> &runs, qint64 key, const StepRange &range,
                             int most)
{
    std::set<qint64> distinct;
    std::set<qint64> wanted;
    for (const qint64 run : runs) {
        Statement row = connection.query("SELECT DISTINCT step FROM metrics INDEXED BY metrics_by_step WHERE run = ?1 "
                                         "AND key = ?2 AND step BETWEEN ?3 AND ?4 ORDER BY step",
                                         run, key, range.from, range.to);
        std::optional<qint64> last;
        while (row.next()) {
            if (!last)
                wanted.insert(row.integer(0));
            last = row.integer(0);
            distinct.insert(*last);
        }
        if (last)
            wanted.insert(*last);
    }
    const QList<qint64> sampled = sampledSteps(QList<qint64>(distinct.cbegin(), distinct.cend()), most);
    wanted.insert(sampled.cbegin(), sampled.cend());
    return wanted;
}

int sampleSizeOf(const Message &message)
{
    const qint64 most = message.integer(u"max_results").value_or(mostSampled);
    if (most < 1 || most > mostSampled) {
        throw ApiError(ErrorKind::Rejected, u"max_results must be between 1 and %1. See the API docs for more "
                                            "information about request parameters."_s.arg(mostSampled));
    }
    return int(most);
}

QJsonObject historyInterval(Call &call)
{
    const QStringList ids = call.message.texts(u"run_ids");
    checkRuns(ids,
              u"GetMetricHistoryBulkInterval request must specify at most %1 run_ids. Received %2 run_ids. See the "
              "API docs for more information about request parameters."_s);
    const QString key = call.message.requiredText(u"metric_key");
    const int most = sampleSizeOf(call.message);
    const StepRange range = rangeOf(call.message);
    const qint64 number = keyNumber(call.connection, key);
    QList<qint64> runs;
    QHash<qint64, QString> names;
    for (const QString &id : ids) {
        if (const auto run = RunStore(call.connection).find(id); run && !names.contains(run->seq)) {
            runs.append(run->seq);
            names.insert(run->seq, run->id);
        }
    }
    const std::set<qint64> wanted = wantedSteps(call.connection, runs, number, range, most);
    QJsonArray metrics;
    for (const qint64 run : std::as_const(runs)) {
        Statement row = call.connection.query("SELECT value, nan, timestamp_ms, step FROM metrics "
                                              "INDEXED BY metrics_by_step WHERE run = ?1 AND key = ?2 AND step "
                                              "BETWEEN ?3 AND ?4 ORDER BY step, timestamp_ms, value",
                                              run, number, range.from, range.to);
        for (int count = 0; count < mostRows && row.next();) {
            if (!wanted.contains(row.integer(3)))
                continue;
            QJsonObject metric = metricJson(key, pointOf(row));
            metric.insert(u"run_id"_s, names.value(run));
            metrics.append(metric);
            ++count;
        }
    }
    QJsonObject answer;
    insertList(answer, u"metrics"_s, metrics);
    return answer;
}

} // namespace

QJsonObject historyBulk(Call &call)
{
    QStringList ids = call.message.texts(u"run_id");
    if (ids.isEmpty())
        throw ApiError(ErrorKind::Rejected, u"GetMetricHistoryBulk request must specify at least one run_id."_s);
    checkRuns(ids, u"GetMetricHistoryBulk request cannot specify more than %1 run_ids. Received %2 run_ids."_s);
    if (!call.message.has(u"metric_key"))
        throw ApiError(ErrorKind::Rejected, u"GetMetricHistoryBulk request must specify a metric_key."_s);
    const QString key = call.message.text(u"metric_key");
    const qint64 limit = std::clamp<qint64>(call.message.integer(u"max_results").value_or(mostRows), 0, mostRows);
    ids.sort();
    QJsonArray metrics;
    for (const QString &id : std::as_const(ids)) {
        const auto run = RunStore(call.connection).find(id);
        if (!run)
            continue;
        Statement row = history(call.connection, run->seq, key, 0, limit - metrics.size());
        while (row.next()) {
            QJsonObject metric = metricJson(key, pointOf(row));
            metric.insert(u"run_id"_s, id);
            metrics.append(metric);
        }
    }
    return {{u"metrics"_s, metrics}};
}

QList<qint64> sampledSteps(const QList<qint64> &steps, int most)
{
    if (steps.size() <= most)
        return steps;
    QList<qint64> kept;
    for (qint64 i = 0; i < most; ++i)
        kept.append(steps.at(i * steps.size() / most));
    if (kept.isEmpty() || kept.last() != steps.last())
        kept.append(steps.last());
    return kept;
}

QList<Entry> metricEntries()
{
    using enum Parameter::Type;
    using enum Parameter::Need;
    return {
        {"GET",
         "metrics/get-history",
         Kind::Reads,
         getHistory,
         {{"run_id", Text, Required}, {"metric_key", Text, Required}, {"max_results", Whole}, {"page_token"}}},
        {"GET",
         "metrics/get-history-bulk-interval",
         Kind::Reads,
         historyInterval,
         {{"run_ids", Texts, Required}, {"metric_key", Text, Required}, {"start_step", Whole}, {"end_step", Whole}}},
    };
}

} // namespace Roost::Service::Mlflow
