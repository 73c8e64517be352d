// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/logs/merge/timemerge.h"

#include <QRandomGenerator>
#include <QTest>

#include <algorithm>
#include <limits>
#include <optional>

using namespace Roost;
using namespace Roost::Logs;
using namespace Qt::StringLiterals;

namespace {

constexpr qint64 Never = std::numeric_limits<qint64>::max();

struct Line
{
    qint64 time = 0;
    int source = 0;
    qint64 line = 0;
    auto operator<=>(const Line &) const = default;
};

/// Logs that grow in every possible way, and the expected result of their merge, computed in the slow way.
class LogFiles
{
public:
    explicit LogFiles(int count)
        : m_times(size_t(count))
        , merge(count)
    {
    }

    LineTimes &of(int source) { return m_times[size_t(source)]; }
    int count() const { return int(m_times.size()); }

    /// Writes lines without a mark.
    void write(int source, qint64 lines) { of(source).lineCount += lines; }
    /// Marks that all lines that were written until now existed at `time`.
    void mark(int source, qint64 time)
    {
        LineTimes &times = of(source);
        times.marks.push_back({knownTimeFromMs(time), times.timed});
        times.timed = {times.lineCount};
    }
    void tell(int source) { merge.update(source, &of(source)); }

    std::vector<Line> expected() const
    {
        std::vector<Line> lines;
        std::optional<Line> bound; // start of the last range of the log that delays the merge most
        for (int s = 0; s < count(); ++s) {
            const LineTimes &times = m_times[size_t(s)];
            for (qint64 n = 0; n < times.lineCount; ++n) {
                const auto mark = std::ranges::upper_bound(times.marks, LineNumber{n}, {}, &LineMark::first);
                lines.push_back({n < times.timed.value ? msOrZero((mark - 1)->time) : Never, s, n});
            }
            if (times.complete)
                continue;
            const Line last = times.marks.empty()
                                  ? Line{-1, s, 0}
                                  : Line{msOrZero(times.marks.back().time), s, times.marks.back().first.value};
            bound = std::min(bound.value_or(last), last);
        }
        std::ranges::sort(lines);
        if (bound)
            std::erase_if(lines, [&](const Line &line) { return line >= *bound; });
        return lines;
    }

    std::vector<Line> merged() const
    {
        std::vector<Line> lines;
        for (qint64 n = 0; n < merge.lineCount(); ++n) {
            const auto place = merge.at({n});
            lines.push_back({msOrZero(place.time), place.source, place.line.value});
        }
        return lines;
    }

    void compare() const
    {
        auto expected = this->expected();
        for (Line &line : expected)
            line.time = line.time == Never ? 0 : line.time;
        const auto shown = merged();
        const auto [is, should] = std::ranges::mismatch(shown, expected);
        if (is != shown.end() || should != expected.end()) {
            const auto say = [](const auto &at, const auto &list) {
                return at == list.end() ? u"the end"_s
                                        : u"line %1 of %2 at %3"_s.arg(at->line).arg(at->source).arg(at->time);
            };
            QFAIL(qPrintable(
                u"at %1: %2 instead of %3"_s.arg(is - shown.begin()).arg(say(is, shown), say(should, expected))));
        }
        for (qint64 n = 0; n < merge.lineCount(); ++n) {
            const auto place = merge.at({n});
            QCOMPARE(merge.find(place.source, place.line), LineNumber{n});
            for (qint64 i = 1; i < place.following; ++i)
                QCOMPARE(merge.at({n + i}).source, place.source);
        }
        for (int s = 0; s < count(); ++s) {
            QCOMPARE(merge.linesOf(s), std::ranges::count(expected, s, &Line::source));
            QCOMPARE(merge.find(s, {merge.linesOf(s)}), LineNumber{merge.lineCount()});
        }
    }

private:
    std::vector<LineTimes> m_times;

public:
    TimeMerge merge;
};

} // namespace

