// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/logs/logline.h"
#include "models/logs/logpattern.h"

#include <QObject>

#include <memory>
#include <optional>
#include <vector>

namespace Roost::Logs {

class LogDocument;
class LogMatcher;

/// The lines of a document in which a pattern is found. Looks on threads of the pool, chunk by chunk; what is found
/// comes in order while the rest is looked at, can be stopped at any time, and goes on by itself as the document grows.
class LogSearch : public QObject
{
    Q_OBJECT

public:
    /// The document must outlive the search.
    explicit LogSearch(LogDocument *document, QObject *parent = nullptr);
    ~LogSearch() override;

    /// Starts anew; an empty or wrong pattern finds nothing.
    void setPattern(const LogPattern &pattern);
    const LogPattern &pattern() const { return m_pattern; }
    bool isActive() const { return !m_pattern.isEmpty() && m_pattern.whyNot().isEmpty(); }
    bool isRunning() const { return m_job != nullptr; }
    /// Keeps what was found so far and looks no further until the next pattern.
    void stop();
    bool isStopped() const { return m_stopped; }

    /// Ascending.
    const std::vector<LineNumber> &lines() const { return m_lines; }
    /// Bytes looked at.
    qint64 position() const { return m_position; }
    /// Line found next after (or before) `from`, beginning again at the other end.
    std::optional<LineNumber> next(LineNumber from, bool forward) const;

Q_SIGNALS:
    /// More lines were found, or none of those before count any more.
    void changed();
    void runningChanged();

private:
    class Job;
    void take(const std::shared_ptr<Job> &job);
    void restart();
    void continueSearch();
    void endJob();

    LogDocument *m_document;
    LogPattern m_pattern;
    std::shared_ptr<const LogMatcher> m_matcher;
    bool m_stopped = false;
    std::vector<LineNumber> m_lines;
    qint64 m_position = 0;
    qint64 m_from = 0;    // where to go on: the start of the line that had no end yet
    size_t m_settled = 0; // how many of m_lines stand in front of it
    std::shared_ptr<Job> m_job;
};

} // namespace Roost::Logs
