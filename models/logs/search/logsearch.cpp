// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/logs/search/logsearch.h"

#include "models/logs/file/logdocument.h"
#include "models/logs/search/searchjob.h"

#include <algorithm>

namespace Roost::Logs {

/// Passes its findings to the thread of the search; after detach() it passes none.
class LogSearch::Job : public SearchJob, public std::enable_shared_from_this<Job>
{
public:
    Job(LogSearch *search, std::shared_ptr<const LogMatcher> matcher, std::shared_ptr<const LogIndex> index,
        qint64 from, qint64 to)
        : SearchJob(std::move(matcher), std::move(index), from, to)
        , m_search(search)
    {
    }

    void detach()
    {
        cancel();
        const std::lock_guard lock(m_mutex);
        m_search = nullptr;
    }

protected:
    // Called on a thread of the pool.
    void onFound() override
    {
        const std::lock_guard lock(m_mutex);
        if (m_search)
            QMetaObject::invokeMethod(
                m_search, [search = m_search, job = shared_from_this()] { search->onFindings(job); },
                Qt::QueuedConnection);
    }

private:
    std::mutex m_mutex;
    LogSearch *m_search;
};

LogSearch::LogSearch(LogDocument *document, QObject *parent)
    : QObject(parent)
    , m_document(document)
{
    connect(document, &LogDocument::grown, this, &LogSearch::continueSearch);
    connect(document, &LogDocument::restarted, this, &LogSearch::restart);
}

LogSearch::~LogSearch()
{
    endJob();
}

void LogSearch::endJob()
{
    if (m_job)
        m_job->detach();
    m_job.reset();
}

void LogSearch::setPattern(const LogPattern &pattern)
{
    if (pattern == m_pattern && !m_stopped)
        return;
    m_pattern = pattern;
    m_stopped = false;
    m_matcher = isActive() ? std::make_shared<LogMatcher>(pattern) : nullptr;
    restart();
}

void LogSearch::stop()
{
    const bool was = isRunning();
    m_stopped = true;
    endJob();
    if (was)
        Q_EMIT runningChanged();
}

void LogSearch::restart()
{
    const bool was = isRunning();
    endJob();
    m_lines.clear();
    m_position = m_from = 0;
    m_finalCount = 0;
    Q_EMIT changed();
    continueSearch();
    if (was != isRunning())
        Q_EMIT runningChanged();
}

void LogSearch::continueSearch()
{
    if (m_job || m_stopped || !m_matcher || !m_document->index() || m_document->byteCount() <= m_position)
        return;
    m_job = std::make_shared<Job>(this, m_matcher, m_document->index(), m_from, m_document->byteCount());
    SearchJob::start(m_job);
    Q_EMIT runningChanged();
}

void LogSearch::onFindings(const std::shared_ptr<Job> &job)
{
    if (job != m_job)
        return;
    const auto findings = job->takeFindings();
    // The unfinished last line was searched before and is searched again.
    const bool same = findings.lines.empty() && m_lines.size() == m_finalCount && !findings.open;
    m_lines.resize(m_finalCount);
    // Reserves memory for the number of results expected from the density until now, to avoid moves.
    if (const size_t size = m_lines.size() + findings.lines.size() + 1; size > m_lines.capacity())
        m_lines.reserve(size_t(double(size) * 1.1 * double(m_document->byteCount()) / double(findings.position + 1)) +
                        size);
    m_lines.insert(m_lines.end(), findings.lines.begin(), findings.lines.end());
    m_finalCount = m_lines.size();
    if (findings.open)
        m_lines.push_back(*findings.open);
    m_position = findings.position;
    m_from = findings.settled;
    if (findings.isLast)
        m_job.reset();
    if (!same)
        Q_EMIT changed();
    if (findings.isLast) {
        Q_EMIT runningChanged();
        continueSearch();
    }
}

} // namespace Roost::Logs
