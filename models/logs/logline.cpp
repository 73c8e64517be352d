// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/logs/logline.h"

#include <QStringDecoder>

#include <algorithm>
#include <array>

namespace Roost {

namespace {

constexpr char16_t Escape = 0x1b;

// The visible look of a control character: U+2400 and up are made for this.
char16_t pictureOf(char16_t control)
{
    return control == 0x7f ? u'\u2421' : char16_t(0x2400 + control);
}

// Reads the numbers of one "ESC [ 1 ; 31 m".
class Sgr
{
public:
    void apply(QStringView parameters, LogSpan &span)
    {
        QList<int> numbers;
        for (const auto part : parameters.tokenize(u';'))
            numbers.append(part.isEmpty() ? 0 : part.toInt());
        if (numbers.isEmpty())
            numbers.append(0);
        for (qsizetype i = 0; i < numbers.size(); ++i)
            i += applyOne(numbers, i, span);
    }

private:
    // Returns how many numbers it took besides its own.
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

    // The 256 colours: 16 of the terminal, a cube of 6x6x6, 24 greys.
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
    LogLine read(QStringView raw)
    {
        for (qsizetype i = 0; i < raw.size(); ++i) {
            const char16_t c = raw[i].unicode();
            if (c == Escape)
                i = escape(raw, i);
            else if (c == u'\t')
                put(u'\t');
            else if (c == u'\b')
                backspace();
            else if (c < 0x20 || c == 0x7f)
                put(pictureOf(c));
            else
                put(c);
        }
        flush();
        return std::move(m_line);
    }

private:
    void put(char16_t c) { m_line.text += QChar(c); }

    void backspace()
    {
        if (m_line.text.size() > m_span.start)
            m_line.text.chop(1);
    }

    void flush()
    {
        m_span.length = m_line.text.size() - m_span.start;
        if (m_span.length > 0 && !m_span.looksPlain())
            m_line.spans.append(m_span);
        m_span.start = m_line.text.size();
    }

    // Returns the index of the sequence's last character.
    qsizetype escape(QStringView raw, qsizetype at)
    {
        if (at + 1 >= raw.size())
            return at;
        const char16_t kind = raw[at + 1].unicode();
        if (kind == u']') { // a title or a link: up to BEL or ESC backslash
            for (qsizetype i = at + 2; i < raw.size(); ++i) {
                if (raw[i] == u'\a')
                    return i;
                if (raw[i].unicode() == Escape && i + 1 < raw.size() && raw[i + 1] == u'\\')
                    return i + 1;
            }
            return raw.size() - 1;
        }
        if (kind != u'[')
            return at + 1;
        qsizetype end = at + 2;
        while (end < raw.size() && (raw[end].unicode() < 0x40 || raw[end].unicode() > 0x7e))
            ++end;
        if (end >= raw.size())
            return raw.size() - 1;
        if (raw[end] == u'm') {
            flush();
            Sgr().apply(raw.sliced(at + 2, end - at - 2), m_span);
        }
        return end; // moves of the cursor and the like have no meaning in a file
    }

    LogLine m_line;
    LogSpan m_span;
};

QByteArrayView withoutEnd(QByteArrayView bytes)
{
    while (!bytes.isEmpty() && (bytes.back() == '\n' || bytes.back() == '\r'))
        bytes.chop(1);
    return bytes;
}

// tqdm leads each state with a carriage return, others end it with one.
QByteArrayView lastState(QByteArrayView bytes)
{
    const auto at = bytes.lastIndexOf('\r');
    return at < 0 ? bytes : bytes.sliced(at + 1);
}

bool contains(QByteArrayView line, QByteArrayView word)
{
    return line.indexOf(word) >= 0;
}

} // namespace

std::span<const QByteArrayView> errorWords()
{
    static constexpr std::array words{
        QByteArrayView("Error:"),
        QByteArrayView("ERROR"),
        QByteArrayView("error:"),
        QByteArrayView("FATAL"),
        QByteArrayView("CRITICAL"),
        QByteArrayView("Traceback (most recent call last)"),
        QByteArrayView("Exception:"),
        QByteArrayView("Segmentation fault"),
        QByteArrayView("Fatal Python error"),
    };
    return words;
}

LogLevel levelOf(QByteArrayView line)
{
    static constexpr std::array warnings{QByteArrayView("WARNING"), QByteArrayView("Warning:"),
                                         QByteArrayView("warning:")};
    // An exception without a message stands alone: "KeyboardInterrupt", "AssertionError".
    if (line.endsWith("Error") && !contains(line, " "))
        return LogLevel::Error;
    for (const auto word : errorWords()) {
        if (contains(line, word))
            return LogLevel::Error;
    }
    for (const auto word : warnings) {
        if (contains(line, word))
            return LogLevel::Warning;
    }
    return LogLevel::Plain;
}

LogLine decodeLogLine(QByteArrayView bytes)
{
    auto shown = lastState(withoutEnd(bytes));
    bool cut = false;
    if (shown.size() > LongestShownLine) {
        shown = shown.first(LongestShownLine);
        // Not in the middle of a character.
        for (int i = 0; i < 3 && !shown.isEmpty() && (uchar(shown.back()) & 0xc0) == 0x80; ++i)
            shown.chop(1);
        if (!shown.isEmpty() && uchar(shown.back()) >= 0xc0)
            shown.chop(1);
        cut = true;
    }
    QStringDecoder decoder(QStringDecoder::Utf8, QStringDecoder::Flag::Stateless);
    const QString text = decoder.decode(shown);
    LogLine line = Painter().read(text);
    line.level = levelOf(shown);
    line.bytes = bytes.size();
    line.cut = cut;
    return line;
}

} // namespace Roost
