// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/logs/times/linestamp.h"

#include <QDateTime>

#include <algorithm>
#include <chrono>
#include <utility>
#include <vector>

namespace Roost::Logs {

namespace {

constexpr qint64 HourMs = 3'600'000;

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

/// Reads a line from its beginning. A part that does not fit leaves the position unchanged.
class Scanner
{
public:
    explicit Scanner(QByteArrayView line)
        : m_rest(line)
    {
    }

    bool take(char c)
    {
        const bool fits = !m_rest.isEmpty() && m_rest.front() == c;
        if (fits)
            m_rest = m_rest.sliced(1);
        return fits;
    }
    bool take(QByteArrayView text)
    {
        const bool fits = m_rest.startsWith(text);
        if (fits)
            m_rest = m_rest.sliced(text.size());
        return fits;
    }
    std::optional<char> takeOneOf(QByteArrayView characters)
    {
        for (const char c : characters) {
            if (take(c))
                return c;
        }
        return std::nullopt;
    }
    /// Reads a number of `digits` digits.
    std::optional<int> number(int digits)
    {
        if (m_rest.size() < digits || !std::ranges::all_of(m_rest.first(digits), isDigit))
            return std::nullopt;
        int value = 0;
        for (const char c : m_rest.first(digits))
            value = value * 10 + (c - '0');
        m_rest = m_rest.sliced(digits);
        return value;
    }
    qsizetype digits() const { return std::ranges::find_if_not(m_rest, isDigit) - m_rest.begin(); }
    /// Reads a fraction of a second and returns it in milliseconds; 0 if there is none.
    int fraction()
    {
        Scanner ahead = *this;
        if (!ahead.takeOneOf(".,") || ahead.digits() == 0)
            return 0;
        int ms = 0;
        for (int unit = 100; ahead.digits() > 0; unit /= 10)
            ms += *ahead.number(1) * unit;
        *this = ahead;
        return ms;
    }
    /// Skips colour codes and a byte order mark.
    void skipDecoration()
    {
        take("\xef\xbb\xbf");
        for (;;) {
            Scanner ahead = *this;
            if (!ahead.take("\x1b["))
                return;
            while (ahead.digits() > 0 || (!ahead.m_rest.isEmpty() && ahead.m_rest.front() == ';'))
                ahead.m_rest = ahead.m_rest.sliced(1);
            if (!ahead.take('m'))
                return;
            *this = ahead;
        }
    }
    /// Returns whether the next character does not continue the word, as it does in "2026-11-25 10:00:00abc".
    bool isAtWordEnd() const
    {
        if (m_rest.isEmpty())
            return true;
        const char c = m_rest.front();
        const bool isLetter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
        return !isDigit(c) && !isLetter && c != '_';
    }

private:
    QByteArrayView m_rest;
};

struct Read
{
    LineStamp::Shape shape;
    qint64 ms = 0; // local time if the line contains no zone
};

/// Returns the zone in minutes east of UTC.
std::optional<int> takeZone(Scanner &in)
{
    if (in.take('Z') || in.take(" UTC"))
        return 0;
    Scanner ahead = in;
    const auto sign = ahead.takeOneOf("+-");
    const auto hours = sign ? ahead.number(2) : std::nullopt;
    if (!hours || *hours > 14)
        return std::nullopt;
    ahead.take(':');
    const int minutes = ahead.number(2).value_or(0);
    if (!ahead.isAtWordEnd() || minutes > 59)
        return std::nullopt;
    in = ahead;
    return (*sign == '-' ? -1 : 1) * (*hours * 60 + minutes);
}

std::optional<Read> readDate(Scanner &in)
{
    Read read;
    const auto year = in.number(4);
    const auto separator = year ? in.takeOneOf("-/") : std::nullopt;
    const auto month = separator ? in.number(2) : std::nullopt;
    if (!month || !in.take(*separator))
        return std::nullopt;
    const auto day = in.number(2);
    const auto middle = day ? in.takeOneOf("T ") : std::nullopt;
    const auto hour = middle ? in.number(2) : std::nullopt;
    if (!hour || !in.take(':'))
        return std::nullopt;
    const auto minute = in.number(2);
    const auto second = minute && in.take(':') ? in.number(2) : std::nullopt;
    const auto date = second
                          ? std::chrono::year_month_day(std::chrono::year(*year), std::chrono::month(unsigned(*month)),
                                                        std::chrono::day(unsigned(*day)))
                          : std::chrono::year_month_day();
    if (!second || !date.ok() || *hour > 23 || *minute > 59 || *second > 60)
        return std::nullopt;
    const qint64 days = std::chrono::sys_days(date).time_since_epoch().count();
    read.ms = ((days * 24 + *hour) * 60 + *minute) * 60'000 + qint64(*second) * 1000 + in.fraction();
    if (const auto zone = takeZone(in)) {
        read.ms -= qint64(*zone) * 60'000;
        read.shape.namesZone = true;
    }
    read.shape.separator = *separator;
    read.shape.middle = *middle;
    return read;
}

// Reads a plain number: ten digits are seconds of the years 2001 to 2286, thirteen digits are milliseconds.
std::optional<Read> readNumber(Scanner &in)
{
    Read read;
    const auto digits = in.digits();
    if (digits != 10 && digits != 13)
        return std::nullopt;
    const qint64 seconds = *in.number(5) * qint64(100'000) + *in.number(5);
    if (seconds < 1'000'000'000)
        return std::nullopt;
    read.shape.kind = digits == 10 ? LineStamp::Shape::Seconds : LineStamp::Shape::Milliseconds;
    read.shape.namesZone = true;
    read.ms = seconds * 1000 + (digits == 10 ? in.fraction() : *in.number(3));
    return read;
}

std::optional<Read> readStamp(QByteArrayView line)
{
    Scanner in(line);
    in.skipDecoration();
    const bool isBracketed = in.take('[');
    Scanner number = in;
    auto read = readDate(in);
    if (!read) {
        in = number;
        read = readNumber(in);
    }
    if (!read || !in.isAtWordEnd())
        return std::nullopt;
    read->shape.isBracketed = isBracketed;
    return read;
}

} // namespace

LineStamp::LineStamp(const Shape &shape, const QTimeZone &zone)
    : m_shape(shape)
    , m_zone(zone)
{
}

std::optional<LineStamp> LineStamp::of(QByteArrayView firstLines, const QTimeZone &zone)
{
    std::vector<std::pair<Shape, int>> seen;
    int lines = 0;
    while (!firstLines.isEmpty()) {
        const auto newline = firstLines.indexOf('\n');
        const auto line = newline < 0 ? firstLines : firstLines.first(newline);
        firstLines = newline < 0 ? QByteArrayView() : firstLines.sliced(newline + 1);
        if (line.trimmed().isEmpty())
            continue;
        ++lines;
        const auto read = readStamp(line);
        if (!read)
            continue;
        const auto known = std::ranges::find(seen, read->shape, &std::pair<Shape, int>::first);
        if (known == seen.end())
            seen.emplace_back(read->shape, 1);
        else
            ++known->second;
    }
    const auto most = std::ranges::max_element(seen, {}, &std::pair<Shape, int>::second);
    if (most == seen.end() || most->second * 4 < lines || (most->first.kind != Shape::Date && most->second < 2))
        return std::nullopt;
    return LineStamp(most->first, zone);
}

std::optional<TimePoint> LineStamp::timeOf(QByteArrayView line) const
{
    const auto read = readStamp(line);
    if (!read || read->shape != m_shape)
        return std::nullopt;
    return timePointFromMs(m_shape.namesZone ? read->ms : toUtc(read->ms));
}

qint64 LineStamp::toUtc(qint64 local) const
{
    if (const qint64 hour = local / HourMs; hour != m_hour) {
        const auto clock = QDateTime::fromMSecsSinceEpoch(local, QTimeZone::UTC);
        const QDateTime time(clock.date(), clock.time(), m_zone);
        m_hour = hour;
        m_offset = time.offsetFromUtc() * 1000LL;
    }
    return local - m_offset;
}

} // namespace Roost::Logs
