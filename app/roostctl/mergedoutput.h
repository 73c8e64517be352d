// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/roostctl/loglines.h"
#include "models/items/runlogs/runlog.h"
#include "models/items/runs/rundocument.h"
#include "models/logs/merge/mergedlog.h"

#include <QTimer>

#include <map>
#include <vector>

namespace Roost::Ctl {

/// Prints several logs of a run as one text ordered by time: their present contents or, with `follow`, until the run
/// ends. A line is printed with a short delay, so that earlier lines of other processes have arrived as well.
class MergedOutput : public QObject
{
    Q_OBJECT

public:
    using Wanted = std::function<bool(const QString &path)>;

    /// `lines` must outlive this object.
    MergedOutput(const std::shared_ptr<Workspace> &workspace, const QString &runId, Wanted wanted, LogLines &lines,
                 bool follow);
    ~MergedOutput() override;

    /// The reason why the logs cannot be read; its text is empty if they can.
    const Error &error() const { return m_error; }
    /// Returns whether any of the wanted logs exists.
    bool hasLogs() const { return !m_logs.empty(); }

Q_SIGNALS:
    /// Emitted when everything has been printed.
    void finished();

private:
    using Counts = std::map<const Logs::LogDocument *, qint64>;

    void onLogsChanged();
    void poll();
    void showOpen();
    bool isRead() const;
    bool hasEnded() const;
    Counts counts() const;
    void write(Counts upTo, bool isLast);
    void skip();
    void writeNext();
    Logs::LineNumber firstUnwritten();
    void endPass();
    void end(const Error &error = {});

    Items::WorkspaceSession m_session;
    Items::RunDocument m_run;
    Wanted m_wanted;
    LogLines &m_lines;
    bool m_follow;
    bool m_isLastPass = false;
    bool m_ended = false;
    Error m_error;
    std::map<QString, std::unique_ptr<Items::RunLog>> m_logs;
    Logs::MergedLog m_merged;
    std::vector<Counts> m_seen; // at the last polls, the newest last
    Counts m_written;           // number of lines that were printed
    Counts m_upTo;              // their number after this pass
    std::map<QString, qint64> m_sizes;
    QString m_openPath;    // see showOpen()
    QStringList m_untimed; // logs that were reported as having no times
    PendingReply<QString> m_pendingText;
    QTimer m_timer;
};

} // namespace Roost::Ctl
