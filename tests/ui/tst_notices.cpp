// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/wait.h"
#include "tests/ui/windowfixture.h"
#include "ui/pages/pageview.h"
#include "ui/shell/notices.h"
#include "ui/theme/theme.h"
#include "ui/widgets/elidedlabel.h"

#include <QAbstractButton>
#include <QApplication>
#include <QCoreApplication>
#include <QLineEdit>
#include <QTest>
#include <QTimer>

using namespace Roost;
using namespace Roost::Ui;
using namespace Qt::StringLiterals;
using Testing::keep;
using Testing::Setup;

namespace {

const QString longText =
    u"sad-crow-13 failed: Rank 1 ended with exit code 1: RuntimeError: CUDA out of memory. Tried to allocate "
    "2.00 GiB. GPU 0 has a total capacity of 23.6 GiB of which 1.2 GiB is free. Process 4711 has 22.4 GiB in use."_s;

Notices *noticesOf(const Setup &setup)
{
    return setup.window->findChild<Notices *>();
}

QWidgetList cards(const Setup &setup)
{
    QWidgetList shown = noticesOf(setup)->findChildren<QWidget *>(u"notice"_s);
    shown.removeIf([](const QWidget *card) { return card->isHidden(); });
    return shown;
}

QWidget *part(const QWidget *card, const QString &name)
{
    auto *found = card->findChild<QWidget *>(name);
    if (!found)
        qFatal("no %s", qPrintable(name));
    return found;
}

QRect inWindow(const QWidget *widget)
{
    return {widget->mapTo(widget->window(), QPoint(0, 0)), widget->size()};
}

// Ends the display time of a card immediately.
void end(const QWidget *card)
{
    for (QTimer *timer : card->findChildren<QTimer *>())
        timer->start(0);
    Testing::drainEvents();
}

} // namespace

/// The messages that the window shows over a page.
class TestNotices : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        Testing::useOwnSettings();
        Theme::install(Theme::Choice::Light);
    }
    void thePageDoesNotMove();
    void theyAreSmallWithTheWholeTextAsToolTip();
    void theNewestIsTheLowestAndFailuresStay();
    void closingOneRestoresTheFocus();
    void aMessageUnderTheMouseStays();
    void aVisibleRunNeedsNoNotice();
    void theButtonsOfTheWizardStayFree();
    void aKeyWithoutUseShowsAMessageInTheStatusLine();
};

void TestNotices::thePageDoesNotMove()
{
    Setup setup;
    setup.window->go(Location::runs());
    QTRY_VERIFY(setup.window->page()->isLoaded());
    QCoreApplication::processEvents();
    const QRect before = inWindow(setup.window->page());
    for (int i = 0; i < 3; ++i)
        setup.window->notify(longText, Notice::Warning, u"Open run"_s, [] {});
    setup.window->notify(u"Saved in /home/jana/birds/outputs."_s, Notice::Done);
    QCoreApplication::processEvents();
    QCOMPARE(inWindow(setup.window->page()), before);
    QCOMPARE(noticesOf(setup)->count(), 3);
    QVERIFY(noticesOf(setup)->isVisible());
}

void TestNotices::theyAreSmallWithTheWholeTextAsToolTip()
{
    Setup setup;
    setup.window->notify(longText, Notice::Warning, u"Open run"_s, [] {});
    setup.window->notify(u"Saved in /home/jana/birds/outputs."_s, Notice::Done);
    setup.window->notify(Error{ErrorKind::Failed, longText, u"Traceback"_s});
    for (const QSize size : {QSize(1280, 800), QSize(720, 480)}) {
        setup.window->resize(size);
        Testing::drainEvents();
        const QRect whole = inWindow(noticesOf(setup));
        QVERIFY(whole.width() <= 420);
        QVERIFY(whole.right() < setup.window->width() && whole.top() > 0);
        QVERIFY(whole.bottom() < inWindow(setup.window->findChild<QWidget *>(u"statusLine"_s)).top());
        for (const QWidget *card : cards(setup)) {
            const QWidget *text = part(card, u"noticeText"_s);
            QVERIFY(text->height() <= 2 * text->fontMetrics().lineSpacing());
        }
    }
    QCOMPARE(part(cards(setup).at(0), u"noticeText"_s)->toolTip(), longText);
    QCOMPARE(Testing::unnamedControls(noticesOf(setup)), QStringList());
    setup.window->resize(1280, 800);
    Testing::drainEvents();
    keep(setup.window, u"notices-light"_s);
    Theme::choose(Theme::Choice::Dark);
    Testing::drainEvents();
    keep(setup.window, u"notices-dark"_s);
    Theme::choose(Theme::Choice::Light);
}

void TestNotices::theNewestIsTheLowestAndFailuresStay()
{
    Setup setup;
    setup.window->notify(Error{ErrorKind::Failed, u"It failed."_s, {}});
    setup.window->notify(u"One."_s);
    setup.window->notify(u"Two."_s);
    setup.window->notify(u"Three."_s);
    QCoreApplication::processEvents();
    QWidgetList shown = cards(setup);
    std::ranges::sort(shown, {}, [](const QWidget *card) { return card->y(); });
    QStringList texts;
    for (const QWidget *card : shown)
        texts += card->accessibleName();
    QCOMPARE(texts, (QStringList{u"It failed."_s, u"Two."_s, u"Three."_s}));
}

