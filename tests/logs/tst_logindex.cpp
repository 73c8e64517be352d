// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/logs/file/logindex.h"

#include <QFile>
#include <QRandomGenerator>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <atomic>
#include <thread>

using namespace Roost;
using namespace Roost::Logs;
using namespace Qt::StringLiterals;

class TestLogIndex : public QObject
{
    Q_OBJECT

private:
    QTemporaryDir m_folder;
    int m_count = 0;

    QString fresh() { return m_folder.filePath(u"log%1.txt"_s.arg(++m_count)); }

    static void write(const QString &path, const QByteArray &bytes, QIODevice::OpenMode mode = QIODevice::Append)
    {
        QFile file(path);
        QVERIFY(file.open(mode));
        QCOMPARE(file.write(bytes), bytes.size());
    }

    static void readAll(LogIndex &index, qint64 budget)
    {
        while (!index.isAtEnd() || index.advance(budget) == LogIndex::Change::Grown) {
            if (index.advance(budget) == LogIndex::Change::Missing)
                return;
        }
    }

    // Compares the positions with expected ones that are counted line by line; if there are many lines, a few hundred
    // are checked.
    static void compareWithCount(const LogIndex &index, const QByteArray &bytes, qint64 origin)
    {
        const qint64 step = std::max<qint64>(1, bytes.count('\n') / 300);
        qint64 line = 0;
        for (qint64 start = origin; start < bytes.size(); ++line) {
            const auto newline = bytes.indexOf('\n', start);
            const qint64 last = newline < 0 ? bytes.size() - 1 : newline;
            if (line % step == 0) {
                QCOMPARE(index.byteOfLine({line}), start);
                QCOMPARE(index.lineOfByte(start).value, line);
                QCOMPARE(index.lineOfByte(last).value, line);
                QCOMPARE(index.lineOfByte((start + last) / 2).value, line);
            }
            start = last + 1;
        }
        QCOMPARE(index.lineCount(), line);
        QCOMPARE(index.end(), bytes.size());
        QCOMPARE(index.byteOfLine({line}), bytes.endsWith('\n') || line > 0 ? bytes.size() : origin);
        QCOMPARE(index.byteOfLine({line + 1000}), bytes.size());
        QCOMPARE(index.byteOfLine({-1}), origin);
        QCOMPARE(index.lineOfByte(-1).value, 0);
        QCOMPARE(index.lineOfByte(bytes.size() + 1000).value, std::max<qint64>(line - 1, 0));
    }

private Q_SLOTS:
    void linesHaveTheirPositions_data()
    {
        QTest::addColumn<qint64>("longest");
        QTest::addColumn<qint64>("budget");
        QTest::addColumn<qint64>("begin");
        QTest::newRow("empty lines") << qint64(1) << qint64(1000000) << qint64(0);
        QTest::newRow("short lines") << qint64(12) << qint64(5000) << qint64(0);
        QTest::newRow("usual lines, tail only") << qint64(200) << qint64(100001) << qint64(12345);
        QTest::newRow("lines over many stretches") << qint64(5 * LogIndex::Stretch) << qint64(7777) << qint64(0);
    }
    void linesHaveTheirPositions()
    {
        QFETCH(qint64, longest);
        QFETCH(qint64, budget);
        QFETCH(qint64, begin);
        QRandomGenerator random(1);
        QByteArray bytes;
        while (bytes.size() < 20 * LogIndex::Stretch)
            bytes += QByteArray(random.bounded(longest), 'x') + '\n';
        bytes += "the last line goes on";
        const auto path = fresh();
        write(path, bytes);
        LogIndex index(path, begin);
        readAll(index, budget);
        compareWithCount(index, bytes, begin == 0 ? 0 : bytes.indexOf('\n', begin) + 1);
        write(path, " and ends\n\n");
        readAll(index, budget);
        compareWithCount(index, bytes + " and ends\n\n", begin == 0 ? 0 : bytes.indexOf('\n', begin) + 1);
    }

    void aMissingFileHasNoLines()
    {
        const auto path = fresh();
        LogIndex index(path);
        QCOMPARE(index.advance(1000), LogIndex::Change::Missing);
        compareWithCount(index, {}, 0);
        write(path, {});
        QCOMPARE(index.advance(1000), LogIndex::Change::None);
        write(path, "a");
        QCOMPARE(index.advance(1000), LogIndex::Change::Grown);
        compareWithCount(index, "a", 0);
        // A tail whose first complete line has not arrived yet.
        LogIndex tail(path, 1);
        write(path, "bc");
        QCOMPARE(tail.advance(1000), LogIndex::Change::Grown);
        QCOMPARE(tail.lineCount(), 0);
        write(path, "d\nef");
        readAll(tail, 1000);
        compareWithCount(tail, "abcd\nef", 5);
    }

    void otherContentIsDetected()
    {
        const auto path = fresh();
        const QByteArray head(300, 'h');
        const auto isReplacedBy = [&](const QByteArray &bytes) {
            write(path, head + "\none\ntwo\n", QIODevice::WriteOnly);
            LogIndex index(path);
            index.advance(1000000);
            write(path, bytes, QIODevice::WriteOnly | QIODevice::Truncate);
            return index.advance(1000000) == LogIndex::Change::Replaced;
        };
        QVERIFY(isReplacedBy("shorter"));
        QVERIFY(isReplacedBy("x" + head + "longer and begins otherwise\n"));
        // The beginning is the same, as if a script prints its settings first.
        QVERIFY(isReplacedBy(head + "\none\n2\nthree\nfour\n"));
        QVERIFY(!isReplacedBy(head + "\none\ntwo\nthree\n"));
    }

    void theSameFileUnderItsNameIsNotAReplacement()
    {
        const auto path = fresh();
        write(path, "one\ntwo\n");
        LogIndex index(path);
        QCOMPARE(index.advance(1000), LogIndex::Change::Grown);
        write(path + u".new"_s, "one\ntwo\nthree\n");
        QVERIFY(QFile::remove(path));
        QVERIFY(QFile::rename(path + u".new"_s, path));
        QCOMPARE(index.advance(1000), LogIndex::Change::Grown);
        QCOMPARE(index.lineCount(), 3);
    }

    void manyThreadsQueryWhileOneReads()
    {
        const auto path = fresh();
        QByteArray bytes;
        for (int i = 0; bytes.size() < 100 * LogIndex::Stretch; ++i)
            bytes += "line " + QByteArray::number(i) + '\n';
        write(path, bytes);
        LogIndex index(path);
        std::atomic_bool ended = false;
        std::atomic<qint64> wrong = 0;
        std::vector<std::thread> askers;
        for (int i = 0; i < 3; ++i) {
            askers.emplace_back([&, random = QRandomGenerator(quint32(i))]() mutable {
                while (!ended) {
                    const auto count = index.lineCount();
                    if (count < 2)
                        continue;
                    const LineNumber line{random.bounded(count - 1)};
                    const auto at = index.byteOfLine(line);
                    const auto expected = "line " + QByteArray::number(line.value) + '\n';
                    if (index.lineOfByte(at) != line || bytes.sliced(at, expected.size()) != expected)
                        ++wrong;
                }
            });
        }
        readAll(index, LogIndex::Stretch / 3);
        ended = true;
        for (auto &asker : askers)
            asker.join();
        QCOMPARE(wrong.load(), 0);
    }
};

QTEST_GUILESS_MAIN(TestLogIndex)
#include "tst_logindex.moc"
