// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/cause/logevent.h"

#include <utility>

namespace Roost::Causes {

/// Returns the event that a line outside of a traceback reports, and the number of following lines that may belong to
/// it.
std::optional<std::pair<LogEvent, int>> eventOfLine(QByteArrayView text, const EvidenceLine &here);
/// Updates `event` from a following line that belongs to it.
void extendEvent(LogEvent &event, QByteArrayView text);

/// Returns whether the message of an exception is in the lines after it, or continues in them.
bool leadsToMessage(const LogEvent &event);
/// Returns whether a line after an event belongs to it; `blank` if there is an empty line between them.
bool continues(const LogEvent &event, QByteArrayView text, bool blank);

/// The kind of the traceback after a line: Python ignores it, or it is that of a thread or an exit handler.
enum class NextTraceback { Ignored, Secondary };
std::optional<NextTraceback> announcedTraceback(QByteArrayView text);

/// Returns whether the event is an end of file or a closed pipe because a child of the process no longer exists.
bool lostChildProcess(const LogEvent &event);

/// Returns whether a line names an address to which its writer is about to connect.
bool announcesConnection(QByteArrayView text);
/// Returns the host or URL in a text; empty if there is none.
QString addressIn(const QString &text);
/// Returns whether this is a network exception whose message does not name a host.
bool lacksAddress(const QString &type, const QString &message);

} // namespace Roost::Causes
