// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/wait.h"
#include "tests/ui/windowfixture.h"
#include "ui/pages/pageview.h"
#include "ui/settings/settings.h"
#include "ui/shell/history.h"
#include "ui/shell/look.h"
#include "ui/shell/notices.h"
#include "ui/shell/pages.h"
#include "ui/shell/rail.h"
#include "ui/shell/screenshots.h"
#include "ui/shell/stallwatch.h"
#include "ui/shell/windowactions.h"
#include "ui/theme/theme.h"
#include "ui/widgets/elidedlabel.h"

#include <QComboBox>
#include <QDeadlineTimer>
#include <QDialog>
#include <QDir>
#include <QImage>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>
#include <QThread>

#include <algorithm>
#include <utility>

using namespace Roost;
using namespace Roost::Ui;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using Testing::inDialog;
using Testing::keep;
using Testing::Setup;

class TestShell : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        Testing::useOwnSettings();
        Settings::instance().set(Preferences::theme, u"light"_s);
        installLook();
    }
    void historyGoesBackAndForward();
    void keysOpenEachPage();
    void backAndForward();
    void aNewRunContinuesInTheOpenWizard();
    void namesDoNotReverseTheText();
    void theSwitcherOffersAllWaysToOpen();
    void theWindowsAreRestored();
    void countsOnTheRail();
    void railCollapses();
    void noticesCloseAndStay();
    void aRunThatEndsIsReported();
    void aFirstWindowFitsTheScreenWithItsFrame();
    void newWindowSharesTheSession();
    void settingsAreKept();
    void cheatSheetHasEveryKey();
    void everyControlHasNames();
    void themesReachEveryPage();
    void screenshotsAreWritten();
    void stallsAreMeasured();
};

void TestShell::historyGoesBackAndForward()
{
    History history;
    const Location home{u"home"_s, {}, {}};
    const Location runs{u"runs"_s, {}, {}};
    const Location run{u"run"_s, u"a"_s, {}};
    history.go(home);
    history.go(home);
    QVERIFY(!history.canGoBack());
    history.go(runs);
    history.go(run);
    QCOMPARE(history.back(), runs);
    QCOMPARE(history.back(), home);
    QVERIFY(!history.canGoBack());
    QCOMPARE(history.forward(), runs);
    history.go(home);
    QVERIFY(!history.canGoForward());
}

void TestShell::keysOpenEachPage()
{
    Setup setup;
    int key = Qt::Key_1;
    for (const PageSpec &spec : railPages()) {
        QTest::keyClick(setup.window, Qt::Key(key++), Qt::ControlModifier);
        QCOMPARE(setup.window->location().page, spec.id);
        QVERIFY(setup.window->page()->isVisible());
        auto *button = setup.window->findChild<RailButton *>(u"rail_"_s + spec.id);
        QVERIFY(button && button->isChecked());
    }
    QTest::keyClick(setup.window, Qt::Key_N, Qt::ControlModifier);
    QCOMPARE(setup.window->location().page, u"submit"_s);
    QTest::keyClick(setup.window, Qt::Key_F5);
    QTest::keyClick(setup.window, Qt::Key_F8);
}

void TestShell::backAndForward()
{
    Setup setup;
    setup.window->go(Location::runs());
    setup.window->go(Location::run(u"calm-finch-3"_s));
    QCOMPARE(setup.window->location(), (Location{u"run"_s, u"calm-finch-3"_s, {}}));
    QVERIFY(setup.window->findChild<RailButton *>(u"rail_runs"_s)->isChecked());
    QTest::keyClick(setup.window, Qt::Key_Left, Qt::AltModifier);
    QCOMPARE(setup.window->location().page, u"runs"_s);
    QTest::keyClick(setup.window, Qt::Key_Left, Qt::AltModifier);
    QCOMPARE(setup.window->location().page, u"home"_s);
    QTest::keyClick(setup.window, Qt::Key_Right, Qt::AltModifier);
    QCOMPARE(setup.window->location().page, u"runs"_s);
}

