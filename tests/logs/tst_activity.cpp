// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/logs/activity/activitycounter.h"
#include "models/logs/activity/runscan.h"
#include "models/logs/lines/lineshape.h"

#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>
#include <QtEndian>

using namespace Roost;
using namespace Roost::Logs;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr TimePoint Begin = timePointFromMs(1'700'000'000'000);

qint64 linesIn(const LogActivity &log)
{
    qint64 lines = 0;
    for (const ActivityBucket &bucket : log.buckets)
        lines += bucket.lines;
    return lines;
}

const LogActivity *logOf(const RunActivity &activity, const QString &path)
{
    const auto found = std::ranges::find(activity.logs, path, &LogActivity::path);
    return found == activity.logs.end() ? nullptr : &*found;
}

} // namespace

class TestActivity : public QObject
{
    Q_OBJECT

private:
    QTemporaryDir m_folder;

    ScannedLog log(int rank) const
    {
        const QString name = u"70_driver_log_%1.txt"_s.arg(rank);
        return {u"azureml-logs/"_s + name, rank, m_folder.filePath(name), timeIndexFile(m_folder.path(), name)};
    }
    static void append(const ScannedLog &log, const QByteArray &bytes)
    {
        QFile file(log.file);
        QVERIFY(file.open(QIODevice::Append));
        QCOMPARE(file.write(bytes), bytes.size());
    }
    static void mark(const ScannedLog &log, TimePoint time)
    {
        QDir().mkpath(QFileInfo(log.indexFile).path());
        QFile file(log.indexFile);
        QVERIFY(file.open(QIODevice::Append));
        const std::array<qint64, 2> pair{qToLittleEndian(msSinceEpoch(time)),
                                         qToLittleEndian(QFileInfo(log.file).size())};
        QCOMPARE(file.write(reinterpret_cast<const char *>(pair.data()), sizeof pair), qint64(sizeof pair));
    }

private Q_SLOTS:
    void init()
    {
        m_folder = QTemporaryDir();
        QVERIFY(m_folder.isValid());
    }

    void aShapeIsALineWithoutItsNumbers_data()
    {
        QTest::addColumn<QByteArray>("line");
        QTest::addColumn<QByteArray>("shape");
        QTest::newRow("numbers") << "epoch 3 step 120 loss 0.31"_ba << "epoch # step # loss #"_ba;
        QTest::newRow("exponent") << "lr 1.2e-05, loss -0.5"_ba << "lr # loss #"_ba;
        QTest::newRow("time") << "12:03:44 step 3/10"_ba << "# step #/#"_ba;
        QTest::newRow("rank in a word") << "[rank12] ready in 3s"_ba << "[rank#] ready in #"_ba;
        QTest::newRow("only a rank") << "[rank2]:     main()"_ba << ""_ba;
        QTest::newRow("colour") << "\x1b[32mstep 4\x1b[0m"_ba << "step #"_ba;
        QTest::newRow("no number") << "loading data"_ba << ""_ba;
        QTest::newRow("empty") << ""_ba << ""_ba;
        QTest::newRow("cut escape") << "1\x1b["_ba << "#"_ba;
    }
    void aShapeIsALineWithoutItsNumbers()
    {
        QFETCH(QByteArray, line);
        QTEST(shapeOf(line), "shape");
    }

