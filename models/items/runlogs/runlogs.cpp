// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/runlogs/runlogs.h"

#include <algorithm>

namespace Roost::Items {

using namespace Logs;

RunLogs::RunLogs(RunDocument *run, QObject *parent)
    : QObject(parent)
    , m_run(run)
{
    updatePaths();
    connect(run, &RunDocument::logsChanged, this, [this] {
        if (m_paths == m_run->logPaths())
            return;
        updatePaths();
        updateMerged();
        Q_EMIT changed();
    });
}

RunLogs::~RunLogs() = default;

void RunLogs::updatePaths()
{
    m_paths = m_run->logPaths();
    std::map<int, QStringList> ranks;
    for (const QString &path : std::as_const(m_paths)) {
        if (const auto rank = rankOfLog(path))
            ranks[*rank] += path;
    }
    m_hasRanks = ranks.size() > 1;
    m_rankPaths.clear();
    for (const auto &[rank, paths] : ranks)
        m_rankPaths += paths;
}

RunLog *RunLogs::log(const QString &path)
{
    auto &log = m_logs[path];
    if (!log) {
        log = std::make_unique<RunLog>(m_run, path);
        log->setWatched(m_watched);
        connect(log.get(), &RunLog::errorChanged, this, &RunLogs::errorChanged);
    }
    return log.get();
}

bool RunLogs::has(const LogSource &source) const
{
    if (std::holds_alternative<AllRanks>(source))
        return m_hasRanks;
    const auto rank = rankOf(source);
    return m_paths.contains(pathOf(source)) ||
           (rank && std::ranges::any_of(m_rankPaths, [rank](const QString &path) { return rankOfLog(path) == rank; }));
}

LogText *RunLogs::text(const LogSource &source)
{
    if (std::holds_alternative<AllRanks>(source))
        return allRanks();
    const QString path = pathOf(source);
    if (m_paths.contains(path))
        return log(path)->document();
    return ofRank(rankOf(source).value_or(0));
}

LogSource RunLogs::sourceOf(int rank) const
{
    QStringList paths = m_rankPaths;
    paths.removeIf([rank](const QString &path) { return rankOfLog(path) != rank; });
    return paths.size() == 1 ? LogSource(LogFile{paths.first()}) : LogSource(RankLogs{rank});
}

MergedLog *RunLogs::allRanks()
{
    if (!m_merging) {
        m_merging = true;
        updateMerged();
    }
    return &m_merged;
}

MergedLog *RunLogs::ofRank(int rank)
{
    auto &merged = m_ofRank[rank];
    if (!merged) {
        merged = std::make_unique<MergedLog>();
        updateMerged();
    }
    return merged.get();
}

void RunLogs::updateMerged()
{
    if (m_merging)
        m_merged.setSources(sources([this](const QString &path) { return !isMuted(path); }));
    for (const auto &one : m_ofRank)
        one.second->setSources(sources([rank = one.first](const QString &path) { return rankOfLog(path) == rank; }));
}

QList<MergedLog::Source> RunLogs::sources(const std::function<bool(const QString &)> &wanted)
{
    QList<MergedLog::Source> sources;
    for (const QString &path : std::as_const(m_rankPaths)) {
        if (!wanted(path))
            continue;
        RunLog *one = log(path);
        const int rank = *rankOfLog(path);
        sources.append({one->document(), one->times(), {QString::number(rank), rank}});
    }
    return sources;
}

QStringList RunLogs::mutedPaths() const
{
    QStringList paths = m_muted.values();
    paths.sort();
    return paths;
}

void RunLogs::setMutedPaths(const QStringList &paths)
{
    const QSet<QString> muted(paths.begin(), paths.end());
    if (muted == m_muted)
        return;
    m_muted = muted;
    updateMerged();
}

void RunLogs::setWatched(bool watched)
{
    m_watched = watched;
    for (const auto &[path, log] : m_logs)
        log->setWatched(watched);
}

Error RunLogs::error() const
{
    for (const auto &[path, log] : m_logs) {
        if (!log->error().text.isEmpty())
            return log->error();
    }
    return {};
}

} // namespace Roost::Items
