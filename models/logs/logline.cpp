// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/logs/logline.h"

#include "models/logs/terminaltext.h"

#include <QStringDecoder>

#include <algorithm>
#include <array>

namespace Roost::Logs {

namespace {

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

namespace {

// Not in the middle of a character.
QByteArrayView shortened(QByteArrayView bytes)
{
    bytes = bytes.first(LongestShownLine);
    for (int i = 0; i < 3 && !bytes.isEmpty() && (uchar(bytes.back()) & 0xc0) == 0x80; ++i)
        bytes.chop(1);
    if (!bytes.isEmpty() && uchar(bytes.back()) >= 0xc0)
        bytes.chop(1);
    return bytes;
}

// From bytes to characters, and the spans with them.
void decode(const TerminalText &text, LogLine &line)
{
    QStringDecoder decoder(QStringDecoder::Utf8, QStringDecoder::Flag::Stateless);
    const QByteArrayView bytes(text.bytes);
    qsizetype done = 0;
    const auto upTo = [&](qsizetype at) {
        line.text += QString(decoder.decode(bytes.sliced(done, at - done)));
        done = at;
        return line.text.size();
    };
    for (LogSpan span : text.spans) {
        const auto end = span.start + span.length;
        span.start = upTo(span.start);
        span.length = upTo(end) - span.start;
        if (span.length > 0) // a byte order mark is no character
            line.spans.append(span);
    }
    upTo(bytes.size());
}

} // namespace

LogLevel shownLevel(QByteArrayView bytes)
{
    const auto shown = lastState(bytes);
    return levelOf(shown.size() > LongestShownLine ? shortened(shown) : shown);
}

LogLine decodeLogLine(QByteArrayView bytes)
{
    LogLine line;
    auto shown = lastState(bytes);
    line.cut = shown.size() > LongestShownLine;
    if (line.cut)
        shown = shortened(shown);
    decode(terminalText(shown), line);
    line.level = levelOf(shown);
    line.bytes = bytes.size();
    return line;
}

} // namespace Roost::Logs
