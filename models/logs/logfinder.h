// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/logs/logsearch.h"
#include "models/logs/mergedlines.h"

#include <QTimer>

#include <map>

namespace Roost::Logs {

class LogText;

/// The lines of a text in which a pattern is found: one LogSearch for each of its documents, told in the lines of the
/// text. What was found in a document that is taken out of the text is there again when it comes back.
class LogFinder : public QObject
{
    Q_OBJECT

public:
    /// The text and all documents that it ever shows outlive it.
    explicit LogFinder(LogText *text, QObject *parent = nullptr);
    ~LogFinder() override;

    /// Starts anew; an empty or wrong pattern finds nothing.
    void setPattern(const LogPattern &pattern);
    const LogPattern &pattern() const { return m_pattern; }
    bool isActive() const { return !m_pattern.isEmpty() && m_pattern.whyNot().isEmpty(); }
    bool isRunning() const;
    /// Keeps what was found so far and looks no further until the next pattern.
    void stop();

    /// Ascending.
    const std::vector<LineNumber> &lines() const { return m_found.lines(); }
    /// Line found next after (or before) `from`, beginning again at the other end.
    std::optional<LineNumber> next(LineNumber from, bool forward) const;

Q_SIGNALS:
    /// More lines were found, or none of those before count any more.
    void changed();
    void runningChanged();

private:
    LogSearch *searchOf(LogDocument *document);
    void arrange();
    void searchChanged(const LogSearch *search);
    void update();
    const std::vector<LineNumber> &foundIn(int source) const;

    LogText *m_text;
    LogPattern m_pattern;
    std::map<LogDocument *, std::unique_ptr<LogSearch>> m_searches;
    std::vector<LogSearch *> m_sources; // as the documents of the text
    MergedLines m_found;
    std::map<const LogSearch *, std::pair<size_t, LineNumber>> m_told; // how many, and the last of them
    QTimer m_timer;
    bool m_wasRunning = false;
};

} // namespace Roost::Logs
