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

/// The lines of a text that match a pattern: one LogSearch per document, whose results are converted to lines of the
/// text. The results of a document that is removed from the text are kept, in case the document is added again.
class LogFinder : public QObject
{
    Q_OBJECT

public:
    /// The text, and all documents that it ever shows, must outlive this object.
    explicit LogFinder(LogText *text, QObject *parent = nullptr);
    ~LogFinder() override;

    /// Restarts the search; an empty or invalid pattern matches nothing.
    void setPattern(const LogPattern &pattern);
    const LogPattern &pattern() const { return m_pattern; }
    bool isActive() const { return !m_pattern.isEmpty() && m_pattern.whyNot().isEmpty(); }
    bool isRunning() const;
    /// Stops the search and keeps the results found until now. The search does not continue until the next pattern is
    /// set.
    void stop();

    /// Returns the lines in ascending order.
    const std::vector<LineNumber> &lines() const { return m_found.lines(); }

Q_SIGNALS:
    /// Emitted when there are more results, or all earlier results are invalid.
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
    std::map<const LogSearch *, std::pair<size_t, LineNumber>> m_seen; // the number of results, and the last result
    QTimer m_timer;
    bool m_wasRunning = false;
};

} // namespace Roost::Logs
