// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

namespace Roost::Ctl {

/// Removes from the bytes of a log what would move the cursor, clear the screen or set a title, also as the single
/// bytes 0x80 to 0x9F, which a terminal without UTF-8 obeys. Colours, line breaks, tabs and carriage returns stay. A
/// sequence may be split between two calls.
class TerminalBytes
{
public:
    QByteArray filtered(QByteArrayView bytes);

private:
    enum class State { Text, Escape, Colour, Command, CommandEscape, Control };

    void filter(char byte, QByteArray &shown);
    void takeText(char byte, QByteArray &shown);

    State m_state = State::Text;
    QByteArray m_held;       // the beginning of an unfinished sequence
    int m_continuations = 0; // bytes that are missing from the character
};

} // namespace Roost::Ctl
