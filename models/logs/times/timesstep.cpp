// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/logs/times/timesstep.h"

#include "models/logs/file/logindex.h"
#include "models/logs/lines/lineends.h"

#include <algorithm>

namespace Roost::Logs {

using namespace std::chrono_literals;

namespace {

constexpr qint64 BytesInStep = 16 * 1024 * 1024;
// The clocks of two machines differ by less than this.
constexpr auto MostAhead = 24h;
// A mark takes about thirty bytes of memory. Above this number, there is only one mark per second.
constexpr qint64 MostMarks = 2'000'000;
constexpr auto CoarseStep = 1000ms;

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
    std::ranges::copy_if(news, std::back_inserter(ahead),
                         [&](const TimeMark &mark) { return !since || mark.time >= *since; });
    if (!index)
        return;
    const qint64 end = index->end();
    qsizetype used = 0;
    for (; used < ahead.size() && ahead[used].offset <= end; ++used) {
        const auto &mark = ahead[used];
        const LineNumber next{mark.offset > 0 ? index->lineOfByte(mark.offset - 1).value + 1 : 0};
        if (next <= timed)
            continue;                                                 // no line began in this part
        lastTime = std::max(lastTime.value_or(mark.time), mark.time); // the clock may have been set back
        marks.push_back({lastTime, timed});
        timed = next;
    }
    ahead.remove(0, used);
}

void TimesStep::decideStamp()
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
        decideStamp();
    if (!stamp)
        return;
    m_latest = currentTime() + MostAhead;
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
            // A line that is longer than a step is skipped.
            next = index->byteOfLine({timed.value + 1});
            isWhole = !isGrowing || index->bytes(next - 1, next).view.endsWith('\n');
            more = isWhole && next < index->end();
        }
        if (!isWhole)
            break;
        addLine(rest.first(size));
        stampedTo = next;
        rest = rest.sliced(size);
    }
    complete = wasComplete || (complete && !more);
}

void TimesStep::addLine(QByteArrayView line)
{
    const auto time = stamp->timeOf(line);
    const qint64 count = marksBefore + qint64(marks.size());
    // A time in the future is not the time of writing. The clock may also have been set back.
    if (time && *time <= m_latest && (!lastTime || *time >= *lastTime + (count < MostMarks ? 1ms : CoarseStep))) {
        lastTime = time;
        marks.push_back({time, timed});
    } else if (count == 0) {
        marks.push_back({std::nullopt, timed});
    }
    ++timed.value;
}

} // namespace Roost::Logs
