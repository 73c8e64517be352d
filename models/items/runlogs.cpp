// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/runlogs.h"

#include <algorithm>

namespace Roost {

RunLogs::RunLogs(RunDocument *run, QObject *parent)
    : QObject(parent)
    , m_run(run)
    , m_paths(run->logPaths())
{
    connect(run, &RunDocument::logsChanged, this, [this] {
        if (m_paths == paths())
            return;
        m_paths = paths();
        arrange();
        Q_EMIT changed();
    });
}

RunLogs::~RunLogs() = default;

QStringList RunLogs::rankPaths() const
{
    QStringList paths = this->paths();
    paths.removeIf([](const QString &path) { return !rankOfLog(path); });
    std::ranges::stable_sort(paths, {}, [](const QString &path) { return *rankOfLog(path); });
    return paths;
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

MergedLog *RunLogs::allRanks()
{
    if (!m_merging) {
        m_merging = true;
        arrange();
    }
    return &m_merged;
}

void RunLogs::arrange()
{
    if (!m_merging)
        return;
    QList<MergedLog::Source> sources;
    const QStringList paths = rankPaths();
    for (const QString &path : paths) {
        if (isMuted(path))
            continue;
        RunLog *one = log(path);
        const int rank = *rankOfLog(path);
        sources.append({one->document(), one->times(), {QString::number(rank), rank}});
    }
    m_merged.setSources(sources);
}

void RunLogs::setMuted(const QString &path, bool muted)
{
    if (muted == isMuted(path))
        return;
    if (muted)
        m_muted.insert(path);
    else
        m_muted.remove(path);
    arrange();
    Q_EMIT mutedChanged();
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
    arrange();
    Q_EMIT mutedChanged();
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

} // namespace Roost
