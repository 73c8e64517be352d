// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/cause/lineprefixes.h"
#include "models/cause/linesplitter.h"
#include "models/cause/patterns.h"
#include "models/cause/traceback.h"

#include <deque>
#include <map>

namespace Roost::Causes {

/// A place in a log that may tell why a process ended.
struct LogEvent
{
    enum class Form {
        Traceback, // an exception that was not caught, or that was caught and printed
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
    /// A traceback up to where its process begins: it was not caught.
    bool whole = false;
    /// Of a thread, or of what is torn down: it counts where nothing else is told.
    bool aside = false;
    /// Its message names the host that could not be reached, which stood elsewhere.
    bool placed = false;
    /// A launcher's summary of which process was the first.
    bool summary = false;
    /// Who wrote it, of those that share the log; see Spoken.
    int stream = -1;
    /// How often its writer said before it that it goes on, and how often all did who write into the log.
    qint64 wentOn = 0;
    qint64 allWentOn = 0;
    /// How many lines came before its end: of all, and of those of its writer that belong to no report.
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
    /// Who writes, as lines name it; -1 for lines that name no rank. The last line that is not empty of each.
    const std::map<int, EvidenceLine> &lastLines() const { return m_lastLines; }
    /// How far each said last that it is, see progressIn(); not there for who never said it.
    const std::map<int, QList<qint64>> &progress() const { return m_progress; }
    /// Lines that the one who wrote it wrote after it, those of reports left out.
    qint64 linesAfter(const LogEvent &event) const;
    /// How often its writer said after it that it goes on.
    qint64 wentOnAfter(const LogEvent &event) const;
    /// In which collective each was that the log names.
    const std::map<int, Collective> &collectives() const { return m_collectives; }

private:
    enum class Link { None, DirectCause, Context, Nested };
    // What a line says of the traceback that follows it.
    enum class Next { Own, Aside, Ignored };

    // What is being read of one who writes; several share a log where a launcher mixes them.
    struct Speaker
    {
        TracebackReader reader;
        Link link = Link::None;
        Next next = Next::Own;
        int nextLines = 0;            // for which `next` still holds
        int nested = 0;               // lines for which a traceback belongs to the message before it
        bool inGroup = false;         // in the margin of an exception group
        bool ofGroup = false;         // the open event is a group that waits for its first exception
        bool separated = false;       // the line before separates the exceptions of a group
        bool blank = false;           // an empty line came
        std::optional<LogEvent> open; // the last one; may yet become part of a chain
        int following = 0;            // lines to come that belong to it
        QString address;              // the last that it wrote
        QString frameAddress;         // that of the code that a traceback shows
    };

    void line(QByteArrayView text, qint64 number, qint64 offset);
    void said(const Spoken &spoken, qint64 number, qint64 offset);
    bool escapedLine(const Spoken &spoken, qint64 number, qint64 offset);
    void noteCollective(const Spoken &spoken);
    QByteArrayView withoutMargin(Speaker &speaker, QByteArrayView text);
    void plainLine(Speaker &speaker, const Spoken &spoken, const EvidenceLine &here);
    bool linkLine(Speaker &speaker, QByteArrayView text);
    void tracebackLine(Speaker &speaker, const Spoken &spoken, const EvidenceLine &here);
    bool follow(Speaker &speaker, QByteArrayView text, const EvidenceLine &here);
    void raised(Speaker &speaker, const Spoken &spoken, const EvidenceLine &here, const QString &headline, bool group);
    void put(Speaker &speaker, LogEvent event, const Spoken &spoken);
    void keep(LogEvent event);
    void forgetAttempt();

    QString m_path;
    LineSplitter m_splitter;
    LinePrefixes m_prefixes;
    std::map<int, Speaker> m_speakers; // by stream
    std::map<int, EvidenceLine> m_lastLines;
    std::map<int, QList<qint64>> m_progress;
    std::deque<LogEvent> m_events;
    std::map<int, Collective> m_collectives;
    std::map<int, qint64> m_spoken; // lines of each stream
    std::map<int, qint64> m_wentOn; // by stream
    qint64 m_allWentOn = 0;
    qint64 m_order = 0;
    std::optional<int> m_begun; // the stream whose traceback began in the line before
};

} // namespace Roost::Causes
