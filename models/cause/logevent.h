// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/cause/collective.h"
#include "models/cause/patterns.h"

namespace Roost::Causes {

/// A place in a log that may explain why a process ended.
struct LogEvent
{
    enum class Form {
        Traceback, // an exception, uncaught or caught and printed
        Fatal,     // a process was ended by a signal or by C++
        Words,     // a single line that has a meaning
    };

    Form form = Form::Words;
    Meaning meaning;
    /// The rank that the lines name as their writer; -1 if they name none.
    int rank = -1;
    QString type;
    QString message;
    /// The exception to which this one led, see CauseCandidate::surface.
    QString surface;
    QList<EvidenceLine> evidence;
    int headline = 0; // index in `evidence`
    /// Whether the traceback begins where its process begins; the exception was then not caught.
    bool isComplete = false;
    /// Whether it is from a thread or from the shutdown; it then counts only if there is nothing else.
    bool isSecondary = false;
    /// Whether the message contains the host that could not be reached, which was found in another line.
    bool hasAddress = false;
    /// Whether it is a launcher's report of which process failed first.
    bool summary = false;
    /// The writer, if several write to the log; see PrefixedLine.
    int stream = -1;
    /// The number of times that its writer, and all writers of the log, reported progress before it.
    qint64 progressCount = 0;
    qint64 totalProgressCount = 0;
    /// The number of lines before its end: of all writers, and of its writer without the lines of reports.
    qint64 order = 0;
    qint64 lineCount = 0;

    /// Returns the position of the headline in the log.
    qint64 offset() const { return evidence[headline].offset; }
    /// Returns for example "ValueError: no data".
    QString headlineText() const;
};

} // namespace Roost::Causes
