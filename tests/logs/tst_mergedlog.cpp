// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/logs/file/logdocument.h"
#include "models/logs/merge/mergedlog.h"
#include "models/logs/search/logfinder.h"
#include "models/logs/times/logtimes.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QRandomGenerator>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QtEndian>

#include <algorithm>
#include <memory>

using namespace Roost;
using namespace Roost::Logs;
using namespace Qt::StringLiterals;

namespace {

/// A log on disk with the marks that a supervisor would write, and the document that shows it.
class Rank
{
public:
    Rank(const QString &folder, int rank)
        : m_path(u"%1/%2.txt"_s.arg(folder).arg(rank))
        , times(&document)
        , tag{QString::number(rank), rank}
    {
        QDir().mkpath(folder + u"/times"_s);
        m_index = timeIndexFile(folder, m_path);
        times.readMarks(m_index);
        document.setClock(&times);
    }

    void open() { document.open(m_path); }
    void write(const QByteArray &bytes)
    {
        append(m_path, bytes);
        m_size += bytes.size();
    }
    void mark(qint64 time) const
    {
        qint64 pair[2] = {qToLittleEndian(time), qToLittleEndian(m_size)};
        append(m_index, QByteArray(reinterpret_cast<const char *>(pair), sizeof pair));
    }
    void cut()
    {
        QVERIFY(QFile::resize(m_path, 0));
        m_size = 0;
    }
    MergedLog::Source source() { return {&document, &times, tag}; }

private:
    static void append(const QString &path, const QByteArray &bytes)
    {
        QFile file(path);
        QVERIFY(file.open(QIODevice::Append));
        QCOMPARE(file.write(bytes), bytes.size());
    }

    QString m_path;
    QString m_index;
    qint64 m_size = 0;

public:
    LogDocument document;
    LogTimes times;
    LogTag tag;
};

struct Written
{
    qint64 time = 0;
    int rank = 0;
    QByteArray text;
};

QStringList textOf(MergedLog &log)
{
    QStringList lines;
    for (qint64 n = 0; n < log.lineCount(); ++n) {
        const LogLine *line = log.line({n});
        lines += line ? line->text : u"?"_s;
    }
    return lines;
}

QStringList sorted(QList<Written> lines)
{
    std::ranges::stable_sort(lines, [](const Written &a, const Written &b) {
        return std::pair(a.time, a.rank) < std::pair(b.time, b.rank);
    });
    QStringList texts;
    for (const Written &line : lines)
        texts += QString::fromUtf8(line.text);
    return texts;
}

} // namespace

