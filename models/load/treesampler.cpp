// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/load/treesampler.h"

#include <unistd.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <cstdio>
#include <utility>

namespace Roost::Load {

using namespace Process;

namespace {

qint64 numberAfter(QByteArrayView text, QByteArrayView key)
{
    const auto at = text.indexOf(key);
    qint64 value = 0;
    if (at >= 0)
        std::from_chars(text.data() + at + key.size(), text.data() + text.size(), value);
    return value;
}

QByteArrayView readOf(pid_t pid, const char *name, std::span<char> buffer)
{
    std::array<char, 48> file{};
    std::snprintf(file.data(), file.size(), "/proc/%d/%s", int(pid), name);
    return readSmallFile(file.data(), buffer);
}

double rate(quint64 now, quint64 before, double seconds)
{
    return now > before && seconds > 0 ? double(now - before) / seconds : 0;
}

} // namespace

TreeSampler::Used &TreeSampler::Used::operator+=(const Used &other)
{
    ticks += other.ticks;
    read += other.read;
    written += other.written;
    return *this;
}

void TreeSampler::add(int rank, const ProcessKey &process)
{
    m_ranks.insert(rank, {process, Clock::now()});
}

void TreeSampler::remove(int rank)
{
    m_ranks.remove(rank);
    m_members.removeIf([rank](const auto &member) { return member->rank == rank; });
}

int TreeSampler::rankOf(pid_t pid) const
{
    const auto member = m_members.constFind(pid);
    return member == m_members.cend() ? -1 : member->rank;
}

// A descendant keeps its rank when its parent ends. A process that no sample has seen below its rank is recognized by
// its process group.
int TreeSampler::rankOf(const Processes &processes, QHash<pid_t, int> &known, pid_t pid) const
{
    if (const auto found = known.constFind(pid); found != known.cend())
        return *found;
    const auto stat = processes.constFind(pid);
    if (stat == processes.cend())
        return -1;
    known.insert(pid, -1); // the table is not read at one moment: parents could form a circle
    int rank = -1;
    if (const auto member = m_members.constFind(pid); member != m_members.cend() && member->key == stat->key)
        rank = member->rank;
    if (rank < 0 && stat->parent > 1)
        rank = rankOf(processes, known, stat->parent);
    if (rank < 0)
        rank = known.value(stat->group, -1);
    known.insert(pid, rank);
    return rank;
}

void TreeSampler::measure(const ProcessStat &stat, Member &member, RankLoad &load, QHash<int, qint64> &mapped) const
{
    static const qint64 page = sysconf(_SC_PAGESIZE);
    member.used.ticks = stat.ticks + stat.childTicks;
    load.threads += stat.threads;
    ++load.processes;
    std::array<char, 512> buffer;
    if (const QByteArrayView io = readOf(stat.key.pid, "io", buffer); !io.isEmpty()) {
        member.used.read = quint64(numberAfter(io, "\nread_bytes: "));
        member.used.written = quint64(numberAfter(io, "\nwrite_bytes: "));
    } else if (const auto before = m_members.constFind(stat.key.pid); before != m_members.cend()) {
        member.used.read = before->used.read;
        member.used.written = before->used.written;
    }
    const QByteArrayView memory = readOf(stat.key.pid, "statm", buffer);
    const qint64 resident = numberAfter(memory, " ");
    const qint64 shared = numberAfter(memory.sliced(std::max<qsizetype>(0, memory.indexOf(' ') + 1)), " ");
    load.memory += page * std::max<qint64>(0, resident - shared);
    mapped[load.rank] = std::max(mapped.value(load.rank), page * shared);
}

// Returns whether what an ended process used is in no process of its rank any more: the process, or the last ancestor
// that has ended too, was not waited for by a process of the rank.
bool TreeSampler::isLost(const QHash<pid_t, Member> &now, const Member &member) const
{
    pid_t parent = member.parent;
    for (int depth = 0; depth < 1000; ++depth) {
        const auto before = m_members.constFind(parent);
        if (before == m_members.cend())
            return true;
        const auto living = now.constFind(parent);
        if (living != now.cend() && living->key == before->key)
            return false;
        parent = before->parent;
    }
    return true;
}

QList<RankLoad> TreeSampler::sample()
{
    Processes processes;
    forEachProcess([&processes](pid_t pid) {
        if (const auto stat = processStat(pid))
            processes.insert(pid, *stat);
    });
    QHash<pid_t, int> ranks;
    QMap<int, RankLoad> loads;
    for (const auto &[rank, started] : m_ranks.asKeyValueRange()) {
        if (const auto root = processes.constFind(started.process.pid);
            root != processes.cend() && root->key == started.process) {
            ranks.insert(started.process.pid, rank);
            loads[rank].rank = rank;
        }
    }
    QHash<pid_t, Member> members;
    QHash<int, Used> used;
    QHash<int, Used> usedBefore;
    QHash<int, qint64> mapped;
    for (const ProcessStat &stat : std::as_const(processes)) {
        const int rank = rankOf(processes, ranks, stat.key.pid);
        const auto load = loads.find(rank);
        if (load == loads.end())
            continue;
        Member member{stat.key, stat.parent, rank, {}};
        measure(stat, member, *load, mapped);
        used[rank] += member.used;
        members.insert(stat.key.pid, member);
    }
    for (const Member &member : std::as_const(m_members)) {
        const auto now = members.constFind(member.key.pid);
        const bool lives = now != members.cend() && now->key == member.key;
        if (lives || !isLost(members, member))
            usedBefore[member.rank] += member.used;
    }
    const auto time = Clock::now();
    static const double ticksPerSecond = double(sysconf(_SC_CLK_TCK));
    for (RankLoad &load : loads) {
        const double seconds = std::chrono::duration<double>(time - m_ranks[load.rank].since).count();
        const Used now = used.value(load.rank);
        const Used before = usedBefore.value(load.rank);
        load.processorPercent = 100 * rate(now.ticks, before.ticks, seconds) / ticksPerSecond;
        load.diskReadRate = rate(now.read, before.read, seconds);
        load.diskWriteRate = rate(now.written, before.written, seconds);
        load.memory += mapped.value(load.rank);
        m_ranks[load.rank].since = time;
    }
    m_members = std::move(members);
    return loads.values();
}

} // namespace Roost::Load
