// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/logs/logline.h"

#include <QObject>
#include <QRegularExpression>
#include <QString>

#include <memory>
#include <optional>
#include <vector>

namespace Roost {

class LogDocument;

/// What is looked for in the shown text of lines.
class LogPattern
{
public:
    LogPattern() = default;
    LogPattern(const QString &text, bool isRegularExpression, bool caseSensitive);

    struct Match
    {
        qsizetype start = 0;
        qsizetype length = 0;
        bool operator==(const Match &) const = default;
    };

    bool isEmpty() const { return m_text.isEmpty(); }
    /// Empty when the pattern can be looked for, else what is wrong with it, in English.
    QString whyNot() const;
    bool isIn(const QString &line) const;
    QList<Match> matches(const QString &line) const;

    const QString &text() const { return m_text; }
    bool isRegularExpression() const { return m_isRegularExpression; }
    bool isCaseSensitive() const { return m_caseSensitive; }
    bool operator==(const LogPattern &) const = default;

private:
    QString m_text;
    bool m_isRegularExpression = false;
    bool m_caseSensitive = false;
    QRegularExpression m_expression;
};

/// The lines of a document in which a pattern is found. Looks on threads of the pool, chunk by chunk, can be
/// stopped at any time, and goes on by itself as the document grows.
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
    struct Job;
    struct Findings;
    static void work(const std::shared_ptr<Job> &job, LogSearch *to);
    void take(const std::shared_ptr<Job> &job, const Findings &findings);
    void restart();
    void continueSearch();
    void endJob();

    LogDocument *m_document;
    LogPattern m_pattern;
    bool m_stopped = false;
    std::vector<LineNumber> m_lines;
    // Where to go on: the start of a line, its number, and how many lines were found in front of it.
    qint64 m_position = 0;
    qint64 m_lineStart = 0;
    LineNumber m_line;
    size_t m_foundBefore = 0;
    std::shared_ptr<Job> m_job;
};

} // namespace Roost
