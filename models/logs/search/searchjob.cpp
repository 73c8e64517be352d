// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/logs/search/searchjob.h"

#include "models/logs/lines/lineends.h"

#include <QThreadPool>

#include <algorithm>
#include <utility>

namespace Roost::Logs {

namespace {

constexpr qint64 Chunk = 4 * 1024 * 1024;

} // namespace

SearchJob::SearchJob(std::shared_ptr<const LogMatcher> matcher, std::shared_ptr<const LogIndex> index, qint64 from,
                     qint64 to)
    : m_matcher(std::move(matcher))
    , m_index(std::move(index))
    , m_from(from)
    , m_to(to)
    , m_chunks(std::max<qint64>(1, (to - from + Chunk - 1) / Chunk))
{
    m_findings.position = m_findings.settled = from;
}

void SearchJob::start(const std::shared_ptr<SearchJob> &job)
{
    auto *pool = QThreadPool::globalInstance();
    job->m_workers = std::min<qint64>(pool->maxThreadCount(), job->m_chunks);
    for (qint64 started = job->m_workers; started > 0; --started)
        pool->start([job] { job->work(); });
}

// Returns the first line that begins in the chunk or after it.
qint64 SearchJob::chunkStart(qint64 chunk) const
{
    if (chunk == 0)
        return m_from;
    if (chunk == m_chunks)
        return m_to;
    const auto before = m_index->lineOfByte(m_from + chunk * Chunk - 1);
    return std::min(m_to, m_index->byteOfLine({before.value + 1}));
}

void SearchJob::work()
{
    while (!m_canceled) {
        const qint64 chunk = m_nextChunk++;
        if (chunk >= m_chunks)
            break;
        const auto bytes = m_index->bytes(chunkStart(chunk), chunkStart(chunk + 1));
        const auto whole = lastOf(bytes.view, '\n') + 1;
        const qint64 end = bytes.from + bytes.view.size();
        Findings findings;
        findings.position = end;
        findings.settled = bytes.from + whole;
        if (!bytes.view.isEmpty()) {
            m_matcher->find(bytes.view.first(whole), m_index->lineOfByte(bytes.from), findings.lines, m_canceled);
            std::vector<LineNumber> open;
            if (findings.settled < end)
                m_matcher->find(bytes.view.sliced(whole), m_index->lineOfByte(findings.settled), open, m_canceled);
            if (!open.empty())
                findings.open = open.front();
        }
        if (!m_canceled)
            finish(chunk, std::move(findings));
    }
    // Only once, at the end: each release interrupts every thread of the program.
    if (--m_workers == 0) {
        const auto bytes = m_index->bytes(m_from, m_to);
        if (bytes.file)
            bytes.file->release(bytes.from, m_to);
    }
}

void SearchJob::finish(qint64 chunk, Findings findings)
{
    bool notify = false;
    {
        const std::lock_guard lock(m_mutex);
        m_early.emplace(chunk, std::move(findings));
        for (auto next = m_early.begin(); next != m_early.end() && next->first == m_published; ++m_published) {
            const Findings &more = next->second;
            m_findings.lines.insert(m_findings.lines.end(), more.lines.begin(), more.lines.end());
            // A chunk within a long line has no findings.
            if (more.position > m_findings.position) {
                m_findings.open = more.open;
                m_findings.position = more.position;
                m_findings.settled = more.settled;
            }
            m_findings.isLast = m_published + 1 == m_chunks;
            next = m_early.erase(next);
            notify = true;
        }
        notify = notify && !std::exchange(m_isNotified, m_isNotified || notify);
    }
    if (notify)
        onFound();
}

SearchJob::Findings SearchJob::takeFindings()
{
    const std::lock_guard lock(m_mutex);
    m_isNotified = false;
    Findings left;
    left.position = m_findings.position;
    left.settled = m_findings.settled;
    left.isLast = m_findings.isLast;
    return std::exchange(m_findings, std::move(left));
}

} // namespace Roost::Logs
