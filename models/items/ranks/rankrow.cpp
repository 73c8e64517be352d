// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/ranks/rankrow.h"

#include "models/core/runkeys.h"
#include "models/items/ranks/rankactivity.h"
#include "models/items/runs/runfailure.h"

#include <algorithm>
#include <ranges>

namespace Roost::Items {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

// Lines per second are averaged over this interval, so that the number is steady enough to read.
constexpr std::chrono::milliseconds RateWindow = 5s;

// Returns the rank that the service determined as the first cause from all logs, otherwise the rank that failed first.
std::optional<int> firstCause(const Run &run)
{
    bool isNumber = false;
    const int rank = run.tags.value(TagName::causeRank).toInt(&isNumber);
    if (isNumber)
        return rank;
    const auto first = firstFailure(run);
    return first ? std::optional(first->rank) : std::nullopt;
}

RankState stateOf(const Run &run, const RankOutcome &outcome, std::optional<int> first)
{
    if (outcome.ended.isValid() || outcome.exitCode || outcome.signal) {
        if (!hasFailed(outcome))
            return RankState::Done;
        if (run.status == RunStatus::Canceled || run.status == RunStatus::CancelRequested)
            return RankState::Canceled;
        return first == outcome.rank ? RankState::FailedFirst : RankState::Followed;
    }
    switch (run.status) {
    case RunStatus::Completed:
        return RankState::Done;
    case RunStatus::Canceled:
        return RankState::Canceled;
    case RunStatus::Failed:
        return RankState::Followed;
    default:
        return outcome.started.isValid() ? RankState::Running : RankState::Waiting;
    }
}

// Returns the state of a log whose process is not known: the state of the run.
RankState stateOf(const Run &run)
{
    switch (run.status) {
    case RunStatus::Completed:
        return RankState::Done;
    case RunStatus::Canceled:
        return RankState::Canceled;
    case RunStatus::Running:
    case RunStatus::Finalizing:
        return RankState::Running;
    default:
        return RankState::Unknown;
    }
}

bool hasEnded(RankState state)
{
    return state == RankState::Done || state == RankState::FailedFirst || state == RankState::Followed ||
           state == RankState::Canceled;
}

std::optional<double> rateOf(const LogActivity &log, const RunActivity &activity, TimePoint now)
{
    if (!log.lines || activity.bucketWidth <= 0ms)
        return {};
    const auto width = std::max(RateWindow, 2 * activity.bucketWidth);
    qint64 lines = 0;
    for (const auto &bucket : std::views::reverse(log.buckets)) {
        if (activity.timeOf(bucket.index) < now - width)
            break;
        lines += bucket.lines;
    }
    return double(lines) / std::chrono::duration<double>(width).count();
}

void addActivity(RankRow &row, const LogActivity &log, const RunActivity &activity, std::optional<TimePoint> now)
{
    row.lines = log.lines;
    row.errors = log.errors;
    row.lastWrite = log.lastWrite;
    if (row.state == RankState::Running && now)
        row.linesPerSecond = rateOf(log, activity, *now);
}

RankRow rowOf(int rank, int processesPerNode)
{
    RankRow row;
    row.source = RankLogs{rank};
    row.rank = rank;
    const int perNode = std::max(1, processesPerNode);
    row.node = rank / perNode;
    row.localRank = rank % perNode;
    return row;
}

} // namespace

QList<RankRow> rankRows(const Run &run, const RunActivity &activity, const QList<Stall> &stalls,
                        std::optional<TimePoint> now)
{
    QMap<int, RankRow> ranks;
    const auto first = firstCause(run);
    for (const RankOutcome &outcome : run.ranks) {
        RankRow &row = ranks[outcome.rank] = rowOf(outcome.rank, run.distribution.processesPerNode);
        row.state = stateOf(run, outcome, first);
        row.exitCode = outcome.exitCode;
        row.signal = outcome.signal;
        if (row.state == RankState::FailedFirst)
            row.cause = run.tags.value(TagName::cause, run.errorText);
    }
    const auto logsOfRanks = activityOfRanks(activity);
    for (auto it = logsOfRanks.cbegin(); it != logsOfRanks.cend(); ++it) {
        if (!ranks.contains(it.key())) {
            ranks.insert(it.key(), rowOf(it.key(), run.distribution.processesPerNode));
            ranks[it.key()].state = stateOf(run);
        }
        addActivity(ranks[it.key()], it.value(), activity, now);
    }
    for (const LogActivity &log : activity.logs) {
        if (log.rank)
            ranks[*log.rank].logs += log.path;
    }
    for (const Stall &stall : stalls) {
        const auto row = ranks.find(stall.rank);
        if (row != ranks.end() && row->state == RankState::Running)
            row->state = RankState::Stalled;
    }
    const bool isOver = isTerminal(run.status);
    if (!ranks.isEmpty()) {
        for (RankRow &row : ranks)
            row.isOver = isOver || hasEnded(row.state);
        return ranks.values();
    }
    QList<RankRow> logs;
    for (const LogActivity &log : activity.logs) {
        RankRow row;
        row.source = LogFile{log.path};
        row.logs = {log.path};
        row.state = stateOf(run);
        row.isOver = isOver;
        addActivity(row, log, activity, now);
        logs += row;
    }
    return logs;
}

} // namespace Roost::Items