class TestTimeMerge : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void nothing()
    {
        TimeMerge merge;
        QVERIFY(!merge.advance(10));
        QCOMPARE(merge.lineCount(), 0);
        QCOMPARE(merge.firstAt(timePointFromMs(5)), LineNumber{0});
    }

    void byTimeThenBySource()
    {
        LogFiles logs(2);
        for (int s : {1, 0}) {
            logs.write(s, 2);
            logs.mark(s, 100);
            logs.write(s, 1);
            logs.mark(s, 200 - s);
            logs.of(s).complete = true;
            logs.tell(s);
        }
        QVERIFY(!logs.merge.advance(100));
        const std::vector<Line> order{{100, 0, 0}, {100, 0, 1}, {100, 1, 0}, {100, 1, 1}, {199, 1, 2}, {200, 0, 2}};
        QCOMPARE(logs.merged(), order);
        QCOMPARE(logs.merge.firstAt(timePointFromMs(101)), LineNumber{4});
        QCOMPARE(logs.merge.firstAt(timePointFromMs(1000)), LineNumber{6});
    }

    void anUnreadLogDelaysLaterLines()
    {
        LogFiles logs(2);
        logs.of(0).complete = true;
        for (qint64 time : {100, 200, 300}) {
            logs.write(0, 1);
            logs.mark(0, time);
        }
        logs.tell(0);
        QVERIFY(!logs.merge.advance(100));
        QCOMPARE(logs.merge.lineCount(), 0);
        logs.write(1, 3);
        logs.mark(1, 50);
        logs.mark(1, 250);
        logs.tell(1);
        QVERIFY(!logs.merge.advance(100));
        QCOMPARE(logs.merge.lineCount(), 5);
        logs.compare();
    }

    void lateLinesAreInserted()
    {
        LogFiles logs(2);
        for (int s : {0, 1}) {
            logs.of(s).complete = true;
            logs.write(s, 1);
            logs.tell(s);
        }
        while (logs.merge.advance(1)) {
        }
        logs.merge.takeFirstChanged();
        QCOMPARE(logs.merged(), (std::vector<Line>{{0, 0, 0}, {0, 1, 0}}));
        logs.mark(0, 20);
        logs.tell(0);
        logs.mark(1, 10);
        logs.tell(1);
        while (logs.merge.advance(1)) {
        }
        QCOMPARE(logs.merge.takeFirstChanged(), LineNumber{0});
        QCOMPARE(logs.merged(), (std::vector<Line>{{10, 1, 0}, {20, 0, 0}}));
    }

    void walks_data()
    {
        QTest::addColumn<quint32>("seed");
        for (quint32 seed = 1; seed <= 40; ++seed)
            QTest::addRow("%u", seed) << seed;
    }

    void walks()
    {
        QFETCH(quint32, seed);
        QRandomGenerator random(seed);
        LogFiles logs(1 + random.bounded(7));
        std::vector<qint64> clock(size_t(logs.count()), 1);
        std::vector<Line> before;
        for (int step = 0; step < 120; ++step) {
            const int s = random.bounded(logs.count());
            auto &now = clock[size_t(s)];
            switch (random.bounded(5)) {
            case 0:
            case 1:
                logs.write(s, random.bounded(4));
                break;
            case 2:
                logs.mark(s, now += random.bounded(6));
                break;
            case 3:
                logs.of(s).complete |= random.bounded(3) == 0;
                break;
            default: // a log that was silent writes much later
                logs.write(s, 1);
                now = std::ranges::max(clock) + random.bounded(3);
                logs.mark(s, now);
            }
            logs.tell(s);
            if (random.bounded(3) > 0)
                continue; // several changes before the next advance
            while (logs.merge.advance(1 + random.bounded(5))) {
            }
            const auto unchanged = logs.merge.takeFirstChanged().value;
            const auto after = logs.merged();
            for (qint64 n = 0; n < std::min(unchanged, qint64(before.size())); ++n)
                QCOMPARE(after[size_t(n)], before[size_t(n)]);
            before = after;
            logs.compare();
            if (QTest::currentTestFailed())
                return;
            for (int i = 0; i < 3; ++i) {
                const qint64 time = 1 + random.bounded(int(now) + 2);
                const auto expected =
                    std::ranges::find_if(after, [&](const Line &line) { return line.time == 0 || line.time >= time; });
                QCOMPARE(logs.merge.firstAt(timePointFromMs(time)).value, expected - after.begin());
            }
        }
    }
};

QTEST_GUILESS_MAIN(TestTimeMerge)
#include "tst_timemerge.moc"
