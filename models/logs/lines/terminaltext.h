// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/logs/lines/logspan.h"

#include <QByteArray>
#include <QByteArrayView>
#include <QList>

namespace Roost::Logs {

/// The text and the colours that a terminal shows for the bytes written to it. Positions count bytes of UTF-8, which is
/// not validated.
struct TerminalText
{
    QByteArray bytes;
    QList<LogSpan> spans; // of the parts that are not plain
};

/// Returns the shown text of one line, which is passed without its end. Colour codes become spans, other escape
/// sequences are removed, a backspace removes a character, and other control characters become visible ones.
TerminalText terminalText(QByteArrayView line);

/// Returns the part of a line after its last carriage return, without the end of the line: the state that remains
/// visible.
QByteArrayView lastState(QByteArrayView line);

/// Returns the bytes of a line as they are shown, for searching.
QByteArray shownBytes(QByteArrayView line);

} // namespace Roost::Logs
