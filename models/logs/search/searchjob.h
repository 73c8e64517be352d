// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/logs/file/logindex.h"
#include "models/logs/match/logmatcher.h"

#include <map>
#include <mutex>
#include <optional>

namespace Roost::Logs {

/// One pass over a part of a log on all threads of QThreadPool: each thread takes the next chunk of complete lines, and
/// findings are published in the order of the file.
class SearchJob
{
public:
    struct Findings
    {
        std::vector<LineNumber> lines;
        std::optional<LineNumber> open; // the line that has no end yet, if it matches
        qint64 position = 0;            // all bytes before it were searched
        qint64 settled = 0;             // the start of the line that contains `position`
        bool isLast = false;
    };

    /// Searches [from, to) of the part that the index covers; `from` must be the start of a line.
    SearchJob(std::shared_ptr<const LogMatcher> matcher, std::shared_ptr<const LogIndex> index, qint64 from, qint64 to);
    virtual ~SearchJob() = default;

    /// Runs on threads of the pool, which keep the job alive.
    static void start(const std::shared_ptr<SearchJob> &job);
    /// Any thread. The job ends within a fraction of a millisecond.
    void cancel() { m_canceled = true; }
    /// Any thread. Returns the findings since the last call.
    Findings takeFindings();

protected:
    /// Called when takeFindings() has something to return; not called again before takeFindings() was called.
    virtual void onFound() = 0;

private:
    void work();
    qint64 chunkStart(qint64 chunk) const;
    void finish(qint64 chunk, Findings findings);

    const std::shared_ptr<const LogMatcher> m_matcher;
    const std::shared_ptr<const LogIndex> m_index;
    const qint64 m_from;
    const qint64 m_to;
    const qint64 m_chunks;
    std::atomic<qint64> m_nextChunk = 0;
    std::atomic<qint64> m_workers = 0;
    std::atomic_bool m_canceled = false;

    std::mutex m_mutex;                 // guards the following members
    std::map<qint64, Findings> m_early; // the findings of chunks that wait for an earlier chunk
    qint64 m_published = 0;             // the number of chunks whose findings are in m_findings or were returned
    Findings m_findings;
    bool m_isNotified = false; // whether onFound() was called since the last takeFindings()
};

} // namespace Roost::Logs