void TestShell::aNewRunContinuesInTheOpenWizard()
{
    Setup setup;
    const auto name = [&] { return setup.window->page()->findChild<QLineEdit *>(u"displayName"_s); };
    setup.window->openWizard();
    QTest::keyClicks(name(), u"mine"_s);
    setup.window->go(Location::home());
    QTest::keyClick(setup.window, Qt::Key_N, Qt::ControlModifier);
    QCOMPARE(name()->text(), u"mine"_s);
    Job prefill;
    prefill.displayName = u"sample"_s;
    setup.window->go(Location::home());
    setup.window->openWizard(prefill);
    QCOMPARE(name()->text(), u"mine"_s);
    QTest::mouseClick(setup.window->page()->findChild<QPushButton *>(u"confirmYes"_s), Qt::LeftButton);
    QCOMPARE(name()->text(), u"sample"_s);
}

// "toor" and an override character that would reverse all text after it.
void TestShell::namesDoNotReverseTheText()
{
    Setup setup;
    setup.provider.content.runs[3].displayName = u"toor\u202Ebirds"_s;
    setup.window->go(Location::run(setup.provider.content.runs.at(3).id));
    QTRY_VERIFY(setup.window->windowTitle().contains(u"toor"_s));
    QCOMPARE(setup.window->windowTitle(), u"\u2068toorbirds\u2069 – Birds"_s);
}

void TestShell::theSwitcherOffersAllWaysToOpen()
{
    Setup setup;
    setup.provider.content.info.name = u"R&D"_s;
    QMenu *menu = setup.window->findChild<Rail *>()->switcher()->menu();
    QTRY_VERIFY(setup.window->workspace()->session.isInfoKnown());
    setup.window->workspace()->session.refresh();
    QTRY_COMPARE(setup.window->workspace()->session.title(), u"R&D"_s);
    Q_EMIT menu->aboutToShow();
    QStringList texts;
    for (const QAction *action : menu->actions())
        texts += action->text();
    QVERIFY2(texts.first().startsWith(u"R&&D"_s), qPrintable(texts.join(u'\n')));
    QVERIFY(texts.contains(u"Open MLflow server…"_s));
    QVERIFY(setup.window->findChild<Rail *>()->switcher()->text().contains(u"R&&D"_s));
}

void TestShell::theWindowsAreRestored()
{
    Testing::FakeProvider provider;
    {
        Windows windows(provider);
        windows.open(u"/tmp/birds"_s, {u"run"_s, u"calm-finch-3"_s, {}});
        windows.open(u"/tmp/birds"_s, {u"models"_s, {}, {}});
        windows.quit();
    }
    Windows windows(provider);
    windows.restore();
    QStringList pages;
    for (const MainWindow *window : windows.all())
        pages += window->location().page + u'/' + window->location().name;
    QCOMPARE(pages, (QStringList{u"run/calm-finch-3"_s, u"models/"_s}));
    // A window that was closed earlier is not restored; the last window is.
    for (MainWindow *window : windows.all())
        window->close();
    Windows again(provider);
    again.restore();
    QCOMPARE(again.all().size(), 1);
    QCOMPARE(again.all().first()->location().page, u"models"_s);
}

void TestShell::countsOnTheRail()
{
    Setup setup;
    auto *runs = setup.window->findChild<RailButton *>(u"rail_runs"_s);
    QTRY_COMPARE(runs->count(), 2);
}

void TestShell::railCollapses()
{
    Setup setup;
    auto *rail = setup.window->findChild<Rail *>();
    const int wide = rail->width();
    setup.window->resize(900, 700);
    QTRY_VERIFY(rail->width() < wide / 2);
    setup.window->resize(1280, 800);
    QTRY_COMPARE(rail->width(), wide);
}

