// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/service/launch/local/kernelkills.h"

#include "models/service/launch/launchevents.h"

#include <fcntl.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <chrono>
#include <csignal>
#include <ctime>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace Roost::Service::Launch {

namespace {

// Over weeks the kernel's clock drifts from the wall clock. Also, a process is reaped a moment after the kill.
constexpr std::chrono::milliseconds maxClockDrift = 3s;
// The kernel needs long to free the memory of a large process.
constexpr std::chrono::milliseconds maxExitTime = 60s;

QDateTime bootTime()
{
    timespec since = {};
    clock_gettime(CLOCK_MONOTONIC, &since);
    return QDateTime::currentDateTimeUtc().addMSecs(-(qint64(since.tv_sec) * 1000 + since.tv_nsec / 1'000'000));
}

} // namespace

std::optional<KernelKill> kernelKillIn(const QByteArray &record, const QDateTime &boot)
{
    // "priority,sequence,microseconds,flags;text"
    const qsizetype text = record.indexOf(';');
    const auto facts = record.first(std::max<qsizetype>(text, 0)).split(',');
    if (facts.size() < 3)
        return std::nullopt;
    const QByteArray words = record.sliced(text + 1).split('\n').first();
    const bool kills = words.contains("Killed process ") &&
                       (words.startsWith("Out of memory") || words.startsWith("Memory cgroup out of memory"));
    bool ok = false;
    const qint64 microseconds = facts[2].toLongLong(&ok);
    if (!kills || !ok)
        return std::nullopt;
    const auto number = words.sliced(words.indexOf("Killed process ") + 15);
    const qint64 pid = number.first(std::max<qsizetype>(number.indexOf(' '), 0)).toLongLong();
    return KernelKill{boot.addMSecs(microseconds / 1000), pid, QString::fromUtf8(words)};
}

QList<KernelKill> kernelKills()
{
    QList<KernelKill> kills;
    const int log = open("/dev/kmsg", O_RDONLY | O_NONBLOCK | O_CLOEXEC);
    if (log < 0)
        return kills;
    const QDateTime boot = bootTime();
    std::array<char, 8192> record;
    for (;;) {
        const ssize_t size = read(log, record.data(), record.size());
        if (size < 0 && (errno == EPIPE || errno == EINTR))
            continue; // the kernel has overwritten the record; the next read continues after it
        if (size <= 0)
            break;
        if (const auto kill = kernelKillIn(QByteArray(record.data(), size), boot))
            kills += *kill;
    }
    close(log);
    return kills;
}

namespace {

template <typename Fits>
std::optional<KernelKill> extractNearest(QList<KernelKill> &kills, const QDateTime &ended,
                                         std::chrono::milliseconds most, const Fits &fits)
{
    const auto apart = [&ended](const KernelKill &kill) { return std::chrono::abs(ended - kill.time); };
    auto nearest = kills.end();
    for (auto kill = kills.begin(); kill != kills.end(); ++kill) {
        if (fits(*kill) && apart(*kill) <= most && (nearest == kills.end() || apart(*kill) < apart(*nearest)))
            nearest = kill;
    }
    if (nearest == kills.end())
        return std::nullopt;
    KernelKill found = *nearest;
    kills.erase(nearest);
    return found;
}

} // namespace

QList<std::optional<KernelKill>> killsOf(QList<KernelKill> kills, const QList<KilledProcess> &processes)
{
    QList<std::optional<KernelKill>> found(processes.size());
    for (qsizetype i = 0; i < processes.size(); ++i)
        found[i] = extractNearest(kills, processes[i].ended, maxExitTime,
                                  [&](const KernelKill &kill) { return kill.pid == processes[i].pid; });
    const auto isOfNone = [&processes](const KernelKill &kill) {
        return std::ranges::find(processes, kill.pid, &KilledProcess::pid) == processes.end();
    };
    for (qsizetype i = 0; i < processes.size(); ++i) {
        if (!found[i])
            found[i] = extractNearest(kills, processes[i].ended, maxClockDrift, isOfNone);
    }
    return found;
}

void addKernelKills(LaunchEvents &events)
{
    QList<int> ranks;
    QList<KilledProcess> killed;
    for (const RankOutcome &outcome : events.ranks) {
        // A shell reports a signal as exit code 128 plus the signal number.
        if (outcome.signal != SIGKILL && outcome.exitCode != 128 + SIGKILL)
            continue;
        ranks += outcome.rank;
        killed += {qint64(events.processes.value(outcome.rank).pid), outcome.ended};
    }
    if (killed.isEmpty())
        return;
    const auto kills = killsOf(kernelKills(), killed);
    for (qsizetype i = 0; i < ranks.size(); ++i) {
        if (kills[i])
            events.outOfMemory[ranks[i]] = kills[i]->words;
    }
}

} // namespace Roost::Service::Launch
