// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/logs/lines/lineshape.h"

#include <algorithm>

namespace Roost::Logs {

namespace {

constexpr qsizetype LookedAt = 200;

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

bool isLetter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
}

// Finds the end of a word that begins with a digit: "120", "0.31", "1.2e-05", "12:03:44", "0x7f", "3s".
qsizetype numberEnd(QByteArrayView line, qsizetype at)
{
    while (at < line.size()) {
        const char c = line[at];
        const bool isExponent = (c == '-' || c == '+') && (line[at - 1] == 'e' || line[at - 1] == 'E');
        if (!isDigit(c) && !isLetter(c) && c != '.' && c != ':' && c != ',' && !isExponent)
            break;
        ++at;
    }
    return at;
}

qsizetype escapeEnd(QByteArrayView line, qsizetype at)
{
    ++at;
    if (at < line.size() && line[at] == '[') {
        ++at;
        while (at < line.size() && uchar(line[at]) < 0x40)
            ++at;
    }
    return at + 1;
}

} // namespace

QByteArray shapeOf(QByteArrayView line)
{
    line = line.first(std::min(line.size(), LookedAt));
    QByteArray shape;
    shape.reserve(line.size());
    bool hasNumber = false;
    for (qsizetype at = 0; at < line.size();) {
        const char c = line[at];
        if (c == '\x1b') {
            at = escapeEnd(line, at);
            continue;
        }
        const bool insideWord = at > 0 && isLetter(line[at - 1]);
        if (isDigit(c) && !insideWord) {
            at = numberEnd(line, at);
            // A sign is part of the number, so that a negative loss does not change the shape.
            if (shape.endsWith('-') || shape.endsWith('+'))
                shape.chop(1);
            shape += '#';
            hasNumber = true;
        } else if (isDigit(c)) {
            // "rank3" has the same shape as "rank12".
            while (at < line.size() && isDigit(line[at]))
                ++at;
            // PyTorch writes "[rank3]: " before each line of a traceback; that number is not progress.
            hasNumber = hasNumber || !shape.endsWith("rank");
            shape += '#';
        } else {
            shape += c;
            ++at;
        }
    }
    return hasNumber ? shape : QByteArray();
}

} // namespace Roost::Logs
