// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Where the focus is in a window, and that what happens by itself leaves it there.
#include "tests/ui/windowfixture.h"
#include "ui/parts/pageview.h"
#include "ui/runs/runpage.h"
#include "ui/shell/header.h"
#include "ui/theme/theme.h"

#include <QApplication>
#include <QComboBox>
#include <QLabel>
#include <QMenu>
#include <QPushButton>
#include <QTest>
#include <QToolButton>

using namespace Roost;
using namespace Qt::StringLiterals;
using Testing::Setup;

namespace {

// A page below something that cannot be opened.
class BelowNothing : public PageView
{
public:
    using PageView::PageView;
    QString title() const override { return u"Here"_s; }
    QList<Crumb> breadcrumb() const override { return {{u"Somewhere"_s, {}}, {title(), {}}}; }
};

} // namespace

class TestWindowFocus : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        Testing::useOwnSettings();
        Theme::install(Theme::Choice::Light);
    }
    void theCrumbOfAnExperimentOpensItsRuns();
    void aCrumbThatLeadsNowhereIsNoButton();
    void updatesLeaveTheHeaderAlone();
};

void TestWindowFocus::theCrumbOfAnExperimentOpensItsRuns()
{
    Setup setup;
    setup.window->openRun(u"calm-finch-3"_s);
    QTRY_VERIFY(setup.window->findChild<QToolButton *>(u"crumb1"_s));
    QTest::mouseClick(setup.window->findChild<QToolButton *>(u"crumb1"_s), Qt::LeftButton);
    QCOMPARE(setup.window->location(), (Location{u"runs"_s, u"pytorch-birds"_s, {}}));
    QCOMPARE(setup.window->page()->findChild<QComboBox *>(u"runsExperiment"_s)->currentText(), u"pytorch-birds"_s);
}

void TestWindowFocus::aCrumbThatLeadsNowhereIsNoButton()
{
    Setup setup;
    BelowNothing page(setup.window->workspace()->session, *setup.window);
    Header header;
    header.showPage(&page);
    QVERIFY(!header.findChild<QToolButton *>(u"crumb0"_s));
    QCOMPARE(header.findChild<QLabel *>(u"crumb0"_s)->text(), u"Somewhere"_s);
    header.showPage(nullptr);
}

void TestWindowFocus::updatesLeaveTheHeaderAlone()
{
    Setup setup;
    setup.window->openRun(u"calm-finch-0"_s);
    QTRY_VERIFY(setup.window->findChild<QPushButton *>(u"header_runCancel"_s));
    auto *cancel = setup.window->findChild<QPushButton *>(u"header_runCancel"_s);
    QTRY_VERIFY(cancel->isVisible());
    cancel->setFocus();
    auto *menu = setup.window->findChild<QToolButton *>(u"headerMore"_s)->menu();
    menu->popup(setup.window->mapToGlobal(QPoint(200, 200)));
    QVERIFY(menu->isVisible());
    setup.door.content.runs[0].lastMetrics.insert(u"loss"_s, 0.1);
    auto *run = qobject_cast<RunPage *>(setup.window->page())->document();
    run->refresh();
    QTRY_COMPARE(run->run().lastMetrics.value(u"loss"_s), 0.1);
    QVERIFY(menu->isVisible());
    menu->hide();
    QCOMPARE(setup.window->findChild<QPushButton *>(u"header_runCancel"_s), cancel);
    QCOMPARE(setup.window->focusWidget(), cancel);
    // What fits the run no more goes all the same.
    setup.door.content.runs[0].status = RunStatus::Canceled;
    run->refresh();
    QTRY_VERIFY(setup.window->findChild<QPushButton *>(u"header_runResubmit"_s));
    QTRY_VERIFY(!setup.window->findChild<QPushButton *>(u"header_runCancel"_s));
}

QTEST_MAIN(TestWindowFocus)
#include "tst_windowfocus.moc"