void TestShell::noticesCloseAndStay()
{
    Setup setup;
    auto *notices = setup.window->findChild<Notices *>();
    bool clicked = false;
    setup.window->notify(u"Saved."_s, Notice::Done, u"Show"_s, [&clicked] { clicked = true; });
    setup.window->notify(Error{ErrorKind::Failed, u"It failed."_s, u"exit code 1"_s});
    QCOMPARE(notices->count(), 2);
    QTest::mouseClick(notices->findChild<QPushButton *>(u"noticeAction"_s), Qt::LeftButton);
    QVERIFY(clicked);
    QCOMPARE(notices->count(), 1);
    QTest::mouseClick(notices->findChild<QPushButton *>(u"noticeCopy"_s), Qt::LeftButton);
    for (int i = 0; i < 10; ++i)
        setup.window->notify(u"Again."_s);
    QVERIFY(notices->count() <= 3);
}

void TestShell::aRunThatEndsIsReported()
{
    Setup setup;
    auto &feed = setup.provider.workspace->changeFeed.onWait;
    QTRY_COMPARE(setup.window->workspace()->activeRuns.runs().size(), 2);
    setup.window->go(Location::models());
    setup.provider.content.runs[0].status = RunStatus::Completed;
    setup.provider.content.runs[0].ended = QDateTime::currentDateTimeUtc();
    QTRY_COMPARE(feed.waiting(), 1);
    feed.resolve(Changes{2, {u"runs/calm-finch-0"_s}, false});
    auto *notices = setup.window->findChild<Notices *>();
    QTRY_COMPARE(notices->count(), 1);
    QTest::mouseClick(notices->findChild<QPushButton *>(u"noticeAction"_s), Qt::LeftButton);
    QCOMPARE(setup.window->location().name, u"calm-finch-0"_s);
}

void TestShell::aFirstWindowFitsTheScreenWithItsFrame()
{
    Setup setup;
    setup.window->close();
    Settings::instance().clear(Preferences::windowGeometry);
    const MainWindow *first = setup.windows.open(u"/tmp/birds"_s);
    const QSize screen = first->screen()->availableSize();
    QVERIFY(first->width() < screen.width());
    QVERIFY(first->height() + 24 < screen.height());
}

void TestShell::newWindowSharesTheSession()
{
    Setup setup;
    setup.window->go(Location::run(u"calm-finch-3"_s), Navigator::Where::NewWindow);
    QCOMPARE(setup.windows.all().size(), 2);
    MainWindow *second = setup.windows.all().last();
    QCOMPARE(second->workspace(), setup.window->workspace());
    QCOMPARE(second->location().name, u"calm-finch-3"_s);
    QCOMPARE(setup.window->location().page, u"home"_s);
    QCOMPARE(setup.window->workspace()->viewers, 2);
    second->close();
    QTRY_COMPARE(setup.windows.all().size(), 1);
    QCOMPARE(setup.window->workspace()->viewers, 1);
}

void TestShell::settingsAreKept()
{
    Setup setup;
    inDialog([](QDialog *dialog) {
        auto *theme = dialog->findChild<QComboBox *>(u"themeChoice"_s);
        keep(dialog, u"settings"_s);
        QTest::keyClick(theme, Qt::Key_End);
        dialog->reject();
    });
    QTest::keyClick(setup.window, Qt::Key_Comma, Qt::ControlModifier);
    QTRY_COMPARE(Theme::scheme(), Theme::Scheme::Dark);
    Theme::choose(Theme::Choice::Light);
    setup.window->go(Location::models());
    setup.window->saveState();
    MainWindow *next = setup.windows.open(u"/tmp/birds"_s);
    QCOMPARE(next->location().page, u"models"_s);
    QCOMPARE(setup.windows.workspaces().recent().first(), u"/tmp/birds"_s);
}

void TestShell::cheatSheetHasEveryKey()
{
    Setup setup;
    QStringList keys;
    for (const CheatSheet::Entry &entry : setup.window->actions().keys())
        keys.append(entry.keys);
    for (const QString &key : {u"Ctrl+K"_s, u"Ctrl+N"_s, u"Ctrl+1"_s, u"Ctrl+5"_s, u"Ctrl+F"_s, u"Ctrl+L"_s, u"F5"_s,
                               u"F8"_s, u"Shift+F8"_s, u"Space"_s, u"Del"_s, u"Alt+Left"_s, u"F1"_s})
        QVERIFY2(keys.contains(key), qPrintable(key));
    bool seen = false;
    inDialog([&seen](QDialog *dialog) {
        keep(dialog, u"keys"_s);
        seen = dialog->objectName() == u"cheatSheet"_s;
        dialog->reject();
    });
    QTest::keyClick(setup.window, Qt::Key_F1);
    QTRY_VERIFY(seen);
}

