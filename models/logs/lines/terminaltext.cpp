// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/logs/lines/terminaltext.h"

#include "models/logs/lines/lineends.h"

#include <algorithm>
#include <array>
#include <utility>

namespace Roost::Logs {

namespace {

constexpr char Escape = 0x1b;
constexpr char Delete = 0x7f;

bool isContinuation(char c)
{
    return (uchar(c) & 0xc0) == 0x80;
}

// Reads the numbers of one "ESC [ 1 ; 31 m".
class Sgr
{
public:
    void apply(QByteArrayView parameters, LogSpan &span)
    {
        QList<int> numbers;
        for (qsizetype start = 0; start <= parameters.size();) {
            const auto end = parameters.indexOf(';', start);
            numbers.append(parameters.sliced(start, (end < 0 ? parameters.size() : end) - start).toInt());
            start = end < 0 ? parameters.size() + 1 : end + 1;
        }
        for (qsizetype i = 0; i < numbers.size(); ++i)
            i += applyOne(numbers, i, span);
    }

private:
    // Returns the number of further numbers that it used.
    static qsizetype applyOne(const QList<int> &numbers, qsizetype at, LogSpan &span)
    {
        const int n = numbers[at];
        if (n == 38 || n == 48) {
            int colour = LogSpan::None;
            const auto taken = extended(numbers, at + 1, colour);
            (n == 38 ? span.foreground : span.background) = colour;
            return taken;
        }
        if (n >= 30 && n <= 37)
            span.foreground = n - 30;
        else if (n >= 90 && n <= 97)
            span.foreground = n - 90 + 8;
        else if (n >= 40 && n <= 47)
            span.background = n - 40;
        else if (n >= 100 && n <= 107)
            span.background = n - 100 + 8;
        else
            attribute(n, span);
        return 0;
    }

    static void attribute(int n, LogSpan &span)
    {
        switch (n) {
        case 0:
            span = LogSpan{.start = span.start};
            break;
        case 1:
            span.bold = true;
            break;
        case 2:
            span.dim = true;
            break;
        case 3:
            span.italic = true;
            break;
        case 4:
            span.underline = true;
            break;
        case 22:
            span.bold = span.dim = false;
            break;
        case 23:
            span.italic = false;
            break;
        case 24:
            span.underline = false;
            break;
        case 39:
            span.foreground = LogSpan::None;
            break;
        case 49:
            span.background = LogSpan::None;
            break;
        default:
            break;
        }
    }

    static qsizetype extended(const QList<int> &numbers, qsizetype at, int &colour)
    {
        if (at + 1 < numbers.size() && numbers[at] == 5) {
            colour = fromCube(numbers[at + 1]);
            return 2;
        }
        if (at + 3 < numbers.size() && numbers[at] == 2) {
            const auto byte = [&numbers](qsizetype i) { return std::clamp(numbers[i], 0, 255); };
            colour = LogSpan::Rgb | byte(at + 1) << 16 | byte(at + 2) << 8 | byte(at + 3);
            return 4;
        }
        return numbers.size() - at;
    }

    // Converts one of the 256 colours: 16 of the terminal, a cube of 6x6x6, 24 greys.
    static int fromCube(int n)
    {
        n = std::clamp(n, 0, 255);
        if (n < 16)
            return n;
        if (n >= 232) {
            const int grey = 8 + (n - 232) * 10;
            return LogSpan::Rgb | grey << 16 | grey << 8 | grey;
        }
        constexpr std::array<int, 6> levels{0, 95, 135, 175, 215, 255};
        n -= 16;
        return LogSpan::Rgb | levels[size_t(n / 36)] << 16 | levels[size_t(n / 6 % 6)] << 8 | levels[size_t(n % 6)];
    }
};

class Painter
{
public:
    TerminalText read(QByteArrayView raw)
    {
        m_text.bytes.reserve(raw.size());
        for (qsizetype i = 0; i < raw.size(); ++i) {
            const char c = raw[i];
            if (c == Escape)
                i = escape(raw, i);
            else if (c == '\b')
                backspace();
            else if ((uchar(c) < 0x20 && c != '\t') || c == Delete)
                picture(c);
            else
                m_text.bytes += c;
        }
        flush();
        return std::move(m_text);
    }

private:
    // Appends the visible form of a control character, from U+2400 on.
    void picture(char control)
    {
        m_text.bytes += "\xe2\x90";
        m_text.bytes += control == Delete ? '\xa1' : char(0x80 + control);
    }

    void backspace()
    {
        auto &bytes = m_text.bytes;
        bool more = bytes.size() > m_span.start;
        for (int taken = 0; more && taken < 4; ++taken) {
            more = isContinuation(bytes.back()) && bytes.size() - 1 > m_span.start;
            bytes.chop(1);
        }
    }

    void flush()
    {
        m_span.length = m_text.bytes.size() - m_span.start;
        if (m_span.length > 0 && !m_span.looksPlain())
            m_text.spans.append(m_span);
        m_span.start = m_text.bytes.size();
    }

    // Finds the end of a title or a link, which is BEL or ESC backslash.
    static qsizetype endOfCommand(QByteArrayView raw, qsizetype at)
    {
        for (; at < raw.size(); ++at) {
            if (raw[at] == '\a')
                return at;
            if (raw[at] == Escape && at + 1 < raw.size() && raw[at + 1] == '\\')
                return at + 1;
        }
        return raw.size() - 1;
    }

    // Returns the index of the sequence's last byte.
    qsizetype escape(QByteArrayView raw, qsizetype at)
    {
        if (at + 1 >= raw.size())
            return at;
        const char kind = raw[at + 1];
        if (kind == ']')
            return endOfCommand(raw, at + 2);
        if (kind != '[')
            return at + 1;
        qsizetype end = at + 2;
        while (end < raw.size() && (raw[end] < 0x40 || raw[end] > 0x7e))
            ++end;
        if (end >= raw.size())
            return raw.size() - 1;
        if (raw[end] == 'm') {
            flush();
            Sgr().apply(raw.sliced(at + 2, end - at - 2), m_span);
        }
        return end; // cursor movements have no meaning in a file
    }

    TerminalText m_text;
    LogSpan m_span;
};

} // namespace

TerminalText terminalText(QByteArrayView line)
{
    return Painter().read(line);
}

QByteArrayView lastState(QByteArrayView line)
{
    while (!line.isEmpty() && (line.back() == '\n' || line.back() == '\r'))
        line.chop(1);
    // tqdm begins each state with a carriage return, other programs end it with one.
    const auto at = lastOf(line, '\r');
    return at < 0 ? line : line.sliced(at + 1);
}

QByteArray shownBytes(QByteArrayView line)
{
    return terminalText(lastState(line)).bytes;
}

} // namespace Roost::Logs
