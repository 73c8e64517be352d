// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/logs/file/logdocument.h"
#include "models/logs/lines/nextline.h"
#include "models/logs/search/logsearch.h"
#include "tests/logs/logfiles.h"
#include "tests/support/wait.h"

#include <QFile>
#include <QFileInfo>
#include <QTemporaryDir>
#include <QTest>

using namespace Roost;
using namespace Roost::Testing;
using namespace Roost::Logs;
using namespace Qt::StringLiterals;

class TestLogSearch : public QObject, private LogFiles
{
    Q_OBJECT

private Q_SLOTS:
    void searchFindsAndContinues()
    {
        const auto path = fresh();
        write(path, "Epoch 1\nloss 2\nepoch 3\n\x1b[1mEp\x1b[0moch 4\nEpo");
        LogDocument document;
        document.open(path);
        QTRY_COMPARE(document.lineCount(), 5);
        LogSearch search(&document);
        search.setPattern({u"epoch"_s, false, false});
        QTRY_VERIFY(!search.isRunning());
        QTRY_COMPARE(numbers(search.lines()), (QList<qint64>{0, 2, 3}));
        write(path, "ch 5\nnothing\n");
        QTRY_COMPARE(numbers(search.lines()), (QList<qint64>{0, 2, 3, 4}));
        write(path, "epoch");
        QTRY_COMPARE(numbers(search.lines()), (QList<qint64>{0, 2, 3, 4, 6}));
        write(path, " 6\n");
        QTRY_COMPARE(document.byteCount(), QFileInfo(path).size());
        QTRY_COMPARE(search.position(), document.byteCount());
        QCOMPARE(numbers(search.lines()), (QList<qint64>{0, 2, 3, 4, 6}));
        QCOMPARE(nextLine(search.lines(), LineNumber{2}, true), LineNumber{3});
        QCOMPARE(nextLine(search.lines(), LineNumber{6}, true), LineNumber{0});
        QCOMPARE(nextLine(search.lines(), LineNumber{0}, false), LineNumber{6});

        search.setPattern({u"epoch"_s, false, true});
        QTRY_COMPARE(numbers(search.lines()), (QList<qint64>{2, 6}));
        search.setPattern({u"^E.*[14]$"_s, true, true});
        QTRY_COMPARE(numbers(search.lines()), (QList<qint64>{0, 3}));
        const LogPattern wrong(u"(unclosed"_s, true, false);
        QVERIFY(!wrong.whyNot().isEmpty());
        search.setPattern(wrong);
        QVERIFY(!search.isActive());
        QVERIFY(search.lines().empty());

        search.setPattern({u"z"_s, false, false});
        write(path, "z\n", false);
        QTRY_COMPARE(numbers(search.lines()), QList<qint64>{0});
    }

    void searchIsStoppedAndDeleted()
    {
        const auto path = fresh();
        QByteArray bytes;
        while (bytes.size() < 8 * 1024 * 1024)
            bytes += "step 17 loss 0.25 accuracy 0.93 learning rate 0.001\n";
        write(path, bytes);
        LogDocument document;
        document.open(path);
        QTRY_COMPARE(document.byteCount(), bytes.size());
        LogSearch search(&document);
        // A regular expression over the complete file takes long enough to be stopped while it runs.
        search.setPattern({u"accuracy .*7$"_s, true, false});
        QVERIFY(search.isRunning());
        search.stop();
        QVERIFY(!search.isRunning());
        QVERIFY(search.position() < bytes.size());
        const auto position = search.position();
        Roost::Testing::drainEvents();
        QCOMPARE(search.position(), position);
        search.setPattern({u"RATE 0.001"_s, false, false});
        QTRY_COMPARE_WITH_TIMEOUT(qint64(search.lines().size()), bytes.count('\n'), 30000);
        auto other = std::make_unique<LogSearch>(&document);
        other->setPattern({u"loss .*9$"_s, true, false});
        QVERIFY(other->isRunning());
        other.reset();
    }

