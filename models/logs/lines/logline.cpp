// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/logs/lines/logline.h"

#include "models/logs/lines/terminaltext.h"

#include <QStringDecoder>

namespace Roost::Logs {

namespace {

// Truncates at the beginning of a character.
QByteArrayView shortened(QByteArrayView bytes)
{
    bytes = bytes.first(LongestShownLine);
    for (int i = 0; i < 3 && !bytes.isEmpty() && (uchar(bytes.back()) & 0xc0) == 0x80; ++i)
        bytes.chop(1);
    if (!bytes.isEmpty() && uchar(bytes.back()) >= 0xc0)
        bytes.chop(1);
    return bytes;
}

// Decodes UTF-8, and converts the positions of spans from bytes to characters.
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
        if (span.length > 0) // a byte order mark is not a character
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