void TestNotices::closingOneRestoresTheFocus()
{
    Setup setup;
    setup.window->go(Location::runs());
    QTRY_VERIFY(setup.window->page()->isLoaded());
    QTest::keyClick(setup.window, Qt::Key_L, Qt::ControlModifier);
    const QWidget *field = QApplication::focusWidget();
    QCOMPARE(field->objectName(), u"runsFilterText"_s);
    setup.window->notify(u"Saved."_s, Notice::Done);
    QCOMPARE(QApplication::focusWidget(), field);
    QTest::mouseClick(part(cards(setup).first(), u"noticeClose"_s), Qt::LeftButton);
    QCOMPARE(noticesOf(setup)->count(), 0);
    QVERIFY(noticesOf(setup)->isHidden());
    QCOMPARE(QApplication::focusWidget(), field);

    // The same with keys only.
    setup.window->notify(u"Saved."_s, Notice::Done);
    QTest::keyClick(setup.window, Qt::Key_F6);
    QVERIFY(noticesOf(setup)->isAncestorOf(QApplication::focusWidget()));
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Escape);
    QCOMPARE(noticesOf(setup)->count(), 0);
    QCOMPARE(QApplication::focusWidget(), field);
    QTest::keyClick(setup.window, Qt::Key_F6);
    QCOMPARE(QApplication::focusWidget(), field);

    // The widget that had the focus is not visible any more.
    setup.window->notify(u"Saved."_s, Notice::Done);
    QTest::keyClick(setup.window, Qt::Key_F6);
    setup.window->go(Location::models());
    QTRY_VERIFY(setup.window->page()->isLoaded());
    QTest::keyClick(setup.window, Qt::Key_F6);
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Escape);
    QTRY_VERIFY(setup.window->page()->isAncestorOf(QApplication::focusWidget()));
}

void TestNotices::aMessageUnderTheMouseStays()
{
    Setup setup;
    setup.window->go(Location::runs());
    QTRY_VERIFY(setup.window->page()->isLoaded());
    setup.window->notify(u"Saved."_s, Notice::Done);
    QTest::keyClick(setup.window, Qt::Key_F6);
    end(cards(setup).first());
    QCOMPARE(noticesOf(setup)->count(), 1);
    setup.window->page()->setFocus();
    end(cards(setup).first());
    QCOMPARE(noticesOf(setup)->count(), 0);
    setup.window->notify(u"Saved again."_s, Notice::Done);
    QTRY_COMPARE(cards(setup).size(), 1);
    QWidget *card = cards(setup).first();
    card->setAttribute(Qt::WA_UnderMouse);
    end(card);
    QCOMPARE(noticesOf(setup)->count(), 1);
    card->setAttribute(Qt::WA_UnderMouse, false);
    end(card);
    QCOMPARE(noticesOf(setup)->count(), 0);
}

void TestNotices::aVisibleRunNeedsNoNotice()
{
    Setup setup;
    auto &feed = setup.provider.workspace->changeFeed.onWait;
    QTRY_COMPARE(setup.window->workspace()->activeRuns.runs().size(), 2);
    for (Run &run : setup.provider.content.runs) {
        if (!isTerminal(run.status)) {
            run.status = RunStatus::Completed;
            run.ended = QDateTime::currentDateTimeUtc();
        }
    }
    QTRY_COMPARE(feed.waiting(), 1);
    feed.resolve(Changes{2, {u"runs/calm-finch-0"_s, u"runs/calm-finch-1"_s}, false});
    QTRY_COMPARE(noticesOf(setup)->count(), 2);
    setup.window->go(Location::run(u"calm-finch-0"_s));
    QCOMPARE(noticesOf(setup)->count(), 1);
    setup.window->go(Location::runs());
    QCOMPARE(noticesOf(setup)->count(), 1);
    setup.window->go(Location::run(u"calm-finch-1"_s));
    QCOMPARE(noticesOf(setup)->count(), 0);
}

void TestNotices::theButtonsOfTheWizardStayFree()
{
    Setup setup;
    setup.window->openWizard();
    QTRY_VERIFY(setup.window->page()->isLoaded());
    setup.window->notify(longText, Notice::Warning, u"Open run"_s, [] {});
    Testing::drainEvents();
    const auto *next = setup.window->page()->findChild<QAbstractButton *>(u"next"_s);
    QVERIFY(!inWindow(noticesOf(setup)).intersects(inWindow(next)));
    keep(setup.window, u"notices-wizard"_s);
}

void TestNotices::aKeyWithoutUseShowsAMessageInTheStatusLine()
{
    Setup setup;
    const auto said = [&setup] { return setup.window->findChild<ElidedLabel *>(u"statusSummary"_s)->text(); };
    setup.window->go(Location::models());
    QTest::keyClick(setup.window, Qt::Key_G, Qt::ControlModifier);
    QCOMPARE(said(), u"There are no lines on this page."_s);
    QCOMPARE(noticesOf(setup)->count(), 0);
    keep(setup.window, u"hint"_s);
    // The message is about that page.
    setup.window->go(Location::home());
    QVERIFY(said() != u"There are no lines on this page."_s);
    QTest::keyClick(setup.window, Qt::Key_G, Qt::ControlModifier);
    QTRY_VERIFY(said() != u"There are no lines on this page."_s);
}

QTEST_MAIN(TestNotices)
#include "tst_notices.moc"