    void findingsOfManyChunksComeInOrder()
    {
        // Lines within a chunk, across its boundary, and across several chunks.
        QByteArray bytes;
        QList<qint64> expected;
        qint64 line = 0;
        while (bytes.size() < 24 * 1024 * 1024) {
            const bool isLong = line % 50000 == 49999;
            const bool isFound = line % 7 == 3 || isLong;
            bytes += isLong ? QByteArray(9 * 1024 * 1024, 'y') : QByteArray(line % 90, 'x');
            if (isFound) {
                bytes += "needle";
                expected += line;
            }
            bytes += '\n';
            ++line;
        }
        const auto path = fresh();
        write(path, bytes);
        LogDocument document;
        document.open(path);
        QTRY_COMPARE_WITH_TIMEOUT(document.byteCount(), bytes.size(), 30000);
        LogSearch search(&document);
        std::vector<LineNumber> before;
        connect(&search, &LogSearch::changed, &search, [&] {
            // No result is withdrawn unless the file changes.
            QVERIFY(std::ranges::equal(before, std::span(search.lines()).first(before.size())));
            before = search.lines();
        });
        search.setPattern({u"needle"_s, false, true});
        QTRY_VERIFY_WITH_TIMEOUT(!search.isRunning(), 60000);
        QCOMPARE(numbers(search.lines()), expected);
        QCOMPARE(search.position(), bytes.size());
    }

    void theOpenLineMaySpanSeveralChunks()
    {
        const auto path = fresh();
        write(path, "one\n" + QByteArray(9 * 1024 * 1024, 'x'));
        LogDocument document;
        document.open(path);
        LogSearch search(&document);
        search.setPattern({u"needle"_s, false, true});
        QTRY_COMPARE_WITH_TIMEOUT(search.position(), QFileInfo(path).size(), 30000);
        QVERIFY(search.lines().empty());
        write(path, "need");
        QTRY_COMPARE(search.position(), QFileInfo(path).size());
        write(path, "le");
        QTRY_COMPARE(numbers(search.lines()), QList<qint64>{1});
        write(path, "\nneedle\n");
        QTRY_COMPARE(numbers(search.lines()), (QList<qint64>{1, 2}));
    }

    void invertedStaysLive()
    {
        const auto path = fresh();
        write(path, "INFO a\nWARN b\nINFO c\nWA");
        LogDocument document;
        document.open(path);
        LogSearch search(&document);
        search.setPattern({u"INFO"_s, false, true, true});
        QTRY_COMPARE(numbers(search.lines()), (QList<qint64>{1, 3}));
        write(path, "RN d INFO\nINFO e\nf\n");
        QTRY_COMPARE(numbers(search.lines()), (QList<qint64>{1, 5}));
    }

    void anEndOfALogIsSearchedToo()
    {
        const auto path = fresh();
        write(path, "needle 0\nneedle 1\nother\nneedle 2\n");
        LogDocument document;
        document.open(path, 3);
        LogSearch search(&document);
        search.setPattern({u"needle"_s, false, true});
        QTRY_COMPARE(numbers(search.lines()), (QList<qint64>{0, 2}));
    }

    void aTruncatedFileIsSearchedAgain()
    {
        const auto path = fresh();
        QByteArray bytes;
        while (bytes.size() < 16 * 1024 * 1024)
            bytes += "a line with a needle in it\n";
        write(path, bytes);
        LogDocument document;
        document.open(path);
        QTRY_COMPARE_WITH_TIMEOUT(document.byteCount(), bytes.size(), 30000);
        LogSearch search(&document);
        search.setPattern({u"need.e"_s, true, true});
        // While the search runs, at an unknown position.
        write(path, "needle\n", false);
        QTRY_COMPARE_WITH_TIMEOUT(numbers(search.lines()), QList<qint64>{0}, 30000);
    }
};

QTEST_GUILESS_MAIN(TestLogSearch)
#include "tst_logsearch.moc"

#include <algorithm>
