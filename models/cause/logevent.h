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
        Fatal,     // a process ended by a signal or by C++
        Words,     // a single line with a meaning of its own
    };

    Form form = Form::Words;
    Meaning meaning;
    /// The rank that the lines name as their writer; -1 for none.
    int rank = -1;
    QString type;
    QString message;
    /// The exception that this one led to, see CauseCandidate::surface.
    QString surface;
    QList<EvidenceLine> evidence;
    int headline = 0; // index in evidence
    /// A traceback that begins where its process begins: the exception was not caught.
    bool isComplete = false;
    /// From a thread or from the shutdown: counts only if there is nothing else.
    bool isSecondary = false;
    /// The message contains the host that could not be reached, which was found in another line.
    bool hasAddress = false;
    /// A launcher's summary of which process failed first.
    bool summary = false;
    /// The writer, among those that share the log; see PrefixedLine.
    int stream = -1;
    /// How often its writer, and all writers of the log, reported progress before it.
    qint64 progressCount = 0;
    qint64 totalProgressCount = 0;
    /// The number of lines before its end: of all writers, and of its writer without those of reports.
    qint64 order = 0;
    qint64 lineCount = 0;

    /// The position of the headline in the log.
    qint64 offset() const { return evidence[headline].offset; }
    /// "ValueError: no data"
    QString headlineText() const;
};

} // namespace Roost::Causes
