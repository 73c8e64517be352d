// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/logs/lines/logspan.h"

#include <QByteArray>
#include <QByteArrayView>
#include <QList>

namespace Roost::Logs {

/// What a terminal shows of the bytes written to it, with colours. Positions count bytes of UTF-8, which is not
/// validated.
struct TerminalText
{
    QByteArray bytes;
    QList<LogSpan> spans; // of the stretches that are not plain
};

/// The shown text of one line, given without its end. Colour codes become spans, other escape sequences vanish, a
/// backspace removes a character, and other control characters become visible ones.
TerminalText terminalText(QByteArrayView line);

/// The line without its end, and of it only what follows the last carriage return: the state that remains visible.
QByteArrayView lastState(QByteArrayView line);

/// The bytes of a line as they are shown, for searching.
QByteArray shownBytes(QByteArrayView line);

} // namespace Roost::Logs