    void piecesOfAnySizeCountTheSame()
    {
        QByteArray text;
        for (int i = 0; i < 300; ++i) {
            text += "epoch 1 step " + QByteArray::number(i) + " loss 0.5\n";
            if (i % 50 == 7)
                text += "ValueError: bad batch " + QByteArray::number(i) + "\r\n";
            if (i % 60 == 0)
                text += "  1%|#   |\r  5%|##  |\r 100%|####|\n";
        }
        text += QByteArray(200'000, 'x') + "\nthe last line has no end";
        ActivityCounter whole(250ms, Begin);
        whole.feed(text, Begin + 1000ms);
        for (const qsizetype size : {1, 7, 4096, 100'000}) {
            ActivityCounter pieces(250ms, Begin);
            for (qsizetype at = 0; at < text.size(); at += size)
                pieces.feed(QByteArrayView(text).sliced(at, std::min(size, text.size() - at)), Begin + 1000ms);
            QCOMPARE(pieces.activity(nullptr), whole.activity(nullptr));
            QCOMPARE(pieces.repeatedLines().size(), whole.repeatedLines().size());
        }
        QCOMPARE(whole.lines(), text.count('\n'));
        QCOMPARE(whole.errors(), 6);
        const auto *repeated = whole.repeatedLine("epoch # step # loss #");
        QVERIFY(repeated);
        QCOMPARE(repeated->count, 300);
    }

    void bucketsKeepTheirCountsWhenTheyBecomeCoarser()
    {
        ActivityCounter counter(250ms, Begin);
        for (int i = 0; i < 100; ++i)
            counter.feed(QByteArray("step " + QByteArray::number(i) + "\n"), Begin + 100ms * i);
        counter.feed("no end of line", Begin + 60s);
        LogActivity activity = counter.activity(counter.repeatedLine("step #"));
        QCOMPARE(activity.writes, 101);
        QCOMPARE(activity.usualGap > 100ms, true);
        QCOMPARE(activity.longestGap, 60s - 9900ms);
        QCOMPARE(activity.buckets.last(), (ActivityBucket{240, 0, 0, 100}));
        for (int i = 0; i < 3; ++i) {
            QCOMPARE(linesIn(activity), 100);
            QCOMPARE(activity.buckets.last().progressCount, 100);
            counter.coarsen();
            activity = counter.activity(counter.repeatedLine("step #"));
        }
        QCOMPARE(activity.buckets.first().index, 0);
        QCOMPARE(activity.buckets.first().progressCount, 20); // within the first 2 s
    }

    void manyDifferentLinesUseLittleMemoryAndHideNoProgressLine()
    {
        ActivityCounter counter(250ms, Begin);
        for (int i = 0; i < 20'000; ++i) {
            const QByteArray word = QByteArray::number(i, 26).replace('1', 'z').replace('2', 'y').replace('0', 'x');
            counter.feed(QByteArray("noise " + word + " 7\nstep " + QByteArray::number(i) + "\n"), Begin + i * 1ms);
        }
        QVERIFY(counter.repeatedLines().size() <= 6);
        QVERIFY(counter.repeatedLine("step #"));
        QCOMPARE(counter.repeatedLine("step #")->count, 20'000);
    }

    void aScanContinuesAtTheEndOfTheLastOne()
    {
        const QList logs{log(0), log(1)};
        RunScan scan;
        RunActivity known = scan.poll(logs, {}, 10s);
        QVERIFY(known.isFull);
        for (int i = 0; i < 40; ++i) {
            for (const ScannedLog &one : logs) {
                append(one, "step " + QByteArray::number(i) + "\n" + (i == 30 ? "RuntimeError: no\n" : ""));
                mark(one, Begin + 500ms * i + (one.rank == 1 ? 200ms : 0ms));
            }
            const RunActivity news = scan.poll(logs, known.cursor, 10s);
            // Only the last buckets are sent again while the scale stays the same.
            if (!news.isFull && i > 5)
                QVERIFY(news.logs.first().buckets.size() <= 2);
            known = merged(known, news);
        }
        QCOMPARE(known.logs.size(), 2);
        QCOMPARE(known.progressLine, u"step #"_s);
        for (const LogActivity &one : std::as_const(known.logs)) {
            QCOMPARE(one.lines, 41);
            QCOMPARE(one.errors, 1);
            QCOMPARE(linesIn(one), 41);
            QCOMPARE(one.buckets.last().progressCount, 40);
        }
        QCOMPARE(known.logs.first().lastWrite, Begin + 500ms * 39);
        const RunActivity same = scan.poll(logs, known.cursor, 10s);
        QVERIFY(!same.isFull);
        QVERIFY(same.logs.isEmpty());
        // Another window that requests all of the activity receives the same.
        RunActivity whole = scan.poll(logs, {}, 10s);
        QCOMPARE(whole.logs, known.logs);
    }

    void aRestartedFileIsCountedAgain()
    {
        const QList logs{log(0)};
        RunScan scan;
        append(logs[0], "one 1\ntwo\nthree\nError: x\n");
        mark(logs[0], Begin);
        RunActivity known = scan.poll(logs, {}, 10s);
        QCOMPARE(known.logs.first().lines, 4);
        QVERIFY(QFile::resize(logs[0].file, 0));
        append(logs[0], "again\n");
        known = merged(known, scan.poll(logs, known.cursor, 10s));
        QCOMPARE(known.logs.first().restarts, 1);
        QCOMPARE(known.logs.first().lines, 1);
        QCOMPARE(known.logs.first().errors, 0);
        QCOMPARE(linesIn(known.logs.first()), 1);
    }

    void aShortScanReportsTheRemainingBytes()
    {
        const QList logs{log(0), log(1)};
        for (const ScannedLog &one : logs)
            append(one, QByteArray("a line of text\n").repeated(400'000));
        RunScan scan;
        RunActivity known = scan.poll(logs, {}, 0ms);
        QVERIFY(known.pending > 0);
        while (known.pending > 0)
            known = merged(known, scan.poll(logs, known.cursor, 1ms));
        for (const LogActivity &one : std::as_const(known.logs))
            QCOMPARE(one.lines, 400'000);
    }

    void longRunsKeepFewBuckets()
    {
        const QList logs{log(0), log(1)};
        for (int minute = 0; minute < 600; ++minute) {
            append(logs[0], "step " + QByteArray::number(minute) + "\n");
            mark(logs[0], Begin + 60s * minute);
        }
        append(logs[1], "step 1\n");
        mark(logs[1], Begin + 60s * 600);
        RunScan scan;
        const RunActivity known = scan.poll(logs, {}, 10s);
        const LogActivity *first = logOf(known, logs[0].path);
        QVERIFY(first);
        QCOMPARE(linesIn(*first), 600);
        QVERIFY(first->buckets.size() <= 600);
        QVERIFY(known.timeOf(first->buckets.last().index) + known.bucketWidth > Begin + 60s * 599);
    }

    void lostFilesAndUnknownCursorsAreHandled()
    {
        RunScan scan;
        const ScannedLog missing{u"logs/x.txt"_s, {}, m_folder.filePath(u"x"_s), {}};
        const RunActivity known = scan.poll({missing}, u"nonsense.12"_s, 1s);
        QVERIFY(known.isFull);
        QCOMPARE(known.logs.first().lines, 0);
        QCOMPARE(known.logs.first().lastWrite, std::nullopt);
    }
};

QTEST_GUILESS_MAIN(TestActivity)
#include "tst_activity.moc"

#include <array>
