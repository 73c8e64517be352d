// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/logs/merge/mergedlines.h"
#include "models/logs/search/logsearch.h"

#include <QTimer>

#include <map>
#include <utility>

namespace Roost::Logs {

class LogText;

/// The lines of a text that match a pattern: one LogSearch for each of its documents, mapped to the lines of the text.
/// Results of a document that is removed from the text are kept for its return.
class LogFinder : public QObject
{
    Q_OBJECT

public:
    /// The text and all documents that it ever shows must outlive this object.
    explicit LogFinder(LogText *text, QObject *parent = nullptr);
    ~LogFinder() override;

    /// Restarts the search; an empty or invalid pattern matches nothing.
    void setPattern(const LogPattern &pattern);
    const LogPattern &pattern() const { return m_pattern; }
    bool isActive() const { return !m_pattern.isEmpty() && m_pattern.whyNot().isEmpty(); }
    bool isRunning() const;
    /// Keeps the results so far and does not search on until the next pattern.
    void stop();

    /// Ascending.
    const std::vector<LineNumber> &lines() const { return m_found.lines(); }
    /// The next result after (or before) `from`, wrapping around at the end.
    std::optional<LineNumber> next(LineNumber from, bool forward) const;

Q_SIGNALS:
    /// There are more results, or all earlier ones are void.
    void changed();
    void runningChanged();

private:
    LogSearch *searchOf(LogDocument *document);
    void updateSources();
    void onSearchChanged(const LogSearch *search);
    void update();
    const std::vector<LineNumber> &foundIn(int source) const;

    LogText *m_text;
    LogPattern m_pattern;
    std::map<LogDocument *, std::unique_ptr<LogSearch>> m_searches;
    std::vector<LogSearch *> m_sources; // in the order of the documents of the text
    MergedLines m_found;
    std::map<const LogSearch *, std::pair<size_t, LineNumber>> m_seen; // the number of results, and the last one
    QTimer m_timer;
    bool m_wasRunning = false;
};

} // namespace Roost::Logs
