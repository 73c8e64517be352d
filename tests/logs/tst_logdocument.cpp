// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/logs/file/logdocument.h"
#include "models/logs/file/logerrors.h"
#include "models/logs/file/logindex.h"
#include "tests/logs/logfiles.h"
#include "tests/support/wait.h"

#include <QCoreApplication>
#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Roost;
using namespace Roost::Testing;
using namespace Roost::Logs;
using namespace Qt::StringLiterals;

class TestLogDocument : public QObject, private LogFiles
{
    Q_OBJECT

private:
    static QString shown(LogDocument &document, qint64 number)
    {
        const LogLine *line = nullptr;
        if (!QTest::qWaitFor([&] { return (line = document.line(LineNumber{number})) != nullptr; }))
            return u"<no such line>"_s;
        return line->text;
    }

private Q_SLOTS:
    void linesBecomeWhatATerminalShows_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QString>("text");
        QTest::newRow("plain") << "epoch 1\n"_ba << u"epoch 1"_s;
        QTest::newRow("windows") << "epoch 1\r\n"_ba << u"epoch 1"_s;
        QTest::newRow("empty") << "\n"_ba << u""_s;
        QTest::newRow("progress") << "\r 10%\r 50%\r100% done\n"_ba << u"100% done"_s;
        QTest::newRow("progress, return at the end") << " 10%\r 50%\r"_ba << u" 50%"_s;
        QTest::newRow("colour") << "a\x1b[31mred\x1b[0mb"_ba << u"aredb"_s;
        QTest::newRow("cursor moves") << "\x1b[2K\x1b[1Ghere"_ba << u"here"_s;
        QTest::newRow("title") << "\x1b]0;title\x07shown"_ba << u"shown"_s;
        QTest::newRow("cut sequence") << "x\x1b[3"_ba << u"x"_s;
        QTest::newRow("utf-8") << "žluťoučký\n"_ba << u"žluťoučký"_s;
        QTest::newRow("not utf-8") << "a\xff\xfe z"_ba << u"a\uFFFD\uFFFD z"_s;
        QTest::newRow("nul") << QByteArray("a\0b", 3) << u"a\u2400b"_s;
        QTest::newRow("carriage returns alone") << "\r\r\r\n"_ba << QString();
        QTest::newRow("tab") << "a\tb"_ba << u"a\tb"_s;
    }
    void linesBecomeWhatATerminalShows()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(QString, text);
        QCOMPARE(decodeLogLine(bytes).text, text);
    }

    void coloursBecomeSpans()
    {
        const auto line = decodeLogLine("a\x1b[1;31mred\x1b[0m \x1b[38;5;196mcube\x1b[48;2;1;2;3mx\x1b[m\n");
        QCOMPARE(line.text, u"ared cubex"_s);
        QCOMPARE(line.spans.size(), 3);
        QCOMPARE(line.spans[0], (LogSpan{.start = 1, .length = 3, .foreground = 1, .bold = true}));
        QCOMPARE(line.spans[1], (LogSpan{.start = 5, .length = 4, .foreground = LogSpan::Rgb | 0xff0000}));
        QCOMPARE(line.spans[2].background, LogSpan::Rgb | 0x010203);
        // Invalid and extra numbers are ignored.
        QCOMPARE(decodeLogLine("\x1b[38;5m\x1b[99999999999m\x1b[;;;mx").text, u"x"_s);
    }

    void errorsAreCounted()
    {
        QCOMPARE(levelOf("ValueError: no"), LogLevel::Error);
        QCOMPARE(levelOf("Traceback (most recent call last):"), LogLevel::Error);
        QCOMPARE(levelOf("AssertionError"), LogLevel::Error);
        QCOMPARE(levelOf("mean error 0.2"), LogLevel::Plain);
        QCOMPARE(levelOf("UserWarning: slow"), LogLevel::Warning);
    }

    void aGrowingFileIsFollowed()
    {
        const auto path = fresh();
        LogDocument document;
        document.open(path);
        QTRY_COMPARE(document.state(), LogDocument::State::Missing);
        QCOMPARE(document.lineCount(), 0);
        write(path, "one\ntwo");
        QTRY_COMPARE(document.lineCount(), 2);
        QCOMPARE(shown(document, 1), u"two"_s);
        // The unfinished line is completed, and more lines follow, across the boundary of a block.
        write(path, "!\n");
        QTRY_COMPARE(document.byteCount(), 9);
        QTRY_COMPARE(shown(document, 1), u"two!"_s);
        QCOMPARE(document.lineCount(), 2);
        QByteArray many;
        for (int i = 2; i < 1000; ++i)
            many += "line " + QByteArray::number(i) + '\n';
        write(path, many);
        QTRY_COMPARE(document.lineCount(), 1000);
        QTRY_COMPARE(document.state(), LogDocument::State::Ready);
        for (const qint64 i : {2, 255, 256, 257, 511, 512, 999})
            QCOMPARE(shown(document, i), u"line %1"_s.arg(i));
        QCOMPARE(shown(document, 0), u"one"_s);
        QVERIFY(!document.line(LineNumber{1000}));
        QVERIFY(!document.line(LineNumber{-1}));
    }

    void eachWrittenLineIsFound()
    {
        const auto path = fresh();
        write(path, "start\n");
        LogDocument document;
        document.open(path);
        QTRY_COMPARE(document.lineCount(), 1);
        for (int i = 1; i <= 20; ++i) {
            write(path, "line\n");
            QTRY_VERIFY(document.line(LineNumber{i}));
        }
    }

    void aTruncatedFileRestarts()
    {
        const auto path = fresh();
        write(path, "a\nb\nError: c\n");
        LogDocument document;
        QSignalSpy restarted(&document, &LogDocument::restarted);
        document.open(path);
        QTRY_COMPARE(document.lineCount(), 3);
        QCOMPARE(shown(document, 0), u"a"_s);
        QCOMPARE(numbers(document.errorLines()), QList<qint64>{2});
        restarted.clear();
        QVERIFY(document.restarts().isEmpty());
        const auto old = document.index();
        write(path, "z\n", false);
        QTRY_COMPARE(document.lineCount(), 1);
        QVERIFY(restarted.size() >= 1);
        QVERIFY(document.restarts().size() >= 1);
        QCOMPARE(document.restarts().first().oldSize, 13);
        QCOMPARE(document.restarts().first().oldLineCount, 3);
        QVERIFY(document.index() != old);
        QCOMPARE(old->lineCount(), 3);
        QCOMPARE(shown(document, 0), u"z"_s);
        QVERIFY(document.errorLines().empty());
        // Rewritten and longer at the same time: the beginning differs.
        write(path, "quite another log\nwith lines\nError: and one\n", false);
        QTRY_COMPARE(document.lineCount(), 3);
        QCOMPARE(shown(document, 0), u"quite another log"_s);
        QVERIFY(QFile::remove(path));
        QTRY_COMPARE(document.lineCount(), 0);
        QTRY_COMPARE(document.state(), LogDocument::State::Missing);
        write(path, "back\n");
        QTRY_COMPARE(shown(document, 0), u"back"_s);
    }

    void aVeryLongLineIsCut()
    {
        const auto path = fresh();
        write(path, "before\n" + QByteArray(10 * 1024 * 1024, 'x') + "\nafter\n");
        LogDocument document;
        document.open(path);
        QTRY_COMPARE(document.lineCount(), 3);
        QCOMPARE(shown(document, 2), u"after"_s);
        QVERIFY(!shown(document, 1).isEmpty());
        const auto *line = document.line(LineNumber{1});
        QVERIFY(line);
        QVERIFY(line->cut);
        QCOMPARE(line->bytes, 10 * 1024 * 1024 + 1);
        QCOMPARE(line->text.size(), LongestShownLine);
    }

    void progressOfManyStatesShowsTheLast()
    {
        const auto path = fresh();
        QByteArray progress;
        while (progress.size() < 3 * 1024 * 1024)
            progress += "\r " + QByteArray::number(progress.size()) + " of many";
        write(path, progress + "\r100%");
        LogDocument document;
        document.open(path);
        QTRY_COMPARE(document.lineCount(), 1);
        QTRY_COMPARE(document.state(), LogDocument::State::Ready);
        QTRY_COMPARE(shown(document, 0), u"100%"_s);
        write(path, "\r101%");
        QTRY_COMPARE(shown(document, 0), u"101%"_s);
        write(path, "\n");
        QTRY_COMPARE(document.byteCount(), progress.size() + 11);
        QCOMPARE(shown(document, 0), u"101%"_s);
    }

    void binaryContentIsShown()
    {
        const auto path = fresh();
        QByteArray rubbish;
        quint32 state = 1;
        for (int i = 0; i < 300000; ++i) {
            state = state * 1664525 + 1013904223;
            rubbish += char(state >> 24);
        }
        write(path, rubbish);
        LogDocument document;
        document.open(path);
        QTRY_COMPARE(document.byteCount(), rubbish.size());
        QCOMPARE(document.lineCount(), rubbish.count('\n') + (rubbish.endsWith('\n') ? 0 : 1));
        for (qint64 i = 0; i < document.lineCount(); ++i)
            QVERIFY(shown(document, i) != u"<no such line>"_s);
    }

    void errorWordsInPiecesCount()
    {
        const auto path = fresh();
        write(path, "fine\nValue");
        LogDocument document;
        document.open(path);
        QTRY_COMPARE(document.lineCount(), 2);
        write(path, "Error: bad\nfine\nRuntime");
        QTRY_COMPARE(numbers(document.errorLines()), QList<qint64>{1});
        write(path, "Error: worse, Error: twice\nKeyError\nno Error\n");
        QTRY_COMPARE(numbers(document.errorLines()), (QList<qint64>{1, 3, 4}));
        // The result does not depend on the pieces in which the file is read.
        const auto whole = std::make_shared<LogIndex>(path);
        LogErrors errors(whole);
        while (whole->advance(7) == LogIndex::Change::Grown) {
            while (errors.advance(3)) {
            }
        }
        QCOMPARE(numbers(errors.lines()), (QList<qint64>{1, 3, 4}));
        QCOMPARE(whole->lineCount(), 6);
    }

    void theTailComesFirst()
    {
        const auto path = fresh();
        write(path, "aaa\nbbb\nccc\nddd\n");
        LogDocument document;
        document.open(path, 5);
        QTRY_COMPARE(document.lineCount(), 2);
        QVERIFY(document.isPartial());
        QCOMPARE(shown(document, 0), u"ccc"_s);
        document.open(path, 0);
        QTRY_COMPARE(document.lineCount(), 4);
        QVERIFY(!document.isPartial());
        QCOMPARE(shown(document, 2), u"ccc"_s);
    }

    void textAndCopies()
    {
        const auto path = fresh();
        QByteArray bytes;
        for (int i = 0; i < 600; ++i)
            bytes += "\x1b[32mline\x1b[0m " + QByteArray::number(i) + '\n';
        write(path, bytes);
        LogDocument document;
        document.open(path);
        QTRY_COMPARE(document.lineCount(), 600);
        ROOST_GET(text, document.text(LineNumber{254}, LineNumber{257}));
        QCOMPARE(text, u"line 254\nline 255\nline 256\nline 257"_s);
        const auto copy = fresh();
        ROOST_GET(size, document.saveAs(copy));
        QCOMPARE(size, bytes.size());
        QFile saved(copy);
        QVERIFY(saved.open(QIODevice::ReadOnly));
        QCOMPARE(saved.readAll(), bytes);
        const auto refused = waitFor(document.saveAs(u"/nonexistent/folder/log.txt"_s));
        QVERIFY(!refused);
        QCOMPARE(refused.error().kind, ErrorKind::Failed);
    }

    void documentsMayBeDeletedAtAnyTime()
    {
        const auto path = fresh();
        write(path, QByteArray(3 * 1024 * 1024, '\n'));
        for (int turns = 0; turns < 10; ++turns) {
            LogDocument document;
            document.open(path);
            // Each turn takes over what the readers have found until then; in the last round they have read the
            // complete file.
            for (int i = 0; i < turns; ++i)
                QCoreApplication::processEvents();
            if (turns == 9)
                QTRY_COMPARE(document.lineCount(), 3 * 1024 * 1024);
            document.line(LineNumber{0});
            PendingReply<QString> pending;
            pending.watch(document.text(LineNumber{0}, LineNumber{100000}), [](Result<QString>) {});
        }
    }
};

QTEST_GUILESS_MAIN(TestLogDocument)
#include "tst_logdocument.moc"

#include <algorithm>
