// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/cause/logevent.h"

#include <utility>

namespace Roost::Causes {

/// The event that a line outside of a traceback is, and the number of following lines that may belong to it.
std::optional<std::pair<LogEvent, int>> eventOfLine(QByteArrayView text, const EvidenceLine &here);
/// Updates `event` from a following line that belongs to it.
void learnFromFollowing(LogEvent &event, QByteArrayView text);

/// Whether the message of an exception is, or continues, on the lines after it.
bool leadsToMessage(const LogEvent &event);
/// Whether a line after an event belongs to it; `blank` if there is an empty line between them.
bool continues(const LogEvent &event, QByteArrayView text, bool blank);

/// How a line classifies the traceback after it: one that Python ignores, or one of a thread or an exit handler.
enum class NextTraceback { Ignored, Secondary };
std::optional<NextTraceback> announcedTraceback(QByteArrayView text);

/// Whether the event is an end of file or a closed pipe because a child of the process is gone.
bool lostChildProcess(const LogEvent &event);

/// Whether a line names an address that its writer is about to connect to.
bool announcesConnection(QByteArrayView text);
/// The host or URL in a text; empty for none.
QString addressIn(const QString &text);
/// Whether this is a network exception whose message names no host.
bool lacksAddress(const QString &type, const QString &message);

} // namespace Roost::Causes