void TestShell::everyControlHasNames()
{
    Setup setup;
    QList<Location> locations;
    for (const PageSpec &spec : railPages())
        locations.append({spec.id, {}, {}});
    locations.append({u"run"_s, u"calm-finch-0"_s, {}});
    locations.append({u"run"_s, u"calm-finch-4"_s, {}});
    locations.append({u"submit"_s, {}, {}});
    QStringList missing;
    for (const Location &location : locations) {
        setup.window->go(location);
        QTRY_VERIFY2(setup.window->page()->isLoaded(), qPrintable(location.page));
        Testing::drainEvents();
        for (const QString &control : Testing::unnamedControls(setup.window))
            missing.append(location.page + u": "_s + control);
    }
    missing.removeDuplicates();
    QVERIFY2(missing.isEmpty(), qPrintable(u'\n' + missing.join(u'\n')));
}

void TestShell::themesReachEveryPage()
{
    Setup setup;
    for (const PageSpec &spec : railPages()) {
        setup.window->go({spec.id, {}, {}});
        QTRY_VERIFY2(setup.window->page()->isLoaded(), qPrintable(spec.id));
        Theme::choose(Theme::Choice::Dark);
        Testing::drainEvents();
        keep(setup.window, spec.id + u"-dark"_s);
        const QImage dark = setup.window->grab().toImage();
        Theme::choose(Theme::Choice::Light);
        Testing::drainEvents();
        keep(setup.window, spec.id + u"-light"_s);
        const QImage light = setup.window->grab().toImage();
        const auto mean = [](const QImage &image) {
            qint64 sum = 0;
            for (int y = 0; y < image.height(); y += 7) {
                for (int x = 0; x < image.width(); x += 7)
                    sum += qGray(image.pixel(x, y));
            }
            return double(sum) / ((image.height() / 7.0) * (image.width() / 7.0));
        };
        QVERIFY2(mean(dark) < 80, qPrintable(u"%1 in dark: %2"_s.arg(spec.id).arg(mean(dark))));
        QVERIFY2(mean(light) > 200, qPrintable(u"%1 in light: %2"_s.arg(spec.id).arg(mean(light))));
    }
}

void TestShell::screenshotsAreWritten()
{
    Setup setup;
    QTemporaryDir folder;
    Screenshots screenshots(*setup.window, folder.filePath(u"pictures"_s), u"calm-finch-0"_s);
    QSignalSpy finished(&screenshots, &Screenshots::finished);
    screenshots.start();
    QTRY_COMPARE_WITH_TIMEOUT(finished.size(), 1, 60000);
    QCOMPARE(finished.first().at(1).toString(), QString());
    const QStringList files = QDir(folder.filePath(u"pictures"_s)).entryList({u"*.png"_s});
    const auto ofRun = files.filter(u"-run-"_s);
    QCOMPARE(files.size(), railPages().size() + 1 + ofRun.size());
    QCOMPARE(ofRun.size(), 5); // one picture per tab
    QVERIFY2(ofRun.at(1).endsWith("-run-metrics.png"_L1), qPrintable(ofRun.at(1)));
}

void TestShell::stallsAreMeasured()
{
    StallWatch watch;
    // Blocks the event loop until the watch has noticed it. Before the watch starts, with the first turns of the loop,
    // each block is brief.
    const auto isNoticed = [&watch] {
        const QDeadlineTimer moment(400);
        while (watch.longest() < 300ms && !moment.hasExpired())
            QThread::yieldCurrentThread();
        return watch.longest() >= 300ms;
    };
    QTRY_VERIFY(isNoticed());
    QVERIFY(watch.stalls() >= 1);
}

QTEST_MAIN(TestShell)
#include "tst_shell.moc"
