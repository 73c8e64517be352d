// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/logs/logindex.h"
#include "models/logs/logmatcher.h"

#include <map>
#include <mutex>
#include <optional>

namespace Roost::Logs {

/// One way through a stretch of a log, on as many threads as the machine has: each takes the next chunk of whole lines,
/// and findings are given on in the order of the file.
class SearchJob
{
public:
    struct Findings
    {
        std::vector<LineNumber> lines;
        std::optional<LineNumber> open; // the line that has no end yet, if it is found too
        qint64 position = 0;            // all in front of it was looked at
        qint64 settled = 0;             // the start of the line that position is in
        bool isLast = false;
    };

    /// Looks at [from, to) of what the index knows; `from` is the start of a line.
    SearchJob(std::shared_ptr<const LogMatcher> matcher, std::shared_ptr<const LogIndex> index, qint64 from, qint64 to);
    virtual ~SearchJob() = default;

    /// On threads of the pool, which keep it alive.
    static void start(const std::shared_ptr<SearchJob> &job);
    /// Ends within a fraction of a millisecond. Any thread.
    void cancel() { m_canceled = true; }
    /// What was found since it was last asked for. Any thread.
    Findings take();

protected:
    /// There is something to take(). Called again only after it was taken.
    virtual void found() = 0;

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

    std::mutex m_mutex;                 // of what follows
    std::map<qint64, Findings> m_early; // chunks that wait for one in front of them
    qint64 m_given = 0;                 // chunks whose findings are in m_findings, or were taken
    Findings m_findings;
    bool m_told = false;
};

} // namespace Roost::Logs
