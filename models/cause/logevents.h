// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/cause/linesplitter.h"
#include "models/cause/patterns.h"

#include <deque>
#include <map>

namespace Roost {

/// A place in a log that may tell why a process ended.
struct LogEvent
{
    enum class Form {
        Traceback, // an exception that nobody caught, or that was caught and printed
        Fatal,     // the end of a process by a signal or by C++
        Words,     // a line that means something by itself
    };

    Form form = Form::Words;
    Meaning meaning;
    /// The rank that the lines themselves name as the one who writes; -1 for none.
    int speaker = -1;
    QString type;
    QString message;
    QString surface;
    QList<EvidenceLine> evidence;
    int headline = 0;
    /// Which it ended with, of all lines seen and of those of its speaker; counted even where numbers are not known.
    qint64 order = 0;
    qint64 spoken = 0;

    /// Where the headline stands.
    qint64 offset() const { return evidence[headline].offset; }
    /// "ValueError: no data"
    QString headlineText() const;
};

/// Reads one log, in chunks of any size, and keeps of it only the last events and the lines around them.
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
    /// The log is over.
    void end();

    /// After end(), in the order of the log.
    const std::deque<LogEvent> &events() const { return m_events; }
    /// Who writes, as lines name it; -1 for lines that name nobody. The last line that is not empty of each.
    const std::map<int, EvidenceLine> &lastLines() const { return m_lastLines; }
    /// How far each said last that it is, see progressIn(); not there for who never said it.
    const std::map<int, QList<qint64>> &progress() const { return m_progress; }
    /// Lines that the one who wrote it wrote after it.
    qint64 linesAfter(const LogEvent &event) const { return m_spoken.at(event.speaker) - event.spoken; }

private:
    enum class Link { None, DirectCause, Context, Nested };

    // What is being read of one who writes; several share a log where a launcher mixes them.
    struct Speaker
    {
        bool inTraceback = false;
        bool ignored = false; // the traceback is of an exception that Python itself ignores
        int waited = 0;       // lines in a traceback that do not belong to it
        QList<EvidenceLine> frames;
        Link link = Link::None;
        std::optional<LogEvent> open; // the last one; may yet become part of a chain
        int following = 0;            // lines to come that belong to it
    };

    void line(QByteArrayView text, qint64 number, qint64 offset);
    void plainLine(Speaker &speaker, int who, QByteArrayView text, const EvidenceLine &here);
    void tracebackLine(Speaker &speaker, int who, QByteArrayView text, const EvidenceLine &here);
    void follow(Speaker &speaker, QByteArrayView text, const EvidenceLine &here);
    void put(Speaker &speaker, LogEvent event);
    void keep(LogEvent event);

    QString m_path;
    LineSplitter m_splitter;
    std::map<int, Speaker> m_speakers;
    std::map<int, EvidenceLine> m_lastLines;
    std::map<int, QList<qint64>> m_progress;
    std::deque<LogEvent> m_events;
    std::map<int, qint64> m_spoken; // lines of each
    qint64 m_order = 0;
};

} // namespace Roost
