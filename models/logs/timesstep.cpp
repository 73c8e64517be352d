// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/logs/timesstep.h"

#include "models/logs/lineends.h"
#include "models/logs/logindex.h"

#include <QDateTime>

#include <algorithm>

namespace Roost::Logs {

namespace {

constexpr qint64 BytesInStep = 16 * 1024 * 1024;
// Clocks of two machines are not that far apart.
constexpr qint64 MostAhead = 24 * 3'600'000;
// A mark costs some thirty bytes; behind that many, lines of a second are kept together.
constexpr qint64 MostMarks = 2'000'000;
constexpr qint64 CoarseMs = 1000;

} // namespace

void TimesStep::read()
{
    if (!zone)
        readMarks();
    else if (index)
        readStamps();
    if (index)
        lineCount = std::max(index->lineCount(), timed.value);
}

void TimesStep::readMarks()
{
    const auto news = readTimeIndex(indexFile, marksRead);
    marksRead += news.size();
    std::ranges::copy_if(news, std::back_inserter(ahead), [&](const TimeMark &mark) { return mark.time >= since; });
    if (!index)
        return;
    const qint64 end = index->end();
    qsizetype used = 0;
    for (; used < ahead.size() && ahead[used].offset <= end; ++used) {
        const auto &mark = ahead[used];
        const LineNumber next{mark.offset > 0 ? index->lineOfByte(mark.offset - 1).value + 1 : 0};
        if (next <= timed)
            continue;                             // no line began in it
        lastTime = std::max(lastTime, mark.time); // clocks are set back at times
        marks.push_back({lastTime, timed});
        timed = next;
    }
    ahead.remove(0, used);
}

void TimesStep::decide()
{
    const auto head = index->bytes(0, index->begin() + LineStamp::DecidingBytes);
    const auto whole = head.view.first(lastOf(head.view, '\n') + 1);
    stamp = LineStamp::of(isGrowing ? whole : head.view, *zone);
    decided = !isGrowing || whole.count('\n') >= LineStamp::DecidingLines ||
              index->end() - index->begin() >= LineStamp::DecidingBytes;
    if (!decided)
        stamp.reset();
}

void TimesStep::readStamps()
{
    if (!decided)
        decide();
    if (!stamp)
        return;
    latest = QDateTime::currentMSecsSinceEpoch() + MostAhead;
    stampedTo = std::max(stampedTo, index->begin());
    const auto known = index->bytes(stampedTo, stampedTo + BytesInStep);
    stampedTo = known.from;
    more = known.view.size() == BytesInStep;
    for (auto rest = known.view; !rest.isEmpty();) {
        const auto newline = rest.indexOf('\n');
        const auto size = newline < 0 ? rest.size() : newline + 1;
        qint64 next = stampedTo + size;
        bool isWhole = newline >= 0 || (!more && !isGrowing);
        if (size == BytesInStep && newline < 0) {
            // A line that does not fit into a step is read over.
            next = index->byteOfLine({timed.value + 1});
            isWhole = !isGrowing || index->bytes(next - 1, next).view.endsWith('\n');
            more = isWhole && next < index->end();
        }
        if (!isWhole)
            break;
        take(rest.first(size));
        stampedTo = next;
        rest = rest.sliced(size);
    }
    complete = wasComplete || (complete && !more);
}

void TimesStep::take(QByteArrayView line)
{
    const auto time = stamp->timeOf(line);
    const qint64 count = marksBefore + qint64(marks.size());
    // A time that has not come yet is that of something else; clocks are set back at times.
    if (time && *time <= latest && *time >= lastTime + (count < MostMarks ? 1 : CoarseMs)) {
        lastTime = *time;
        marks.push_back({*time, timed});
    } else if (count == 0) {
        marks.push_back({0, timed});
    }
    ++timed.value;
}

} // namespace Roost::Logs
