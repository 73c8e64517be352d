// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/cause/lineprefixes.h"
#include "models/cause/linesplitter.h"
#include "models/cause/logevent.h"
#include "models/cause/tracebackreader.h"

#include <deque>
#include <map>
#include <utility>

namespace Roost::Causes {

/// Reads one log in chunks of any size, and keeps only the last events and the lines around them.
class LogEvents
{
public:
    static constexpr size_t Most = 64;

    explicit LogEvents(QString path)
        : m_path(std::move(path))
    {
    }

    void feed(QByteArrayView bytes);
    void skip(qint64 bytes, qint64 lines) { m_splitter.skip(bytes, lines); }
    /// Call at the end of the log.
    void end();

    /// Returns the events in the order of the log. Call after end().
    const std::deque<LogEvent> &events() const { return m_events; }
    /// Returns the last line of each rank that is not empty, according to the ranks that the lines name; -1 for lines
    /// that name none.
    const std::map<int, EvidenceLine> &lastLines() const { return m_lastLines; }
    /// Returns the last progress of each rank, see progressIn(); without ranks that reported none.
    const std::map<int, QList<qint64>> &progress() const { return m_lastProgress; }
    /// Returns the number of lines that the writer of the event wrote after it, without the lines of reports.
    qint64 linesAfter(const LogEvent &event) const;
    /// Returns the number of times that the writer of the event reported progress after it.
    qint64 progressAfter(const LogEvent &event) const;
    /// Returns the collective operation of each rank that the log names.
    const std::map<int, Collective> &collectives() const { return m_collectives; }

private:
    enum class Link { None, DirectCause, Context, Nested };
    // How a line classifies the traceback that follows it.
    enum class Next { Own, Secondary, Ignored };

    // The state of reading one writer. A log has several writers if a launcher mixes their output.
    struct StreamState
    {
        TracebackReader reader;
        Link link = Link::None;
        Next next = Next::Own;
        int nextLines = 0;            // the number of lines for which `next` still applies
        int nested = 0;               // the number of lines in which a traceback belongs to the message before it
        bool inGroup = false;         // whether the line is in the margin of an exception group
        bool ofGroup = false;         // whether the open event is a group that waits for its first exception
        bool separated = false;       // whether the previous line separates exceptions of a group
        bool blank = false;           // whether the previous line was empty
        std::optional<LogEvent> open; // the last event, which may become part of a chain
        int following = 0;            // the number of further lines that may belong to the open event
        QString address;              // the last address that the writer wrote
        QString frameAddress;         // an address in the code of a traceback
    };

    void addLine(QByteArrayView text, qint64 number, qint64 offset);
    void addPrefixed(const PrefixedLine &prefixed, qint64 number, qint64 offset);
    bool addEscaped(const PrefixedLine &prefixed, qint64 number, qint64 offset);
    void updateCollective(const PrefixedLine &prefixed);
    QByteArrayView withoutMargin(StreamState &stream, QByteArrayView text);
    void addPlainLine(StreamState &stream, const PrefixedLine &prefixed, const EvidenceLine &here);
    bool readLink(StreamState &stream, QByteArrayView text);
    void addTracebackLine(StreamState &stream, const PrefixedLine &prefixed, const EvidenceLine &here);
    bool addFollowing(StreamState &stream, QByteArrayView text, const EvidenceLine &here);
    void addException(StreamState &stream, const PrefixedLine &prefixed, const EvidenceLine &here,
                      const QString &headline, bool group);
    void addEvent(StreamState &stream, LogEvent event, const PrefixedLine &prefixed);
    void store(LogEvent event);
    void clearAttempt();

    QString m_path;
    LineSplitter m_splitter;
    LinePrefixes m_prefixes;
    std::map<int, StreamState> m_streams;
    std::map<int, EvidenceLine> m_lastLines;
    std::map<int, QList<qint64>> m_lastProgress;
    std::deque<LogEvent> m_events;
    std::map<int, Collective> m_collectives;
    std::map<int, qint64> m_lineCounts;     // by stream
    std::map<int, qint64> m_progressCounts; // by stream
    qint64 m_totalProgressCount = 0;
    qint64 m_order = 0;
    std::optional<int> m_tracebackStream; // the stream whose traceback began in the previous line
};

} // namespace Roost::Causes
