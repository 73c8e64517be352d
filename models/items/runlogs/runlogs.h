// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/logpath.h"
#include "models/items/runlogs/runlog.h"
#include "models/items/runs/logsource.h"
#include "models/logs/merge/mergedlog.h"

#include <QSet>

#include <map>

namespace Roost::Items {

/// All logs of a run. A log is opened by the first call of log() and stays open until this object is destroyed.
class RunLogs : public QObject
{
    Q_OBJECT
public:
    /// `run` must outlive this object.
    explicit RunLogs(RunDocument *run, QObject *parent = nullptr);
    ~RunLogs() override;

    QStringList paths() const { return m_paths; }
    /// The paths of the logs of ranks (rankOfLog()), sorted by rank.
    QStringList rankPaths() const { return m_rankPaths; }
    /// Returns whether there are logs of more than one rank.
    bool hasRanks() const { return m_hasRanks; }
    RunLog *log(const QString &path);

    /// Returns whether there is a log to read for `source`.
    bool has(const LogSource &source) const;
    /// Returns the text of a source. Opens the logs that it consists of.
    Logs::LogText *text(const LogSource &source);
    /// Returns the source that is shown for one rank: its only log, or all its logs if it has several or none.
    LogSource sourceOf(int rank) const;

    /// Returns the logs of all ranks as one text, without muted logs. Opens the logs.
    Logs::MergedLog *allRanks();
    /// Returns all logs of one rank as one text: its output and its errors, if they are separate. Opens the logs.
    Logs::MergedLog *ofRank(int rank);
    bool isMuted(const QString &path) const { return m_muted.contains(path); }
    QStringList mutedPaths() const;
    void setMutedPaths(const QStringList &paths);

    void setWatched(bool watched);
    /// Returns why an open log cannot be read; the text is empty if all can.
    Error error() const;

Q_SIGNALS:
    /// Emitted when paths() has changed.
    void changed();
    void errorChanged();

private:
    void updatePaths();
    void updateMerged();
    QList<Logs::MergedLog::Source> sources(const std::function<bool(const QString &)> &wanted);

    RunDocument *m_run;
    QStringList m_paths;
    QStringList m_rankPaths;
    bool m_hasRanks = false;
    QSet<QString> m_muted;
    bool m_watched = true;
    bool m_merging = false;
    std::map<QString, std::unique_ptr<RunLog>> m_logs;
    std::map<int, std::unique_ptr<Logs::MergedLog>> m_ofRank; // destroyed before m_merged and the logs
    Logs::MergedLog m_merged;
};

} // namespace Roost::Items
