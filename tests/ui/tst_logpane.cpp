// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/items/rankactivity.h"
#include "tests/ui/runscontent.h"
#include "ui/logs/gotobox.h"
#include "ui/logs/highlightmenu.h"
#include "ui/logs/logchips.h"
#include "ui/logs/logpane.h"
#include "ui/logs/logview.h"
#include "ui/logs/ranksframe.h"
#include "ui/parts/tableview.h"
#include "ui/ranks/laneview.h"
#include "ui/ranks/rankslist.h"

#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QSettings>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QToolButton>
#include <QtEndian>

using namespace Roost;
using namespace Roost::Testing;
using namespace Qt::StringLiterals;

namespace {

constexpr qint64 Start = 1'700'000'000'000;

QString rankPath(int rank)
{
    return u"azureml-logs/70_driver_log_%1.txt"_s.arg(rank);
}

} // namespace

/// The logs of a run of several ranks, as a supervisor leaves them on this machine.
class TestLogPane : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<QTemporaryDir> m_folder;
    FakeContent m_content;
    std::shared_ptr<FakeWorkspace> m_workspace;
    std::unique_ptr<WorkspaceSession> m_session;
    RecordingNavigator m_navigator;
    std::unique_ptr<RunDocument> m_run;
    std::unique_ptr<LogPane> m_pane;

    LogView *view() const { return m_pane->currentView(); }
    QString text() const { return view() ? view()->visibleText() : QString(); }
    qint64 lines() const { return view() ? view()->document()->lineCount() : -1; }
    QToolButton *chip(const QString &path) const { return m_pane->findChild<QToolButton *>(u"logChip:"_s + path); }
    RanksList *list() const { return m_pane->findChild<RanksList *>(); }
    LaneView *lanes() const { return m_pane->findChild<LaneView *>(); }
    LogView *beside() const { return m_pane->findChild<QWidget *>(u"logBeside"_s)->findChild<LogView *>(); }
    bool muted(int rank) const { return m_pane->logs()->isMuted(rankPath(rank)); }

    void clickRank(int rank, Qt::KeyboardModifiers modifiers = {}) const
    {
        auto *table = list()->findChild<TableView *>();
        QTRY_VERIFY(table->model()->rowCount() > rank);
        QTest::mouseClick(table->viewport(), Qt::LeftButton, modifiers,
                          table->visualRect(table->model()->index(rank, 0)).center());
    }
    void keyOnRank(int rank, Qt::Key key) const
    {
        auto *table = list()->findChild<TableView *>();
        table->setCurrentIndex(table->model()->index(rank, 0));
        QTest::keyClick(table, key);
    }

    QString status() const { return m_pane->findChild<QLabel *>(u"logStatus"_s)->text(); }

    void write(int rank, qint64 time, const QByteArray &bytes) const
    {
        const QString root = m_folder->filePath(u"runs/calm_finch_42"_s);
        const QString path = root + u'/' + rankPath(rank);
        QVERIFY(QDir().mkpath(QFileInfo(path).path()));
        QFile log(path);
        QVERIFY(log.open(QIODevice::Append));
        log.write(bytes);
        log.close();
        QFile marks(timeIndexFile(root + u"/state"_s, path));
        QVERIFY(QDir().mkpath(QFileInfo(marks.fileName()).path()));
        QVERIFY(marks.open(QIODevice::Append));
        const qint64 pair[2] = {qToLittleEndian(Start + time), qToLittleEndian(QFileInfo(path).size())};
        marks.write(reinterpret_cast<const char *>(pair), sizeof pair);
    }

    void open(int ranks)
    {
        m_content = {};
        fillWithRuns(m_content);
        m_content.info.folder = m_folder->path();
        m_content.files.remove(u"calm_finch_42/azureml-logs/70_driver_log.txt"_s);
        for (int rank = 0; rank < ranks; ++rank)
            m_content.files[u"calm_finch_42/"_s + rankPath(rank)] = "known by name\n";
        m_content.activities = {{u"calm_finch_42"_s, RankActivity(ranks, 40, 1000).error(1, 35'000).make()}};
        m_workspace = std::make_shared<FakeWorkspace>();
        m_content.answer(*m_workspace);
        m_session = openSession(m_workspace);
        QTRY_VERIFY(!m_session->info().folder.isEmpty());
        m_run = std::make_unique<RunDocument>(*m_session, u"calm_finch_42"_s);
        m_pane = std::make_unique<LogPane>(m_run.get(), &m_navigator);
        m_pane->resize(1200, 620);
        m_pane->show();
        QTRY_COMPARE_WITH_TIMEOUT(m_run->ranks()->model()->rowCount(), ranks, 20'000);
    }

    void training(int ranks)
    {
        for (int step = 0; step < 40; ++step) {
            for (int rank = 0; rank < ranks; ++rank) {
                QByteArray line = "epoch 1 step " + QByteArray::number(step) + " loss \x1b[32m" +
                                  QByteArray::number(2.5 / (step + 1) + 0.01 * rank, 'f', 4) + "\x1b[0m lr 0.001\n";
                if (rank == 1 && step == 35)
                    line += "WARNING: the gradient norm is 1250.3\nRuntimeError: CUDA out of memory. Tried to allocate "
                            "2.00 GiB.\n";
                write(rank, 1000 * step + 7 * ((rank * 3) % ranks), line);
            }
        }
    }

private Q_SLOTS:
    void initTestCase()
    {
        QStandardPaths::setTestModeEnabled(true);
        QCoreApplication::setOrganizationName(u"RoostTests"_s);
        Theme::install(Theme::Choice::Light);
    }

    void init()
    {
        QSettings().clear();
        m_folder = std::make_unique<QTemporaryDir>();
    }

    void cleanup()
    {
        m_pane.reset();
        m_run.reset();
        m_session.reset();
        Theme::choose(Theme::Choice::Light);
    }

    void allRanksByTime()
    {
        write(0, 0, "zero a\n");
        write(1, 10, "one a\n");
        write(0, 20, "zero b\n");
        open(2);
        QTRY_COMPARE(m_pane->currentPath(), LogChips::allRanks());
        QTRY_COMPARE(text(), u"zero a\none a\nzero b"_s);
        QVERIFY(chip(LogChips::allRanks())->isChecked());
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
        QVERIFY(!chip(rankPath(1)));
        clickRank(1, Qt::AltModifier);
        QTRY_COMPARE(text(), u"rank 0\nrank 2"_s);
        QVERIFY(muted(1));
        clickRank(1);
        QTRY_COMPARE(text(), u"rank 1"_s);
        QCOMPARE(m_pane->currentPath(), rankPath(1));
        QVERIFY(!chip(LogChips::allRanks())->isChecked());
        QTest::mouseClick(chip(LogChips::allRanks()), Qt::LeftButton);
        QTRY_COMPARE(text(), u"rank 0\nrank 2"_s);
        QVERIFY(list()->solo().isEmpty());
        keyOnRank(1, Qt::Key_M);
        QTRY_COMPARE(text(), u"rank 0\nrank 1\nrank 2"_s);
        for (int rank = 0; rank < 3; ++rank)
            keyOnRank(rank, Qt::Key_M);
        QTRY_COMPARE(m_pane->logs()->mutedPaths().size(), 3);
        QTRY_VERIFY(view()->isHidden());
    }

    void whatTheLogShowsIsWhatTheListShows()
    {
        for (int rank = 0; rank < 3; ++rank)
            write(rank, 10 * rank, "rank " + QByteArray::number(rank) + '\n');
        open(3);
        QTRY_COMPARE(text(), u"rank 0\nrank 1\nrank 2"_s);
        m_pane->showLog(rankPath(2), LineNumber{0});
        QCOMPARE(list()->solo(), RanksList::keyOf(2));
        clickRank(2); // all again
        QTRY_COMPARE(m_pane->currentPath(), LogChips::allRanks());
        QTest::mouseClick(m_pane->findChild<QToolButton *>(u"logRanks"_s), Qt::LeftButton);
        QVERIFY(!list()->isVisible());
        QVERIFY(!lanes()->isVisible());
    }

    void outputAndErrorsOfARankAreOneText()
    {
        QCOMPARE(logTitle(u"logs/x/attempt_0/3/stderr.log"_s), u"Rank 3, stderr"_s);
        QCOMPARE(logTitle(u"azureml-logs/70_driver_log.txt"_s), u"Driver log"_s);
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
        m_run->refresh();
        QTRY_COMPARE_WITH_TIMEOUT(m_pane->logs()->rankPaths().size(), 4, 20'000);
        clickRank(1);
        QTRY_VERIFY2(text().contains(u"stdout.log"_s) && text().contains(u"stderr.log"_s), qPrintable(text()));
        QCOMPARE(list()->solo(), RanksList::keyOf(1));
        QCOMPARE(RanksFrame::rankOf(m_pane->currentPath()), 1);
    }

    void lanesLeadToATime()
    {
        for (int step = 0; step < 200; ++step) {
            for (int rank = 0; rank < 2; ++rank)
                write(rank, 200 * step + rank, QByteArray::number(rank) + " step " + QByteArray::number(step) + '\n');
        }
        open(2);
        QTRY_COMPARE(lines(), 400);
        Q_EMIT lanes()->timeClicked(Start + 20'000, -1);
        QCOMPARE(view()->currentLine(), LineNumber{200});
        Q_EMIT lanes()->timeClicked(Start + 20'000, 1);
        QCOMPARE(view()->currentLine(), LineNumber{201});
        QVERIFY(!view()->isFollowing());
        // Also of a text that is only about to be read.
        m_pane->showLog(rankPath(0));
        m_pane->goToTime(Start + 30'000, -1);
        QTRY_COMPARE(view()->currentLine(), LineNumber{150});
        clickRank(1);
        QTRY_COMPARE(lines(), 200);
        Q_EMIT lanes()->timeClicked(Start + 10'000, 0);
        QCOMPARE(view()->currentLine(), LineNumber{50});
        QCOMPARE(m_pane->currentPath(), rankPath(1));
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
        QVERIFY(m_pane->toggleBeside());
        QTRY_COMPARE(lines(), 400);
        QCOMPARE(m_pane->currentPath(), rankPath(0));
        QTRY_VERIFY(beside() && beside()->document()->lineCount() == 200);
        QTRY_VERIFY(beside()->visibleText().endsWith(u"one 398"_s));
        QVERIFY(beside()->isFollowing());
        QTest::keyClick(view(), Qt::Key_Home);
        QTRY_VERIFY(text().startsWith(u"zero 0\n"_s));
        QTRY_VERIFY2(beside()->visibleText().startsWith(u"one 0\n"_s), qPrintable(beside()->visibleText()));
        view()->goTo({200});
        QTRY_VERIFY(text().contains(u"zero 200\n"_s));
        const auto firstStep = [](const QString &shown) { return shown.section(u'\n', 0, 0).section(u' ', 1).toInt(); };
        QTRY_VERIFY(std::abs(firstStep(text()) - firstStep(beside()->visibleText())) <= 1);
        // Now the other leads.
        QTest::keyClick(beside(), Qt::Key_Home);
        QTest::keyClick(beside(), Qt::Key_Down);
        QTRY_VERIFY(beside()->visibleText().startsWith(u"one 2\n"_s));
        QTRY_VERIFY2(text().startsWith(u"zero 3\n"_s), qPrintable(text()));
        QVERIFY(m_pane->toggleBeside());
        QVERIFY(!m_pane->findChild<QWidget *>(u"logBeside"_s)->isVisible());
    }

    void findAndFilterActOnBothLogs()
    {
        for (int step = 0; step < 100; ++step) {
            write(0, 20 * step, "zero " + QByteArray::number(step) + (step == 70 ? " wanted\n" : "\n"));
            write(1, 20 * step, "one " + QByteArray::number(step) + (step % 40 == 30 ? " wanted\n" : "\n"));
        }
        open(2);
        QTRY_COMPARE(lines(), 200);
        QVERIFY(m_pane->toggleBeside());
        QTRY_VERIFY(beside() && beside()->document()->lineCount() == 100);
        m_pane->focusFilter();
        auto *filter = m_pane->findChild<QLineEdit *>(u"filterEdit"_s);
        QTest::keyClicks(filter, u"wanted"_s);
        QTRY_COMPARE(text(), u"zero 70 wanted"_s);
        QTRY_COMPARE(beside()->visibleText(), u"one 30 wanted\none 70 wanted"_s);
        QTest::keyClick(filter, Qt::Key_Escape);
        QTRY_VERIFY(text().contains(u"\nzero 71"_s));
        QTRY_VERIFY(beside()->visibleText().contains(u"\none 71"_s));

        // The one that had the keyboard is walked through.
        beside()->setFocus();
        m_pane->find();
        auto *find = m_pane->findChild<QLineEdit *>(u"findEdit"_s);
        QTest::keyClicks(find, u"wanted"_s);
        QTRY_VERIFY(beside()->currentLine().has_value());
        const auto first = beside()->currentLine();
        QTest::keyClick(find, Qt::Key_Return);
        QTRY_VERIFY(beside()->currentLine() != first);
        QVERIFY(!view()->currentLine());
        view()->setFocus();
        m_pane->find();
        QTest::keyClick(find, Qt::Key_Return);
        QTRY_COMPARE(view()->currentLine(), LineNumber{70});
        // A log that comes in later is looked through too.
        m_pane->showLog(rankPath(1));
        QTRY_VERIFY((QTest::keyClick(find, Qt::Key_Return), view()->currentLine().has_value()));
    }

    void aFileThatBeganAnewIsMarked()
    {
        write(0, 0, "zero\n");
        write(1, 10, "one\none\n");
        open(2);
        QTRY_COMPARE(lines(), 3);
        clickRank(1);
        QTRY_COMPARE(lines(), 2);
        QCOMPARE(view()->beganAnew({0}), QString());
        QFile file(m_folder->filePath(u"runs/calm_finch_42/"_s + rankPath(1)));
        QVERIFY(file.open(QIODevice::WriteOnly | QIODevice::Truncate));
        file.write("1\n");
        file.close();
        QTRY_COMPARE_WITH_TIMEOUT(text(), u"1"_s, 20'000);
        QVERIFY(view()->beganAnew({0}).startsWith(u"The file began anew at "_s));
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

    void whatIsReadStaysWhenRanksGo()
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
        list()->setMuted(RanksList::keyOf(1), true);
        QTRY_VERIFY2(text().startsWith(u"0 step 100\n0 step 101"_s), qPrintable(text()));
        list()->setMuted(RanksList::keyOf(1), false);
        QTRY_VERIFY2(text().startsWith(u"0 step 100\n1 step 100"_s), qPrintable(text()));
        QVERIFY(!view()->isFollowing());
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
        const QTime time = QDateTime::fromMSecsSinceEpoch(Start + 50'000).time();
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
        Pending<qint64> saving;
        std::optional<qint64> size;
        saving.ask(m_pane->logs()->allRanks()->saveAs(name),
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
        QCOMPARE(m_pane->currentPath(), rankPath(1));
        QVERIFY(m_pane->toggleBeside());
        const auto state = m_pane->saveState();
        m_pane = std::make_unique<LogPane>(m_run.get(), &m_navigator);
        m_pane->resize(1200, 620);
        m_pane->show();
        QCOMPARE(m_pane->currentPath(), LogChips::allRanks());
        QVERIFY(!muted(0));
        m_pane->restoreState(state);
        QCOMPARE(m_pane->currentPath(), rankPath(1));
        QVERIFY(!view()->showsTimes());
        QVERIFY(muted(0));
        QVERIFY(list()->isMuted(RanksList::keyOf(0)));
        QVERIFY(beside());
        QVERIFY(beside()->isVisible());
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
        // Heading and kind of the error are in the colour of failures; letters are smoothed.
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

    void looks_data()
    {
        QTest::addColumn<int>("ranks");
        QTest::addColumn<Theme::Choice>("theme");
        QTest::newRow("log-4-light") << 4 << Theme::Choice::Light;
        QTest::newRow("log-4-dark") << 4 << Theme::Choice::Dark;
        QTest::newRow("log-64-light") << 64 << Theme::Choice::Light;
        QTest::newRow("log-64-dark") << 64 << Theme::Choice::Dark;
    }

    void looks()
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
            QVERIFY(m_pane->toggleBeside());
            m_pane->goToTime(Start + 20'000, -1);
            QTest::qWait(200);
            grabTo(*m_pane, QString::fromLatin1(QTest::currentDataTag()) + u"-beside"_s);
        }
    }
};

QTEST_MAIN(TestLogPane)
#include "tst_logpane.moc"
