// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/roostctl/terminalbytes.h"

namespace Roost::Ctl {

namespace {

constexpr char Escape = '\x1b';
constexpr char Bell = '\a';
constexpr char Delete = '\x7f';
// The first byte of U+0080 to U+009F, which some terminals interpret as control sequences.
constexpr char Control = '\xc2';
// A colour sequence is shorter; a longer one is removed.
constexpr qsizetype LongestColour = 64;

bool isContinuation(char byte)
{
    return (uchar(byte) & 0xc0) == 0x80;
}

/// Returns the number of bytes that follow the first byte of a UTF-8 character.
int continuationsOf(char byte)
{
    const uchar first = uchar(byte);
    return first < 0xc3 ? 0 : first < 0xe0 ? 1 : first < 0xf0 ? 2 : first < 0xf5 ? 3 : 0;
}

} // namespace

QByteArray TerminalBytes::filtered(QByteArrayView bytes)
{
    QByteArray shown;
    shown.reserve(bytes.size());
    for (const char byte : bytes)
        filter(byte, shown);
    return shown;
}

void TerminalBytes::filterText(char byte, QByteArray &shown)
{
    const bool continues = isContinuation(byte) && m_continuations > 0;
    m_continuations = continues ? m_continuations - 1 : continuationsOf(byte);
    if (byte == Escape)
        m_state = State::Escape;
    else if (byte == Control)
        m_state = State::Control;
    else if (byte == '\n' || byte == '\t' || byte == '\r' || continues ||
             (uchar(byte) >= 0x20 && byte != Delete && (uchar(byte) < 0x80 || uchar(byte) > 0x9f)))
        shown += byte;
}

void TerminalBytes::filter(char byte, QByteArray &shown)
{
    switch (m_state) {
    case State::Text:
        filterText(byte, shown);
        return;
    case State::Control:
        m_state = State::Text;
        if (isContinuation(byte) && uchar(byte) > 0x9f)
            shown.append(Control).append(byte);
        else if (!isContinuation(byte))
            filter(byte, shown);
        return;
    case State::Escape:
        m_held.clear();
        m_state = byte == '[' ? State::Colour : byte == ']' || byte == 'P' ? State::Command : State::Text;
        return;
    case State::Colour:
        if ((byte >= '0' && byte <= '9') || byte == ';' || byte == ':') {
            m_held += byte;
            if (m_held.size() <= LongestColour)
                return;
        } else if (byte == 'm') {
            shown.append("\x1b[").append(m_held).append('m');
        } else if (uchar(byte) < 0x40) {
            return; // within a sequence that is not a colour
        }
        m_state = State::Text;
        return;
    case State::Command:
        if (byte == Bell || byte == '\n')
            m_state = State::Text;
        else if (byte == Escape)
            m_state = State::CommandEscape;
        return;
    case State::CommandEscape:
        m_state = byte == '\\' ? State::Text : State::Command;
        return;
    }
}

} // namespace Roost::Ctl
