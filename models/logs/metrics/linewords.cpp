// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/logs/metrics/linewords.h"

#include <charconv>
#include <system_error>

namespace Roost::Logs {

namespace {

bool isLetter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

// std::from_chars() reads no plus sign.
std::from_chars_result readNumber(const char *begin, const char *end, double &value)
{
    const bool hasPlus = begin < end && *begin == '+' && begin + 1 < end && begin[1] != '-';
    return std::from_chars(begin + (hasPlus ? 1 : 0), end, value);
}

} // namespace

bool isNameStart(char c)
{
    return isLetter(c) || c == '_';
}

bool isNamePart(char c)
{
    return isNameStart(c) || isDigit(c) || c == '/' || c == '.' || c == '-' || c == '@';
}

qsizetype afterSpaces(QByteArrayView line, qsizetype at)
{
    while (at < line.size() && (line[at] == ' ' || line[at] == '\t'))
        ++at;
    return at;
}

std::optional<LineNumeral> numeralAt(QByteArrayView line, qsizetype at)
{
    if (at >= line.size())
        return std::nullopt;
    double value = 0;
    const auto read = readNumber(line.data() + at, line.data() + line.size(), value);
    if (read.ec != std::errc())
        return std::nullopt;
    const qsizetype end = read.ptr - line.data();
    if (end < line.size() && (isNameStart(line[end]) || isDigit(line[end])))
        return std::nullopt;
    return LineNumeral{value, at, end};
}

std::optional<double> numberOf(QByteArrayView text)
{
    double value = 0;
    const auto read = readNumber(text.data(), text.data() + text.size(), value);
    if (read.ec != std::errc() || read.ptr != text.data() + text.size())
        return std::nullopt;
    return value;
}

} // namespace Roost::Logs
