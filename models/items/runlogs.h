// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/logpath.h"
#include "models/items/runlog.h"
#include "models/logs/mergedlog.h"

#include <QSet>

#include <map>

namespace Roost {

/// All logs of a run. Each is opened when it is first asked for, and stays open as long as this lives.
class RunLogs : public QObject
{
    Q_OBJECT
public:
    /// `run` outlives it.
    explicit RunLogs(RunDocument *run, QObject *parent = nullptr);
    ~RunLogs() override;

    QStringList paths() const { return m_run->logPaths(); }
    /// Those of ranks, by rank.
    QStringList rankPaths() const;
    RunLog *log(const QString &path);

    /// The ranks as one text, without those that are muted. Asking for it opens their logs.
    MergedLog *allRanks();
    bool isMuted(const QString &path) const { return m_muted.contains(path); }
    void setMuted(const QString &path, bool muted);
    QStringList mutedPaths() const;
    void setMutedPaths(const QStringList &paths);

    void setWatched(bool watched);
    /// Of a log that is open: why the other side does not give it.
    Error error() const;

Q_SIGNALS:
    /// Other paths.
    void changed();
    void mutedChanged();
    void errorChanged();

private:
    void arrange();

    RunDocument *m_run;
    QStringList m_paths;
    QSet<QString> m_muted;
    bool m_watched = true;
    bool m_merging = false;
    std::map<QString, std::unique_ptr<RunLog>> m_logs;
    MergedLog m_merged; // dies first
};

} // namespace Roost
