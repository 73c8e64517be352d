// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/logs/logline.h"

#include <QByteArray>
#include <QByteArrayView>

namespace Roost::Logs {

/// What a terminal would show of bytes that were written to it, colours and all. Counted in bytes of UTF-8, of which
/// nothing is checked.
struct TerminalText
{
    QByteArray bytes;
    QList<LogSpan> spans; // where the text is not plain
};

/// The bytes of one line without its end: colour codes become spans, other escape sequences vanish, a backspace takes a
/// character away, and other control characters become visible ones.
TerminalText terminalText(QByteArrayView line);

/// The line without its end, and only what stands behind the last carriage return: the state that is seen in the end.
QByteArrayView lastState(QByteArrayView line);

/// The bytes of a line as they are shown, for searching.
QByteArray shownBytes(QByteArrayView line);

} // namespace Roost::Logs
