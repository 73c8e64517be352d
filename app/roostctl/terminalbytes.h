// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

namespace Roost::Ctl {

/// Removes the control sequences from the bytes of a log that would move the cursor, clear the screen or set a title,
/// including the single bytes 0x80 to 0x9F, which a terminal without UTF-8 interprets. Keeps colours, line breaks, tabs
/// and carriage returns. A sequence may be split between two calls.
class TerminalBytes
{
public:
    QByteArray filtered(QByteArrayView bytes);

private:
    enum class State { Text, Escape, Colour, Command, CommandEscape, Control };

    void filter(char byte, QByteArray &shown);
    void filterText(char byte, QByteArray &shown);

    State m_state = State::Text;
    QByteArray m_held;       // start of an unfinished sequence
    int m_continuations = 0; // number of missing bytes of the current character
};

} // namespace Roost::Ctl
