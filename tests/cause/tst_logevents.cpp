// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/cause/logevents.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace Roost;
using namespace Roost::Causes;

namespace {

std::deque<LogEvent> eventsOf(const QByteArray &text)
{
    LogEvents log(u"log"_s);
    log.feed(text);
    log.end();
    return log.events();
}

constexpr auto traceback = "Traceback (most recent call last):\n  File \"a.py\", line 1, in <module>\n    go()\n";

} // namespace

class TestLogEvents : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void anExceptionHasItsFramesAndItsHeadline()
    {
        const auto events = eventsOf("step 1\n"_ba + traceback + "pkg.Oops: no: data\nlater\n");
        QCOMPARE(events.size(), size_t(1));
        const LogEvent &event = events.front();
        QCOMPARE(event.type, u"Oops"_s);
        QCOMPARE(event.message, u"no: data"_s);
        QCOMPARE(event.evidence.size(), 3);
        QCOMPARE(event.evidence[event.headline].line, 4);
    }

    void aChainIsFollowedToItsRoot()
    {
        const auto events = eventsOf(traceback +
                                     "OSError: gone\n\nThe above exception was the direct cause of the "
                                     "following exception:\n\n"_ba +
                                     traceback + "RuntimeError: no data\n");
        QCOMPARE(events.size(), size_t(1));
        QCOMPARE(events.front().headlineText(), u"OSError: gone"_s);
        QCOMPARE(events.front().surface, u"RuntimeError: no data"_s);
    }

    void anExceptionDuringHandlingIsTheRootIfNoOtherIsKnown()
    {
        const auto chain = [](const QByteArray &first, const QByteArray &second) {
            return eventsOf(traceback + first +
                            "\n\nDuring handling of the above exception, another exception occurred:\n\n" + traceback +
                            second + "\n")
                .front()
                .headlineText();
        };
        QCOMPARE(chain("KeyError: 'bees'", "FileNotFoundError: classes.txt"), u"FileNotFoundError: classes.txt"_s);
        QCOMPARE(chain("FileNotFoundError: classes.txt", "ValueError: no classes"),
                 u"FileNotFoundError: classes.txt"_s);
    }

    void ranksThatShareALogAreDistinguished()
    {
        const auto events = eventsOf("[rank1]: Traceback (most recent call last):\n"
                                     "[rank0]: Traceback (most recent call last):\n"
                                     "[rank1]:   File \"a.py\", line 1\n"
                                     "[1,0]<stderr>: ValueError: of zero\n"
                                     "[default1]:IndexError: of one\n");
        QCOMPARE(events.size(), size_t(2));
        QCOMPARE(events[0].rank, 0);
        QCOMPARE(events[0].headlineText(), u"ValueError: of zero"_s);
        QCOMPARE(events[1].rank, 1);
        QCOMPARE(events[1].headlineText(), u"IndexError: of one"_s);
    }

    void exceptionsThatPythonIgnoresAreIgnored()
    {
        QVERIFY(eventsOf("Exception ignored in: <function X.__del__>\n"_ba + traceback + "TypeError: x\n").empty());
    }

    void omittedLinesAreCounted()
    {
        LogEvents log(u"log"_s);
        log.skip(5'000'000'000, 40'000'000);
        log.feed("ok\nFatal Python error: Aborted\n");
        log.end();
        const EvidenceLine line = log.events().front().evidence.front();
        QCOMPARE(line.line, 40'000'001);
        QCOMPARE(line.offset, 5'000'000'003);

        LogEvents uncounted(u"log"_s);
        uncounted.skip(10, -1);
        uncounted.feed("Fatal Python error: Aborted\n");
        uncounted.end();
        QCOMPARE(uncounted.events().front().evidence.front().line, -1);
        QCOMPARE(uncounted.events().front().evidence.front().offset, 10);
    }

    void longLinesAndManyEventsAreBounded()
    {
        LogEvents log(u"log"_s);
        const QByteArray piece(1 << 20, 'x');
        for (int i = 0; i < 64; ++i)
            log.feed(piece);
        log.feed("\n");
        for (int i = 0; i < 10'000; ++i)
            log.feed(QByteArray(traceback + "ValueError: "_ba + QByteArray::number(i) + '\n'));
        log.end();
        QCOMPARE(log.events().size(), LogEvents::Most);
        QCOMPARE(log.events().back().message, u"9999"_s);
        QCOMPARE(log.lastLines().size(), size_t(1));
    }
};

QTEST_GUILESS_MAIN(TestLogEvents)
#include "tst_logevents.moc"
