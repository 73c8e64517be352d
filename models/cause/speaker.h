// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/cause/logevents.h"

namespace Roost::Causes {

/// What a line outside of a traceback tells, and how many lines after it belong to it.
std::optional<std::pair<LogEvent, int>> eventOfLine(QByteArrayView text, const EvidenceLine &here);
/// Takes in what a line says that belongs to `event`.
void learnFromFollowing(LogEvent &event, QByteArrayView text);

/// Whether the message of an exception stands on the lines behind it, or goes on there.
bool leadsToMessage(const LogEvent &event);
/// Whether a line behind an event belongs to it; `blank`: an empty line is between them.
bool continues(const LogEvent &event, QByteArrayView text, bool blank);

/// What a line says of the traceback behind it: one that Python ignores, or one of a thread or an exit handler.
enum class Aftermath { Ignored, Aside };
std::optional<Aftermath> nextIn(QByteArrayView text);

/// An end of file or a closed pipe that a process meets when one that it started itself is gone.
bool losesItsOwnProcess(const LogEvent &event);

/// Whether a line names an address that its writer is about to reach.
bool saysItConnects(QByteArrayView text);
/// The host or URL that a text names; empty for none.
QString addressIn(const QString &text);
/// Of an exception of the network whose own words name no host.
bool saysNoAddress(const QString &type, const QString &message);

} // namespace Roost::Causes
