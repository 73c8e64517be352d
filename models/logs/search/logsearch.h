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

/// The lines of a document that match a pattern. Searches chunk by chunk on threads of QThreadPool; results arrive in
/// order while the rest is searched. The search can be stopped at any time and continues by itself as the document
/// grows.
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
    /// Keeps the results so far and does not search on until the next pattern.
    void stop();
    bool isStopped() const { return m_stopped; }

    /// Ascending.
    const std::vector<LineNumber> &lines() const { return m_lines; }
    /// The number of bytes searched.
    qint64 position() const { return m_position; }
    /// The next result after (or before) `from`, wrapping around at the end.
    std::optional<LineNumber> next(LineNumber from, bool forward) const;

Q_SIGNALS:
    /// There are more results, or all earlier ones are void.
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
    qint64 m_from = 0;    // where to continue: the start of the line that had no end yet
    size_t m_settled = 0; // the number of m_lines before m_from
    std::shared_ptr<Job> m_job;
};

} // namespace Roost::Logs
