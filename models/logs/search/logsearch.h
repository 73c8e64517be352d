// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/logs/lines/logline.h"
#include "models/logs/match/logpattern.h"

#include <QObject>

#include <memory>
#include <optional>
#include <vector>

namespace Roost::Logs {

class LogDocument;
class LogMatcher;

/// Finds the lines of a document that match a pattern. Searches chunk by chunk on threads of QThreadPool; results
/// arrive in order while the rest is being searched. The search can be stopped at any time, and continues by itself as
/// the document grows.
class LogSearch : public QObject
{
    Q_OBJECT

public:
    /// The document must outlive the search.
    explicit LogSearch(LogDocument *document, QObject *parent = nullptr);
    ~LogSearch() override;

    /// Restarts the search; an empty or invalid pattern matches nothing.
    void setPattern(const LogPattern &pattern);
    const LogPattern &pattern() const { return m_pattern; }
    bool isActive() const { return !m_pattern.isEmpty() && m_pattern.whyNot().isEmpty(); }
    bool isRunning() const { return m_job != nullptr; }
    /// Stops the search and keeps the results found until now. The search does not continue until the next pattern is
    /// set.
    void stop();
    bool isStopped() const { return m_stopped; }

    /// Returns the lines in ascending order.
    const std::vector<LineNumber> &lines() const { return m_lines; }
    /// Returns the number of bytes that were searched.
    qint64 position() const { return m_position; }

Q_SIGNALS:
    /// Emitted when there are more results, or all earlier results are invalid.
    void changed();
    void runningChanged();

private:
    class Job;
    void onFindings(const std::shared_ptr<Job> &job);
    void restart();
    void continueSearch();
    void endJob();

    LogDocument *m_document;
    LogPattern m_pattern;
    std::shared_ptr<const LogMatcher> m_matcher;
    bool m_stopped = false;
    std::vector<LineNumber> m_lines;
    qint64 m_position = 0;
    qint64 m_from = 0;       // position at which to continue: the start of the line that had no end yet
    size_t m_finalCount = 0; // the number of m_lines before m_from
    std::shared_ptr<Job> m_job;
};

} // namespace Roost::Logs
