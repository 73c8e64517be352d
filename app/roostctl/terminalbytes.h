// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

namespace Roost::Ctl {

/// Bytes of a log as a terminal may have them: colours, line breaks, tabs and carriage returns stay; what would move
/// the cursor, clear the screen or set a title is left out, also as single bytes 0x80 to 0x9F, which a terminal that is
/// not set to UTF-8 obeys. Sequences may be cut between two calls.
class TerminalBytes
{
public:
    QByteArray filtered(QByteArrayView bytes);

private:
    enum class State { Text, Escape, Colour, Command, CommandEscape, Control };

    void take(char byte, QByteArray &shown);
    void takeText(char byte, QByteArray &shown);

    State m_state = State::Text;
    QByteArray m_held;       // of a sequence that is not decided yet
    int m_continuations = 0; // bytes that the character still has
};

} // namespace Roost::Ctl
