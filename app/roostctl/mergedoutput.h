// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/roostctl/loglines.h"
#include "models/items/openrun/rundocument.h"
#include "models/items/openrun/runlog.h"
#include "models/logs/mergedlog.h"

#include <QTimer>

#include <map>
#include <vector>

namespace Roost::Ctl {

/// Some logs of a run on stdout as one text in the order of time: as they are now, or as long as the run goes on. Then
/// a line goes out a moment after it came, so that what another process wrote before it has come, too.
class MergedOutput : public QObject
{
    Q_OBJECT

public:
    using Wanted = std::function<bool(const QString &path)>;

    /// `lines` outlives it.
    MergedOutput(const std::shared_ptr<Workspace> &workspace, const QString &runId, Wanted wanted, LogLines &lines,
                 bool follow);
    ~MergedOutput() override;

    /// Why the logs cannot be had; empty text where they can.
    const Error &error() const { return m_error; }
    /// Whether there was one of the logs.
    bool isThere() const { return !m_logs.empty(); }

Q_SIGNALS:
    /// All there is has gone out.
    void finished();

private:
    using Counts = std::map<const Logs::LogDocument *, qint64>;

    void takePaths();
    void look();
    void showOpen();
    bool isRead() const;
    bool hasEnded() const;
    Counts counts() const;
    void write(Counts upTo, bool isLast);
    void skip();
    void writeOn();
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
    std::vector<Counts> m_seen; // of the last looks, the newest last
    Counts m_written;           // lines that have gone out
    Counts m_upTo;              // and are to, in this pass
    std::map<QString, qint64> m_sizes;
    QString m_openPath;    // see showOpen()
    QStringList m_untimed; // logs that were said to be without times
    PendingReply<QString> m_reading;
    QTimer m_timer;
};

} // namespace Roost::Ctl
