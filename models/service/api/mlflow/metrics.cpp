// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/service/api/mlflow/metrics.h"

#include "models/service/api/mlflow/json.h"
#include "models/service/api/mlflow/names.h"
#include "models/service/store/runstore.h"

#include <limits>
#include <set>

using namespace Qt::StringLiterals;

namespace Roost::Service::Mlflow {

namespace {

constexpr int mostRuns = 100;
constexpr int mostRows = 25000;
constexpr int mostSampled = 2500;

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
    const int limit = call.message.limit(u"max_results", std::numeric_limits<int>::max() - 1, 1, 100'000'000);
    const qint64 offset = offsetOf(call.message.text(u"page_token"));
    const auto run = Runs::find(call.connection, id);
    if (!run)
        return {};
    QJsonArray metrics;
    QJsonObject answer;
    Statement row = history(call.connection, run->seq, key, offset, paged ? limit + 1LL : -1);
    while (row.next()) {
        if (paged && metrics.size() == limit) {
            answer.insert(u"next_page_token"_s, pageToken(offset + limit));
            break;
        }
        metrics.append(metricJson(key, pointOf(row)));
    }
    insertList(answer, u"metrics"_s, metrics);
    return answer;
}

QStringList runsOf(const Message &message, QStringView key)
{
    QStringList ids = message.texts(key);
    if (ids.isEmpty())
        message.requiredText(key);
    if (ids.size() > mostRuns) {
        throw Refusal(ErrorKind::Rejected, u"GetMetricHistoryBulk request must specify at most %1 run_ids. Received "
                                           "%2 run_ids."_s.arg(mostRuns)
                                               .arg(ids.size()));
    }
    return ids;
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
        throw Refusal(ErrorKind::Rejected,
                      u"If either start step or end step are specified, both must be specified."_s);
    }
    if (!start)
        return {};
    if (*start > *end) {
        throw Refusal(
            ErrorKind::Rejected,
            u"end_step must be greater than start_step. Found start_step=%1 and end_step=%2."_s.arg(*start).arg(*end));
    }
    return {*start, *end};
}

/// The steps to answer for each run: the common sample, and each run's own first and last.
std::set<qint64> wantedSteps(Connection &connection, const QList<qint64> &runs, qint64 key, const StepRange &range,
                             int most, QHash<qint64, std::pair<qint64, qint64>> &ends)
{
    std::set<qint64> distinct;
    for (const qint64 run : runs) {
        Statement row = connection.query("SELECT DISTINCT step FROM metrics INDEXED BY metrics_by_step WHERE run = ?1 "
                                         "AND key = ?2 AND step BETWEEN ?3 AND ?4 ORDER BY step",
                                         run, key, range.from, range.to);
        bool first = true;
        while (row.next()) {
            const qint64 step = row.integer(0);
            distinct.insert(step);
            if (first)
                ends[run].first = step;
            ends[run].second = step;
            first = false;
        }
    }
    const QList<qint64> sampled = sampledSteps(QList<qint64>(distinct.cbegin(), distinct.cend()), most);
    return {sampled.cbegin(), sampled.cend()};
}

QJsonObject historyInterval(Call &call)
{
    const QStringList ids = runsOf(call.message, u"run_ids");
    const QString key = call.message.requiredText(u"metric_key");
    const StepRange range = rangeOf(call.message);
    const int most = call.message.limit(u"max_results", mostSampled, 1, mostSampled);
    const qint64 number = keyNumber(call.connection, key);
    QList<qint64> runs;
    QHash<qint64, QString> names;
    for (const QString &id : ids) {
        if (const auto run = Runs::find(call.connection, id); run && !names.contains(run->seq)) {
            runs.append(run->seq);
            names.insert(run->seq, run->id);
        }
    }
    QHash<qint64, std::pair<qint64, qint64>> ends;
    const std::set<qint64> wanted = wantedSteps(call.connection, runs, number, range, most, ends);
    QJsonArray metrics;
    for (const qint64 run : std::as_const(runs)) {
        Statement row = call.connection.query("SELECT value, nan, timestamp_ms, step FROM metrics "
                                              "INDEXED BY metrics_by_step WHERE run = ?1 AND key = ?2 AND step "
                                              "BETWEEN ?3 AND ?4 ORDER BY step, timestamp_ms, value",
                                              run, number, range.from, range.to);
        for (int count = 0; count < mostRows && row.next();) {
            const qint64 step = row.integer(3);
            if (!wanted.contains(step) && step != ends[run].first && step != ends[run].second)
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
    QStringList ids = runsOf(call.message, u"run_id");
    const QString key = call.message.requiredText(u"metric_key");
    const int limit = call.message.limit(u"max_results", mostRows, 1, mostRows);
    ids.sort();
    QJsonArray metrics;
    for (const QString &id : std::as_const(ids)) {
        const auto run = Runs::find(call.connection, id);
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
    return {
        {"GET", "metrics/get-history", Kind::Reads, getHistory},
        {"GET", "metrics/get-history-bulk-interval", Kind::Reads, historyInterval},
    };
}

} // namespace Roost::Service::Mlflow