class TestMergedLog : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<QTemporaryDir> m_folder;
    std::vector<std::unique_ptr<Rank>> m_ranks;

    Rank &rank(int number) const { return *m_ranks[size_t(number)]; }
    QList<MergedLog::Source> sources(const QList<int> &ranks) const
    {
        QList<MergedLog::Source> sources;
        for (const int number : ranks)
            sources += rank(number).source();
        return sources;
    }

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        for (int i = 0; i < 4; ++i)
            m_ranks.push_back(std::make_unique<Rank>(m_folder->path(), i));
    }
    void cleanup() { m_ranks.clear(); }

    void linesOfAllRanksByTime()
    {
        rank(1).write("one\nError: two\n");
        rank(1).mark(1000);
        rank(0).write("three\n");
        rank(0).mark(2000);
        rank(1).write("four\n");
        rank(1).mark(3000);
        for (int i : {0, 1})
            rank(i).open();
        MergedLog log;
        log.setSources(sources({0, 1}));
        QTRY_COMPARE(textOf(log), QStringList({u"one"_s, u"Error: two"_s, u"three"_s, u"four"_s}));
        QTRY_COMPARE(log.state(), LogText::State::Ready);
        QCOMPARE(log.errorLines(), std::vector<LineNumber>{{1}});
        const auto origin = log.originOf({3});
        QCOMPARE(log.tag(origin.source).text, u"1"_s);
        QCOMPARE(origin.line, LineNumber{2});
        QCOMPARE(msOrZero(origin.time), 3000);
        QCOMPARE(log.lineAt(timePointFromMs(2000)), LineNumber{2});
        QVERIFY(!log.hasUnknownTimes());
        QCOMPARE(rank(1).document.originOf({2}).time, timePointFromMs(3000));
        QCOMPARE(rank(1).document.lineAt(timePointFromMs(1500)), LineNumber{2});

        PendingReply<QString> pending;
        QString text;
        pending.watch(log.text({1}, {3}), [&](Result<QString> result) { text = result.value_or(u"failed"_s); });
        QTRY_COMPARE(text, u"Error: two\nthree\nfour"_s);
    }

    void withoutTimesRanksFollowEachOther()
    {
        for (int i : {0, 1}) {
            rank(i).times.readLines(QTimeZone::UTC);
            rank(i).write("old " + QByteArray::number(i) + '\n');
            rank(i).open();
        }
        MergedLog log;
        log.setSources(sources({0, 1}));
        QTRY_COMPARE(textOf(log), QStringList({u"old 0"_s, u"old 1"_s}));
        QVERIFY(log.hasUnknownTimes());
        rank(1).write("new 1\n");
        QTRY_COMPARE(textOf(log), QStringList({u"old 0"_s, u"old 1"_s, u"new 1"_s}));
        rank(0).write("new 0\n");
        QTRY_COMPARE(textOf(log), QStringList({u"old 0"_s, u"old 1"_s, u"new 1"_s, u"new 0"_s}));
        QVERIFY(log.originOf({2}).time);
    }

    void linesThatBeginWithTimesAreOrderedByThem()
    {
        const auto put = [this](int number, const QByteArray &lines) {
            rank(number).times.readLines(QTimeZone::UTC);
            rank(number).write(lines);
            rank(number).document.setGrowing(false);
            rank(number).open();
        };
        put(0, "banner\n2026-11-25 10:00:00,100 a\n2026-11-25 10:00:00,300 c\nTraceback\n  last");
        put(1, "[2026-11-25T10:00:00.200Z] b\n[2026-11-25T10:00:00.150Z] set back\n[2026-11-25T10:00:00.400Z] d\n");
        MergedLog log;
        log.setSources(sources({0, 1}));
        QTRY_COMPARE(textOf(log),
                     QStringList({u"banner"_s, u"2026-11-25 10:00:00,100 a"_s, u"[2026-11-25T10:00:00.200Z] b"_s,
                                  u"[2026-11-25T10:00:00.150Z] set back"_s, u"2026-11-25 10:00:00,300 c"_s,
                                  u"Traceback"_s, u"  last"_s, u"[2026-11-25T10:00:00.400Z] d"_s}));
        QVERIFY(!log.hasUnknownTimes());
        QCOMPARE(log.originOf({0}).time, std::nullopt);
        QCOMPARE(log.originOf({5}).time, log.originOf({4}).time);
        QCOMPARE(log.originOf({1}).time, toTimePoint(QDateTime({2026, 11, 25}, {10, 0, 0, 100}, QTimeZone::UTC)));
    }

    void timesOfGrowingLogsAreReadOnceTheirFormIsKnown()
    {
        const auto line = [](int number, int second) {
            return u"2026-11-25 10:00:%1 %2\n"_s.arg(second, 2, 10, QChar(u'0')).arg(number).toUtf8();
        };
        for (int i : {0, 1}) {
            rank(i).times.readLines(QTimeZone::UTC);
            rank(i).write(line(i, i));
            rank(i).open();
        }
        MergedLog log;
        log.setSources(sources({0, 1}));
        QTRY_COMPARE(log.lineCount(), 2);
        QStringList expected;
        for (int second = 0; second < 20; ++second)
            expected += QString::fromUtf8(line(second % 2, second)).trimmed();
        for (int second = 2; second < 20; ++second)
            rank(second % 2).write(line(second % 2, second));
        QTRY_COMPARE(textOf(log), expected);
        rank(0).write(line(0, 21) + "no time, an open line");
        rank(1).write(line(1, 20));
        expected << u"2026-11-25 10:00:20 1"_s << u"2026-11-25 10:00:21 0"_s << u"no time, an open line"_s;
        QTRY_COMPARE(textOf(log), expected);
        rank(0).write(" goes on\n" + line(0, 22));
        expected.last() += u" goes on"_s;
        expected << u"2026-11-25 10:00:22 0"_s;
        QTRY_COMPARE(textOf(log), expected);
    }

    void ranksAreAddedAndRemoved()
    {
        for (int i = 0; i < 4; ++i) {
            rank(i).write("rank " + QByteArray::number(i) + '\n');
            rank(i).mark(1000 - i);
            rank(i).open();
        }
        MergedLog log;
        LogFinder finder(&log);
        finder.setPattern({u"rank [12]"_s, true, true});
        QSignalSpy rearranged(&log, &LogText::rearranged);
        log.setSources(sources({0, 1, 2, 3}));
        QTRY_COMPARE(textOf(log), QStringList({u"rank 3"_s, u"rank 2"_s, u"rank 1"_s, u"rank 0"_s}));
        QTRY_COMPARE(finder.lines(), (std::vector<LineNumber>{{1}, {2}}));
        log.setSources(sources({0, 1, 3}));
        QCOMPARE(log.lineCount(), 4); // the previous lines stay until the new ones are available
        QTRY_COMPARE(textOf(log), QStringList({u"rank 3"_s, u"rank 1"_s, u"rank 0"_s}));
        QTRY_COMPARE(finder.lines(), (std::vector<LineNumber>{{1}}));
        log.setSources(sources({2}));
        QTRY_COMPARE(textOf(log), QStringList{u"rank 2"_s});
        QTRY_COMPARE(finder.lines(), (std::vector<LineNumber>{{0}}));
        QVERIFY(!rearranged.isEmpty());
        log.setSources({});
        QTRY_COMPARE(log.lineCount(), 0);
        QCOMPARE(log.state(), LogText::State::Missing);
    }

    void aRestartedFileIsMergedAgain()
    {
        for (int i : {0, 1}) {
            rank(i).write("old error: x\nold\n");
            rank(i).mark(1000 + i);
            rank(i).open();
        }
        MergedLog log;
        log.setSources(sources({0, 1}));
        QTRY_COMPARE(log.lineCount(), 4);
        QSignalSpy restarted(&log, &LogText::restarted);
        rank(0).cut();
        rank(0).write("new\n");
        rank(0).mark(QDateTime::currentMSecsSinceEpoch() + 60'000);
        QTRY_COMPARE(textOf(log), QStringList({u"old error: x"_s, u"old"_s, u"new"_s}));
        QCOMPARE(restarted.count(), 1);
    }

    void growth_data()
    {
        QTest::addColumn<quint32>("seed");
        for (quint32 seed = 1; seed <= 6; ++seed)
            QTest::addRow("%u", seed) << seed;
    }

    // Ranks write in random order, some are removed and added again, and the final order is that of a stable sort.
    void growth()
    {
        QFETCH(quint32, seed);
        QRandomGenerator random(seed);
        QList<Written> written;
        MergedLog log;
        LogFinder finder(&log);
        finder.setPattern({u"7"_s, false, true});
        log.setSources(sources({0, 1, 2, 3}));
        qint64 now = 1'000'000;
        for (int i = 0; i < 4; ++i)
            rank(i).open();
        for (int step = 0; step < 60; ++step) {
            const int number = random.bounded(4);
            now += random.bounded(30);
            for (int i = random.bounded(20); i >= 0; --i) {
                const QByteArray text = "line " + QByteArray::number(written.size());
                written.append({now, number, text});
                rank(number).write(text + '\n');
            }
            if (random.bounded(3) == 0)
                for (int turns = random.bounded(20); turns > 0; --turns) // in any order relative to the readers
                    QCoreApplication::processEvents();
            rank(number).mark(now);
            if (step == 20)
                log.setSources(sources({0, 2, 3}));
            if (step == 40)
                log.setSources(sources({0, 1, 2, 3}));
        }
        const QStringList expected = sorted(written);
        QTRY_COMPARE_WITH_TIMEOUT(textOf(log), expected, 20'000);
        std::vector<LineNumber> sevens;
        for (qsizetype i = 0; i < expected.size(); ++i) {
            if (expected[i].contains(u'7'))
                sevens.push_back({i});
        }
        QTRY_COMPARE_WITH_TIMEOUT(finder.lines(), sevens, 20'000);
    }
};

QTEST_GUILESS_MAIN(TestMergedLog)
#include "tst_mergedlog.moc"
