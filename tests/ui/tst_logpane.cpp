// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/wait.h"
#include "tests/ui/logpanefixture.h"
#include "ui/logs/gotobox.h"
#include "ui/logs/highlightmenu.h"
#include "ui/widgets/bar.h"
#include "ui/widgets/emptystate.h"

#include <QAction>
#include <QLineEdit>

using namespace Roost;
using namespace Roost::Testing;
using namespace Roost::Items;
using namespace Roost::Logs;
using namespace Roost::Ui;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

/// The actions of the pane on any log: find, filter, go to, mark, save.
class TestLogPane : public QObject, LogPaneFixture
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { setUpOnce(); }
    void init() { setUp(); }
    void cleanup() { tearDown(); }

    void logsThatCannotBeListedAreAnErrorWithARetry()
    {
        write(0, 0, "zero\n");
        write(1, 10, "one\n");
        open(2);
        QTRY_COMPARE(lines(), 2);
        auto *bar = m_pane->findChild<ErrorBar *>();
        QVERIFY(!bar->isVisible());
        const auto list = m_workspace->history.onLogs.always;
        m_workspace->history.onLogs.always = [](const QString &) -> Result<QList<FileRef>> {
            return failure(ErrorKind::Unreachable, u"No answer."_s);
        };
        m_pane.reset();
        m_run = std::make_unique<OpenRun>(*m_session, u"calm_finch_42"_s);
        openPane();
        bar = m_pane->findChild<ErrorBar *>();
        QTRY_VERIFY(bar->isVisible());
        QVERIFY(!m_pane->findChild<EmptyState *>()->isVisible());
        grabTo(*m_pane, u"log-unlisted"_s);
        m_workspace->history.onLogs.always = list;
        Q_EMIT bar->retry();
        QTRY_COMPARE(text(), u"zero\none"_s);
        QTRY_VERIFY(!bar->isVisible());
    }

    void aRestartedFileIsMarked()
    {
        write(0, 0, "zero\n");
        write(1, 10, "one\none\n");
        open(2);
        QTRY_COMPARE(lines(), 3);
        clickRank(1);
        QTRY_COMPARE(lines(), 2);
        QCOMPARE(view()->restartNote({0}), QString());
        QFile file(m_folder->filePath(u"runs/calm_finch_42/"_s + rankPath(1)));
        QVERIFY(file.open(QIODevice::WriteOnly | QIODevice::Truncate));
        file.write("1\n");
        file.close();
        QTRY_COMPARE_WITH_TIMEOUT(text(), u"1"_s, 20'000);
        QVERIFY(view()->restartNote({0}).startsWith(u"The file started again at "_s));
        grabTo(*m_pane, u"log-anew"_s);
    }

    void errorsOfAllRanksAreWalked()
    {
        write(0, 0, "fine\n");
        write(1, 5, "ValueError: one\n");
        write(0, 10, "fine\nRuntimeError: zero\n");
        open(2);
        QTRY_COMPARE(lines(), 4);
        QTRY_COMPARE(view()->document()->errorLines().size(), 2);
        QVERIFY(m_pane->walkErrors(1));
        QCOMPARE(view()->currentLine(), LineNumber{1});
        QVERIFY(m_pane->walkErrors(1));
        QCOMPARE(view()->currentLine(), LineNumber{3});
        QVERIFY(m_pane->walkErrors(-1));
        QCOMPARE(view()->currentLine(), LineNumber{1});
    }

    void findAndInvertedFilter()
    {
        write(0, 0, "alpha\nbeta\n");
        write(1, 5, "alpha two\ngamma\n");
        open(2);
        QTRY_COMPARE(lines(), 4);
        m_pane->focusFilter();
        auto *edit = m_pane->findChild<QLineEdit *>(u"filterEdit"_s);
        QTest::keyClicks(edit, u"alpha"_s);
        QTRY_COMPARE(text(), u"alpha\nalpha two"_s);
        QTest::mouseClick(m_pane->findChild<QToolButton *>(u"filterNot"_s), Qt::LeftButton);
        QTRY_COMPARE(text(), u"beta\ngamma"_s);
        write(0, 10, "delta\nalpha again\n");
        QTRY_COMPARE(text(), u"beta\ngamma\ndelta"_s);
        QTest::keyClick(edit, Qt::Key_Escape);
        QTRY_COMPARE(lines(), 6);
        QTRY_VERIFY(text().startsWith(u"alpha\nbeta"_s));
    }

    void goToLineAndTime()
    {
        for (int step = 0; step < 300; ++step)
            write(step % 2, 1000 * step, "step " + QByteArray::number(step) + '\n');
        open(2);
        QTRY_COMPARE(lines(), 300);
        LogText &shown = *view()->document();
        const auto place = [&](const QString &wish) { return placeInLog(wish, shown, {0}).value_or(LineNumber{-1}); };
        QCOMPARE(place(u"12"_s), LineNumber{11});
        QCOMPARE(place(u"+2m"_s), LineNumber{120});
        QCOMPARE(place(u"+1.5 s"_s), LineNumber{2});
        QCOMPARE(placeInLog(u"-20s"_s, shown, {100}).value_or(LineNumber{-1}), LineNumber{80});
        const QTime time = toDateTime(Start + 50s).toLocalTime().time();
        QCOMPARE(place(time.toString(u"H:mm:ss.zzz"_s)), LineNumber{50});
        for (const auto &wish : {u"301"_s, u"0"_s, u"soon"_s, u""_s, u"+3 parsecs"_s}) {
            const auto none = placeInLog(wish, shown, {0});
            QVERIFY2(!none && !none.error().isEmpty(), qPrintable(wish));
        }
        m_pane->goToPlace();
        auto *box = m_pane->findChild<GoToBox *>(u"goToBox"_s);
        QTRY_VERIFY(box->isVisible());
        auto *edit = box->findChild<QLineEdit *>(u"goToEdit"_s);
        QTest::keyClicks(edit, u"nowhere"_s);
        QTest::keyClick(edit, Qt::Key_Return);
        QVERIFY(box->isVisible());
        edit->clear();
        QTest::keyClicks(edit, u"150"_s);
        QTest::keyClick(edit, Qt::Key_Return);
        QVERIFY(!box->isVisible());
        QCOMPARE(view()->currentLine(), LineNumber{149});
        QVERIFY(!view()->isFollowing());
        QTRY_VERIFY(text().contains(u"step 149\n"_s));
    }

    void highlightsAreKept()
    {
        HighlightMenu menu;
        menu.add({u"loss"_s, false, true});
        menu.add({u"ep.ch"_s, true, false});
        menu.add({u"loss"_s, false, true});
        QCOMPARE(menu.highlights().size(), 2);
        HighlightMenu later;
        QCOMPARE(later.highlights(), menu.highlights());
        Q_EMIT later.aboutToShow();
        for (QAction *action : later.actions()) {
            if (action->text() == u"loss"_s)
                action->trigger();
        }
        QCOMPARE(later.highlights().size(), 1);
        QCOMPARE(HighlightMenu().highlights(), later.highlights());
    }

    void savedAsOneText()
    {
        write(0, 0, "zero\n");
        write(1, 10, "one\n");
        write(0, 20, "zero again\n");
        open(2);
        QTRY_COMPARE(lines(), 3);
        const QString name = m_folder->filePath(u"all.txt"_s);
        PendingReply<qint64> saving;
        std::optional<qint64> size;
        saving.watch(m_pane->logs()->allRanks()->saveAs(name),
                     [&](Result<qint64> result) { size = result.value_or(-1); });
        QTRY_VERIFY(size);
        QFile file(name);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(file.readAll(), "[0] zero\n[1] one\n[0] zero again\n");
        QCOMPARE(*size, file.size());
    }

    void theStateComesBack()
    {
        for (int rank = 0; rank < 3; ++rank)
            write(rank, rank, "rank\n");
        open(3);
        QTRY_COMPARE(lines(), 3);
        QTest::mouseClick(m_pane->findChild<QToolButton *>(u"logTimes"_s), Qt::LeftButton);
        keyOnRank(0, Qt::Key_M);
        QVERIFY(muted(0));
        keyOnRank(1, Qt::Key_Space);
        QCOMPARE(m_pane->currentSource(), logOf(1));
        QVERIFY(m_pane->toggleCompare());
        const auto state = m_pane->saveState();
        openPane();
        QCOMPARE(m_pane->currentSource(), LogSource(AllRanks{}));
        QVERIFY(!muted(0));
        m_pane->restoreState(state);
        QCOMPARE(m_pane->currentSource(), logOf(1));
        QVERIFY(!view()->showsTimes());
        QVERIFY(muted(0));
        QVERIFY(list()->isMuted(RankLogs{0}));
        QVERIFY(compared());
        QVERIFY(compared()->isVisible());
    }

    void tracebacksAreColoured_data()
    {
        QTest::addColumn<Theme::Choice>("theme");
        QTest::newRow("log-traceback-light") << Theme::Choice::Light;
        QTest::newRow("log-traceback-dark") << Theme::Choice::Dark;
    }

    void tracebacksAreColoured()
    {
        QFETCH(Theme::Choice, theme);
        Theme::choose(theme);
        for (int step = 0; step < 6; ++step) {
            write(0, 1000 * step,
                  "2026-11-25 14:23:0" + QByteArray::number(step) + ",120 INFO train: epoch 1 step " +
                      QByteArray::number(step) + " loss 0.25\n");
            write(1, 1000 * step + 5, "2026-11-25 14:23:0" + QByteArray::number(step) + ",125 WARNING train: slow\n");
        }
        write(1, 6000,
              "[rank1]: Traceback (most recent call last):\n"
              "[rank1]:   File \"/home/ada/birds/train.py\", line 112, in <module>\n"
              "[rank1]:     main()\n"
              "[rank1]:   File \"/home/ada/birds/train.py\", line 87, in main\n"
              "[rank1]:     for image, label in loader: return table['great tit', 3]  # a bird\n"
              "[rank1]:                                        ~~~~~^^^^^^^^^^^^^^^^\n"
              "[rank1]: KeyError: ('great tit', 3)\n"
              "x.py:3: UserWarning: this is old\n");
        open(2);
        QTRY_COMPARE(lines(), 20);
        QTRY_VERIFY(text().contains(u"KeyError"_s));
        grabTo(*m_pane, QString::fromLatin1(QTest::currentDataTag()));
        // The heading and the type of the error have the colour of failures; letters are antialiased.
        const QImage picture = view()->viewport()->grab().toImage();
        const QColor failed = Theme::color(Theme::Role::Failed);
        int reds = 0;
        for (int y = 0; y < picture.height(); ++y) {
            for (int x = 150; x < picture.width() - 20; ++x) {
                const QColor pixel = picture.pixelColor(x, y);
                const int away = std::abs(pixel.red() - failed.red()) + std::abs(pixel.green() - failed.green()) +
                                 std::abs(pixel.blue() - failed.blue());
                reds += away < 90 ? 1 : 0;
            }
        }
        QVERIFY2(reds > 50, qPrintable(QString::number(reds)));
    }

    void picturesAreSaved_data()
    {
        QTest::addColumn<int>("ranks");
        QTest::addColumn<Theme::Choice>("theme");
        QTest::newRow("log-4-light") << 4 << Theme::Choice::Light;
        QTest::newRow("log-4-dark") << 4 << Theme::Choice::Dark;
        QTest::newRow("log-64-light") << 64 << Theme::Choice::Light;
        QTest::newRow("log-64-dark") << 64 << Theme::Choice::Dark;
    }

    void picturesAreSaved()
    {
        QFETCH(int, ranks);
        QFETCH(Theme::Choice, theme);
        Theme::choose(theme);
        training(ranks);
        HighlightMenu().add({u"loss"_s, false, true});
        open(ranks);
        QTRY_COMPARE_WITH_TIMEOUT(lines(), 40 * ranks + 2, 30'000);
        QTRY_COMPARE_WITH_TIMEOUT(view()->document()->errorLines().size(), 1, 30'000);
        QVERIFY(m_pane->walkErrors(1));
        QTRY_VERIFY(text().contains(u"RuntimeError: CUDA out of memory"_s));
        QTRY_VERIFY(!status().contains(u"reading"_s));
        grabTo(*m_pane, QString::fromLatin1(QTest::currentDataTag()));
        if (ranks == 4) {
            QVERIFY(m_pane->toggleCompare());
            m_pane->goToTime(Start + 20s, {});
            drainEvents();
            grabTo(*m_pane, QString::fromLatin1(QTest::currentDataTag()) + u"-beside"_s);
        }
    }
};

QTEST_MAIN(TestLogPane)
#include "tst_logpane.moc"
