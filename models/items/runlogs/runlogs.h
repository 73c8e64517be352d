// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/logpath.h"
#include "models/items/runlogs/runlog.h"
#include "models/logs/merge/mergedlog.h"

#include <QSet>

#include <map>

namespace Roost::Items {

/// All logs of a run. Each is opened when it is first asked for, and stays open as long as this lives.
class RunLogs : public QObject
{
    Q_OBJECT
public:
    /// `run` outlives it.
    explicit RunLogs(RunDocument *run, QObject *parent = nullptr);
    ~RunLogs() override;

    QStringList paths() const { return m_paths; }
    /// Those of ranks (rankOfLog()), by rank.
    QStringList rankPaths() const { return m_rankPaths; }
    /// There are logs of more than one rank.
    bool hasRanks() const { return m_hasRanks; }
    RunLog *log(const QString &path);

    /// The ranks as one text, without those that are muted. Asking for it opens their logs.
    Logs::MergedLog *allRanks();
    /// All logs of one rank as one text: its output and its errors where they are apart. Opens them.
    Logs::MergedLog *ofRank(int rank);
    bool isMuted(const QString &path) const { return m_muted.contains(path); }
    QStringList mutedPaths() const;
    void setMutedPaths(const QStringList &paths);

    void setWatched(bool watched);
    /// Of a log that is open: why the other side does not give it.
    Error error() const;

Q_SIGNALS:
    /// Other paths.
    void changed();
    void errorChanged();

private:
    void takePaths();
    void arrange();
    QList<Logs::MergedLog::Source> sources(const std::function<bool(const QString &)> &wanted);

    RunDocument *m_run;
    QStringList m_paths;
    QStringList m_rankPaths;
    bool m_hasRanks = false;
    QSet<QString> m_muted;
    bool m_watched = true;
    bool m_merging = false;
    std::map<QString, std::unique_ptr<RunLog>> m_logs;
    std::map<int, std::unique_ptr<Logs::MergedLog>> m_ofRank; // these two die first
    Logs::MergedLog m_merged;
};

} // namespace Roost::Items
