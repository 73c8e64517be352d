// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/logpanefixture.h"
#include "ui/logs/loggutter.h"
#include "ui/logs/logtitle.h"

#include <QAccessible>
#include <QClipboard>
#include <QLineEdit>

using namespace Roost;
using namespace Roost::Testing;
using namespace Roost::Items;
using namespace Roost::Logs;
using namespace Roost::Ui;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

/// The actions of the pane on the logs of several ranks: merge, solo, mute, show side by side.
class TestLogPaneRanks : public QObject, LogPaneFixture
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { setUpOnce(); }
    void init() { setUp(); }
    void cleanup() { tearDown(); }

    void allRanksByTime()
    {
        write(0, 0, "zero a\n");
        write(1, 10, "one a\n");
        write(0, 20, "zero b\n");
        open(2);
        QTRY_COMPARE(m_pane->currentSource(), LogSource(AllRanks{}));
        QTRY_COMPARE(text(), u"zero a\none a\nzero b"_s);
        QVERIFY(chip(AllRanks{})->isChecked());
        QTRY_VERIFY2(status().startsWith(u"2 ranks"_s), qPrintable(status()));
        write(1, 30, "one b\n");
        QTRY_COMPARE(text(), u"zero a\none a\nzero b\none b"_s);
        QVERIFY(LogGutter::toolTip(*view()->document(), {3}).startsWith(u"Rank 1, its line 2"_s));
    }

    void soloAndMute()
    {
        for (int rank = 0; rank < 3; ++rank)
            write(rank, 10 * rank, "rank " + QByteArray::number(rank) + '\n');
        open(3);
        QTRY_COMPARE(text(), u"rank 0\nrank 1\nrank 2"_s);
        QVERIFY(list()->isVisible());
        QVERIFY(!chip(logOf(1)));
        clickRank(1, Qt::AltModifier);
        QTRY_COMPARE(text(), u"rank 0\nrank 2"_s);
        QVERIFY(muted(1));
        clickRank(1);
        QTRY_COMPARE(text(), u"rank 1"_s);
        QCOMPARE(m_pane->currentSource(), logOf(1));
        QVERIFY(!chip(AllRanks{})->isChecked());
        QTest::mouseClick(chip(AllRanks{}), Qt::LeftButton);
        QTRY_COMPARE(text(), u"rank 0\nrank 2"_s);
        QVERIFY(!list()->solo());
        keyOnRank(1, Qt::Key_M);
        QTRY_COMPARE(text(), u"rank 0\nrank 1\nrank 2"_s);
        for (int rank = 0; rank < 3; ++rank)
            keyOnRank(rank, Qt::Key_M);
        QTRY_COMPARE(m_pane->logs()->mutedPaths().size(), 3);
        QTRY_VERIFY(!view()->isVisible());
    }

    void theLogAndTheListShowTheSameRanks()
    {
        for (int rank = 0; rank < 3; ++rank)
            write(rank, 10 * rank, "rank " + QByteArray::number(rank) + '\n');
        open(3);
        QTRY_COMPARE(text(), u"rank 0\nrank 1\nrank 2"_s);
        m_pane->showLog(logOf(2), LineNumber{0});
        QCOMPARE(list()->solo(), LogSource(RankLogs{2}));
        clickRank(2); // shows all ranks again
        QTRY_COMPARE(m_pane->currentSource(), LogSource(AllRanks{}));
        QTest::mouseClick(m_pane->findChild<QToolButton *>(u"logRanks"_s), Qt::LeftButton);
        QVERIFY(!list()->isVisible());
        QVERIFY(!timeline()->isVisible());
    }

    void prefixesShownInTheGutterAreHidden()
    {
        write(0, 0, "plain\n");
        write(1, 10, "[rank1]: Traceback (most recent call last):\n");
        write(1, 20, "[rank0]: of another\n");
        open(2);
        QTRY_COMPARE(text(), u"plain\nTraceback (most recent call last):\n[rank0]: of another"_s);
        // The copied text is the original text of the log.
        view()->selectAll();
        QApplication::clipboard()->clear();
        view()->copy();
        QTRY_COMPARE(QApplication::clipboard()->text(),
                     u"plain\n[rank1]: Traceback (most recent call last):\n[rank0]: of another"_s);
        // The log of a single rank has no gutter that names the rank.
        clickRank(1);
        QTRY_COMPARE(text(), u"[rank1]: Traceback (most recent call last):\n[rank0]: of another"_s);
    }

    void aScreenReaderGetsTheRankOfALine()
    {
        write(0, 0, "plain\n");
        write(1, 10, "[rank1]: Traceback\n");
        open(2);
        QTRY_COMPARE(text(), u"plain\nTraceback"_s);
        QAccessibleInterface *accessible = QAccessible::queryAccessibleInterface(view());
        QVERIFY(accessible && accessible->textInterface());
        const QString said = accessible->text(QAccessible::Value);
        QCOMPARE(said, u"Rank 0: plain\nRank 1: Traceback"_s);
        // A selection in the accessible text selects the same text in the log, whose lines have no rank prefix.
        const int at = int(said.indexOf(u"Trace"_s));
        accessible->textInterface()->setSelection(0, at, at + 5);
        QCOMPARE(view()->selectedText(), u"Trace"_s);
        int from = 0;
        int to = 0;
        accessible->textInterface()->selection(0, &from, &to);
        QCOMPARE(from, at);
        QCOMPARE(to, at + 5);
    }

    void fewRanksLeaveSpaceToTheLog()
    {
        write(0, 0, "plain\n");
        open(4);
        m_pane->resize(1090, 500);
        QTRY_VERIFY(list()->isVisible());
        QTRY_VERIFY2(list()->width() <= 260, qPrintable(QString::number(list()->width())));
    }

    void outputAndErrorsOfARankAreOneText()
    {
        QCOMPARE(logTitle(LogFile{u"logs/x/attempt_0/3/stderr.log"_s}), u"Rank 3, stderr"_s);
        QCOMPARE(logTitle(LogFile{u"azureml-logs/70_driver_log.txt"_s}), u"Driver log"_s);
        open(2);
        const QString root = m_folder->filePath(u"runs/calm_finch_42"_s);
        QStringList paths{rankPath(0), rankPath(1)};
        for (const auto &name : {u"stdout.log"_s, u"stderr.log"_s}) {
            const QString path = u"logs/x/attempt_0/1/"_s + name;
            QVERIFY(QDir().mkpath(QFileInfo(root + u'/' + path).path()));
            QFile file(root + u'/' + path);
            QVERIFY(file.open(QIODevice::WriteOnly));
            file.write(name.toLatin1() + '\n');
            paths += path;
        }
        m_workspace->history.onLogs.always = [paths](const QString &id) {
            QList<FileRef> logs;
            for (const QString &path : paths)
                logs.append({path, id + u'/' + path});
            return logs;
        };
        m_run->document()->refresh();
        QTRY_COMPARE_WITH_TIMEOUT(m_pane->logs()->rankPaths().size(), 4, 20'000);
        clickRank(1);
        QTRY_VERIFY2(text().contains(u"stdout.log"_s) && text().contains(u"stderr.log"_s), qPrintable(text()));
        QCOMPARE(list()->solo(), LogSource(RankLogs{1}));
        QCOMPARE(m_pane->currentSource(), LogSource(RankLogs{1}));
    }

    void timelineRowsLeadToATime()
    {
        for (int step = 0; step < 200; ++step) {
            for (int rank = 0; rank < 2; ++rank)
                write(rank, 200 * step + rank, QByteArray::number(rank) + " step " + QByteArray::number(step) + '\n');
        }
        open(2);
        QTRY_COMPARE(lines(), 400);
        Q_EMIT timeline()->timeClicked(Start + 20s, {});
        QCOMPARE(view()->currentLine(), LineNumber{200});
        Q_EMIT timeline()->timeClicked(Start + 20s, 1);
        QCOMPARE(view()->currentLine(), LineNumber{201});
        QVERIFY(!view()->isFollowing());
        // The pane can also go to a time in a log that it has not read yet.
        m_pane->showLog(logOf(0));
        m_pane->goToTime(Start + 30s, {});
        QTRY_COMPARE(view()->currentLine(), LineNumber{150});
        clickRank(1);
        QTRY_COMPARE(lines(), 200);
        Q_EMIT timeline()->timeClicked(Start + 10s, 0);
        QCOMPARE(view()->currentLine(), LineNumber{50});
        QCOMPARE(m_pane->currentSource(), logOf(1));
    }

    void twoRanksInStep()
    {
        for (int step = 0; step < 400; ++step) {
            write(0, 100 * step, "zero " + QByteArray::number(step) + '\n');
            if (step % 2 == 0)
                write(1, 100 * step + 1, "one " + QByteArray::number(step) + '\n');
        }
        open(2);
        QTRY_COMPARE(lines(), 600);
        QVERIFY(m_pane->toggleCompare());
        QTRY_COMPARE(lines(), 400);
        QCOMPARE(m_pane->currentSource(), logOf(0));
        QTRY_VERIFY(compared() && compared()->document()->lineCount() == 200);
        QTRY_VERIFY(compared()->visibleText().endsWith(u"one 398"_s));
        QVERIFY(compared()->isFollowing());
        QTest::keyClick(view(), Qt::Key_Home);
        QTRY_VERIFY(text().startsWith(u"zero 0\n"_s));
        QTRY_VERIFY2(compared()->visibleText().startsWith(u"one 0\n"_s), qPrintable(compared()->visibleText()));
        view()->goTo({200});
        QTRY_VERIFY(text().contains(u"zero 200\n"_s));
        const auto firstStep = [](const QString &shown) { return shown.section(u'\n', 0, 0).section(u' ', 1).toInt(); };
        QTRY_VERIFY(std::abs(firstStep(text()) - firstStep(compared()->visibleText())) <= 1);
        // The other log now scrolls the first one.
        QTest::keyClick(compared(), Qt::Key_Home);
        QTest::keyClick(compared(), Qt::Key_Down);
        QTRY_VERIFY(compared()->visibleText().startsWith(u"one 2\n"_s));
        QTRY_VERIFY2(text().startsWith(u"zero 3\n"_s), qPrintable(text()));
        QVERIFY(m_pane->toggleCompare());
        QVERIFY(!m_pane->findChild<QWidget *>(u"logCompare"_s)->isVisible());
    }

    void findAndFilterActOnBothLogs()
    {
        for (int step = 0; step < 100; ++step) {
            write(0, 20 * step, "zero " + QByteArray::number(step) + (step == 70 ? " wanted\n" : "\n"));
            write(1, 20 * step, "one " + QByteArray::number(step) + (step % 40 == 30 ? " wanted\n" : "\n"));
        }
        open(2);
        QTRY_COMPARE(lines(), 200);
        QVERIFY(m_pane->toggleCompare());
        QTRY_VERIFY(compared() && compared()->document()->lineCount() == 100);
        m_pane->focusFilter();
        auto *filter = m_pane->findChild<QLineEdit *>(u"filterEdit"_s);
        QTest::keyClicks(filter, u"wanted"_s);
        QTRY_COMPARE(text(), u"zero 70 wanted"_s);
        QTRY_COMPARE(compared()->visibleText(), u"one 30 wanted\none 70 wanted"_s);
        QTest::keyClick(filter, Qt::Key_Escape);
        QTRY_VERIFY(text().contains(u"\nzero 71"_s));
        QTRY_VERIFY(compared()->visibleText().contains(u"\none 71"_s));

        // Find continues in the log that had the keyboard focus.
        compared()->setFocus();
        m_pane->find();
        auto *find = m_pane->findChild<QLineEdit *>(u"findEdit"_s);
        QTest::keyClicks(find, u"wanted"_s);
        QTRY_VERIFY(compared()->currentLine().has_value());
        const auto first = compared()->currentLine();
        QTest::keyClick(find, Qt::Key_Return);
        QTRY_VERIFY(compared()->currentLine() != first);
        QVERIFY(!view()->currentLine());
        view()->setFocus();
        m_pane->find();
        // The search may not have reached the only match yet.
        QTRY_VERIFY((QTest::keyClick(find, Qt::Key_Return), view()->currentLine() == LineNumber{70}));
        // Find also searches a log that is shown later.
        m_pane->showLog(logOf(1));
        QTRY_VERIFY((QTest::keyClick(find, Qt::Key_Return), view()->currentLine().has_value()));
    }

    void readLinesStayWhenRanksAreRemoved()
    {
        for (int step = 0; step < 200; ++step) {
            for (int rank = 0; rank < 2; ++rank)
                write(rank, 10 * step + rank, QByteArray::number(rank) + " step " + QByteArray::number(step) + '\n');
        }
        open(2);
        QTRY_COMPARE(lines(), 400);
        QTRY_VERIFY(text().endsWith(u"1 step 199"_s));
        view()->showFromLine({200});
        QTRY_VERIFY2(text().startsWith(u"0 step 100\n1 step 100"_s), qPrintable(text()));
        list()->setMuted(RankLogs{1}, true);
        QTRY_VERIFY2(text().startsWith(u"0 step 100\n0 step 101"_s), qPrintable(text()));
        list()->setMuted(RankLogs{1}, false);
        QTRY_VERIFY2(text().startsWith(u"0 step 100\n1 step 100"_s), qPrintable(text()));
        QVERIFY(!view()->isFollowing());
    }
};

QTEST_MAIN(TestLogPaneRanks)
#include "tst_logpaneranks.moc"
