// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
// The position of the focus in a window, and updates that must not move it.
#include "tests/ui/windowfixture.h"
#include "ui/pages/pageview.h"
#include "ui/runs/runpage.h"
#include "ui/shell/header.h"
#include "ui/shell/pages.h"
#include "ui/shell/windowactions.h"
#include "ui/theme/theme.h"

#include <QApplication>
#include <QComboBox>
#include <QLabel>
#include <QMenu>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTabBar>
#include <QTabWidget>
#include <QTableView>
#include <QTest>
#include <QToolButton>

#include <algorithm>

using namespace Roost;
using namespace Roost::Ui;
using namespace Qt::StringLiterals;
using Testing::Setup;

namespace {

// A page with a breadcrumb entry that cannot be opened.
class BelowNothing : public PageView
{
public:
    using PageView::PageView;
    QString title() const override { return u"Here"_s; }
    QList<Crumb> breadcrumb() const override { return {{u"Somewhere"_s, {}}, {title(), {}}}; }
};

// Records the widgets that become windows: a widget that is shown before it has a parent takes the focus from the
// window.
class WindowWatch : public QObject
{
public:
    QStringList seen;

    WindowWatch() { qApp->installEventFilter(this); }
    bool eventFilter(QObject *watched, QEvent *event) override
    {
        const auto *widget = qobject_cast<QWidget *>(watched);
        if (event->type() == QEvent::Show && widget && widget->isWindow())
            seen += QLatin1StringView(widget->metaObject()->className()) + u' ' + widget->objectName();
        return false;
    }
};

// Types into the file of an environment; returns null if the editor does not become visible.
QPlainTextEdit *writeUnsaved(Setup &setup)
{
    setup.window->go(Location::environments(u"birds"_s));
    auto *editor = setup.window->page()->findChild<QPlainTextEdit *>(u"environmentText"_s);
    if (!editor || !QTest::qWaitFor([editor] { return editor->isVisible(); }))
        return nullptr;
    QTest::keyClicks(editor, u"# mine"_s);
    return editor;
}

// Goes round once with Tab, or backwards with Shift+Tab. Returns the names from `first` until it has the focus again.
QStringList roundFrom(QWidget *first, bool back = false)
{
    first->setFocus();
    QStringList names;
    do {
        const QString name = QApplication::focusWidget()->objectName();
        names += name;
        QTest::keyClick(QApplication::focusWidget(), back ? Qt::Key_Backtab : Qt::Key_Tab);
    } while (QApplication::focusWidget() != first && names.size() < 100);
    return names;
}

// Returns the names in `wanted` that are part of the round, in the order of the round.
QStringList orderOf(const QStringList &wanted, const QStringList &round)
{
    QStringList found;
    for (const QString &name : round) {
        if (wanted.contains(name))
            found += name;
    }
    return found;
}

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
    void aCrumbWithoutATargetIsNotAButton();
    void updatesDoNotRebuildTheHeader();
    void noPartBecomesAWindow();
    void aPageStartsWithTheFocusOnItsList();
    void goingBackRestoresTheFocus();
    void thePaletteRestoresTheFocus();
    void removedWidgetsLeaveTheFocusOnThePage();
    void aQuestionRestoresTheFocus();
    void aTableIgnoresUnusedKeys();
    void tabFollowsTheReadingOrder();
    void tabFollowsTheReadingOrderOfALog();
    void unsavedTextKeepsTheWindowOpen();
    void unsavedTextKeepsAllWindowsOpen();
    void unsavedTextKeepsTheWorkspaceOpen();
};

void TestWindowFocus::theCrumbOfAnExperimentOpensItsRuns()
{
    Setup setup;
    setup.window->go(Location::run(u"calm-finch-3"_s));
    QTRY_VERIFY(setup.window->findChild<QToolButton *>(u"crumb1"_s));
    QTest::mouseClick(setup.window->findChild<QToolButton *>(u"crumb1"_s), Qt::LeftButton);
    QCOMPARE(setup.window->location(), (Location{u"runs"_s, u"pytorch-birds"_s, {}}));
    QCOMPARE(setup.window->page()->findChild<QComboBox *>(u"runsExperiment"_s)->currentText(), u"pytorch-birds"_s);
}

void TestWindowFocus::aCrumbWithoutATargetIsNotAButton()
{
    Setup setup;
    BelowNothing page(setup.window->workspace()->session, *setup.window);
    Header header;
    header.showPage(&page);
    QVERIFY(!header.findChild<QToolButton *>(u"crumb0"_s));
    QCOMPARE(header.findChild<QLabel *>(u"crumb0"_s)->text(), u"Somewhere"_s);
    header.showPage(nullptr);
}

void TestWindowFocus::updatesDoNotRebuildTheHeader()
{
    Setup setup;
    setup.window->go(Location::run(u"calm-finch-0"_s));
    QTRY_VERIFY(setup.window->findChild<QPushButton *>(u"header_runCancel"_s));
    auto *cancel = setup.window->findChild<QPushButton *>(u"header_runCancel"_s);
    QTRY_VERIFY(cancel->isVisible());
    cancel->setFocus();
    auto *menu = setup.window->findChild<QToolButton *>(u"headerMore"_s)->menu();
    menu->popup(setup.window->mapToGlobal(QPoint(200, 200)));
    QVERIFY(menu->isVisible());
    setup.provider.content.runs[0].lastMetrics.insert(u"loss"_s, 0.1);
    auto *run = qobject_cast<RunPage *>(setup.window->page())->document();
    run->refresh();
    QTRY_COMPARE(run->run().lastMetrics.value(u"loss"_s), 0.1);
    QVERIFY(menu->isVisible());
    menu->hide();
    QCOMPARE(setup.window->findChild<QPushButton *>(u"header_runCancel"_s), cancel);
    QCOMPARE(setup.window->focusWidget(), cancel);
    // An action that does not apply to the run any more is still removed.
    setup.provider.content.runs[0].status = RunStatus::Canceled;
    run->refresh();
    QTRY_VERIFY(setup.window->findChild<QPushButton *>(u"header_runResubmit"_s));
    QTRY_VERIFY(!setup.window->findChild<QPushButton *>(u"header_runCancel"_s));
}

void TestWindowFocus::noPartBecomesAWindow()
{
    Setup setup;
    const WindowWatch watch;
    for (const PageSpec &spec : railPages())
        setup.window->go({spec.id, {}, {}});
    for (const int run : {0, 1, 3, 4}) {
        setup.window->go(Location::run(u"calm-finch-%1"_s.arg(run)));
        QTRY_VERIFY(setup.window->page()->isLoaded());
    }
    setup.window->openWizard();
    QTRY_VERIFY(setup.window->page()->isLoaded());
    QCOMPARE(watch.seen.join(u'\n'), QString());
}

void TestWindowFocus::aPageStartsWithTheFocusOnItsList()
{
    Setup setup;
    const QList<std::pair<Location, QString>> places{
        {{u"home"_s, {}, {}}, u"activeRuns"_s},      {{u"runs"_s, {}, {}}, u"runsTable"_s},
        {{u"compute"_s, {}, {}}, u"computeTable"_s}, {{u"environments"_s, {}, {}}, u"environmentTable"_s},
        {{u"models"_s, {}, {}}, u"modelTable"_s},    {{u"run"_s, u"calm-finch-3"_s, {}}, u"qt_tabwidget_tabbar"_s},
    };
    for (const auto &[location, name] : places) {
        setup.window->go(location);
        QTRY_VERIFY(setup.window->page()->isLoaded());
        QTRY_VERIFY2(QApplication::focusWidget() && QApplication::focusWidget()->isVisible(), qPrintable(name));
        QCOMPARE(QApplication::focusWidget()->objectName(), name);
    }
    // If a list is empty, the focus is on the button for the next action.
    setup.provider.content.runs.clear();
    setup.window->workspace()->session.refresh();
    setup.window->go(Location::home());
    QTRY_COMPARE(setup.window->workspace()->activeRuns.runs().size(), 0);
    QTRY_VERIFY(QApplication::focusWidget()->isVisible());
}

void TestWindowFocus::goingBackRestoresTheFocus()
{
    Setup setup;
    setup.window->go(Location::runs());
    QTRY_VERIFY(setup.window->page()->isLoaded());
    QTest::keyClick(setup.window, Qt::Key_L, Qt::ControlModifier);
    QCOMPARE(QApplication::focusWidget()->objectName(), u"runsFilterText"_s);
    setup.window->go(Location::models());
    QVERIFY(QApplication::focusWidget()->objectName() != u"runsFilterText"_s);
    QTest::keyClick(setup.window, Qt::Key_Left, Qt::AltModifier);
    QCOMPARE(QApplication::focusWidget()->objectName(), u"runsFilterText"_s);
}

void TestWindowFocus::thePaletteRestoresTheFocus()
{
    Setup setup;
    setup.window->go(Location::runs());
    QTest::keyClick(setup.window, Qt::Key_L, Qt::ControlModifier);
    QTest::keyClick(setup.window, Qt::Key_K, Qt::ControlModifier);
    QCOMPARE(QApplication::focusWidget()->objectName(), u"commandInput"_s);
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Escape);
    QCOMPARE(QApplication::focusWidget()->objectName(), u"runsFilterText"_s);
    // A click on another widget moves the focus to that widget.
    QTest::keyClick(setup.window, Qt::Key_K, Qt::ControlModifier);
    auto *table = setup.window->page()->findChild<QTableView *>(u"runsTable"_s);
    table->setFocus(Qt::MouseFocusReason);
    QVERIFY(!setup.window->findChild<QWidget *>(u"commandPalette"_s)->isVisible());
    QCOMPARE(QApplication::focusWidget(), table);
}

// Enter must not open the workspace switcher because the focused button was removed.
void TestWindowFocus::removedWidgetsLeaveTheFocusOnThePage()
{
    Setup setup;
    setup.window->go(Location::run(u"calm-finch-0"_s));
    QTRY_VERIFY(setup.window->page()->isLoaded());
    auto *cancel = setup.window->findChild<QPushButton *>(u"header_runCancel"_s);
    QTRY_VERIFY(cancel && cancel->isVisible());
    cancel->setFocus(Qt::TabFocusReason);
    QCOMPARE(QApplication::focusWidget(), cancel);
    setup.provider.content.find(u"calm-finch-0"_s)->status = RunStatus::Canceled;
    setup.window->workspace()->session.refresh();
    QTRY_VERIFY(QApplication::focusWidget() && QApplication::focusWidget() != cancel);
    QVERIFY(setup.window->page()->isAncestorOf(QApplication::focusWidget()));

    // The focus is in a field of a step, and the user leaves the step by its key.
    setup.window->openWizard();
    QTRY_VERIFY(setup.window->page()->isLoaded());
    auto *field = setup.window->page()->findChild<QWidget *>(u"displayName"_s);
    field->setFocus(Qt::TabFocusReason);
    QCOMPARE(QApplication::focusWidget(), field);
    field->hide();
    QVERIFY(QApplication::focusWidget());
    QCOMPARE(QApplication::focusWidget()->objectName(), u"next"_s);
}

void TestWindowFocus::aQuestionRestoresTheFocus()
{
    Setup setup;
    setup.window->go(Location::runs());
    auto *table = setup.window->page()->findChild<QTableView *>(u"runsTable"_s);
    QTRY_VERIFY(table->model()->rowCount() > 0);
    table->selectRow(3);
    QTest::keyClick(table, Qt::Key_Delete);
    QCOMPARE(QApplication::focusWidget()->objectName(), u"confirmNo"_s);
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Escape);
    QCOMPARE(QApplication::focusWidget(), table);
}

void TestWindowFocus::aTableIgnoresUnusedKeys()
{
    Setup setup;
    auto *table = setup.window->page()->findChild<QTableView *>(u"activeRuns"_s);
    QTRY_VERIFY(table->model()->rowCount() > 0);
    table->selectRow(0);
    QKeyEvent press(QEvent::KeyPress, Qt::Key_Delete, Qt::NoModifier);
    QApplication::sendEvent(table, &press);
    QVERIFY(!press.isAccepted());
}

void TestWindowFocus::tabFollowsTheReadingOrder()
{
    Setup setup;
    setup.window->go(Location::runs());
    QTRY_VERIFY(setup.window->page()->isLoaded());
    auto *switcher = setup.window->findChild<QWidget *>(u"workspaceSwitcher"_s);
    const QStringList wanted{u"workspaceSwitcher"_s, u"rail_home"_s,   u"rail_runs"_s,      u"rail_compute"_s,
                             u"rail_environments"_s, u"rail_models"_s, u"newRun"_s,         u"railMore"_s,
                             u"headerBack"_s,        u"headerMore"_s,  u"runsFilterText"_s, u"runsStatus"_s,
                             u"runsExperiment"_s,    u"runsColumns"_s, u"runsQuickLook"_s,  u"runsTable"_s};
    const QStringList round = roundFrom(switcher);
    QCOMPARE(orderOf(wanted, round), wanted);
    // The same in reverse order.
    QStringList back = roundFrom(switcher, true);
    std::ranges::reverse(back.begin() + 1, back.end());
    QCOMPARE(back, round);
}

void TestWindowFocus::tabFollowsTheReadingOrderOfALog()
{
    Setup setup;
    setup.window->go(Location::run(u"calm-finch-3"_s));
    QTRY_VERIFY(setup.window->page()->isLoaded());
    auto *tabs = setup.window->page()->findChild<QTabWidget *>(u"runTabs"_s);
    tabs->setCurrentIndex(2);
    const QString chip = u"logChip:azureml-logs/70_driver_log.txt"_s;
    QTRY_VERIFY(tabs->findChild<QToolButton *>(chip));
    auto *wrap = tabs->findChild<QToolButton *>(u"logWrap"_s);
    QTRY_VERIFY(wrap->isVisible());
    const QStringList wanted{u"qt_tabwidget_tabbar"_s, chip, u"logWrap"_s, u"logFind"_s, u"logSave"_s};
    QTRY_VERIFY(tabs->findChild<QToolButton *>(u"logSave"_s)->isEnabled());
    QCOMPARE(orderOf(wanted, roundFrom(tabs->tabBar())), wanted);
}

void TestWindowFocus::unsavedTextKeepsTheWindowOpen()
{
    Setup setup;
    QPlainTextEdit *editor = writeUnsaved(setup);
    QVERIFY(editor);
    setup.window->go(Location::home());
    setup.window->close();
    QVERIFY(setup.window->isVisible());
    QCOMPARE(setup.window->location().page, u"environments"_s);
    auto *confirm = setup.window->page()->findChild<QWidget *>(u"environmentsConfirm"_s);
    QVERIFY(confirm->isVisible());
    QTest::mouseClick(confirm->findChild<QPushButton *>(u"confirmNo"_s), Qt::LeftButton);
    QVERIFY(editor->toPlainText().contains(u"# mine"_s));
    const QPointer<MainWindow> window = setup.window;
    setup.window->close();
    QTest::mouseClick(confirm->findChild<QPushButton *>(u"confirmYes"_s), Qt::LeftButton);
    QTRY_VERIFY(!window);
}

void TestWindowFocus::unsavedTextKeepsAllWindowsOpen()
{
    Setup setup;
    const QPointer<MainWindow> saved = setup.windows.open(u"/tmp/birds"_s);
    QVERIFY(writeUnsaved(setup));
    const QPointer<MainWindow> unsaved = setup.window;
    const auto answer = [&unsaved](const QString &button) {
        auto *confirm = unsaved->page()->findChild<QWidget *>(u"environmentsConfirm"_s);
        QVERIFY(confirm->isVisible());
        QTest::mouseClick(confirm->findChild<QPushButton *>(button), Qt::LeftButton);
    };
    saved->actions().find(u"Quit"_s)->trigger();
    QVERIFY(saved->isVisible());
    answer(u"confirmNo"_s);
    QVERIFY(saved->isVisible());
    QVERIFY(unsaved->isVisible());
    saved->actions().find(u"Quit"_s)->trigger();
    answer(u"confirmYes"_s);
    QTRY_VERIFY(!saved);
    QTRY_VERIFY(!unsaved);
}

void TestWindowFocus::unsavedTextKeepsTheWorkspaceOpen()
{
    Setup setup;
    QVERIFY(writeUnsaved(setup));
    setup.window->openWorkspace(u"/tmp/owls"_s);
    QCOMPARE(setup.window->workspace()->session.address(), u"/tmp/birds"_s);
    auto *confirm = setup.window->page()->findChild<QWidget *>(u"environmentsConfirm"_s);
    QVERIFY(confirm->isVisible());
    QTest::mouseClick(confirm->findChild<QPushButton *>(u"confirmYes"_s), Qt::LeftButton);
    QTRY_COMPARE(setup.window->workspace()->session.address(), u"/tmp/owls"_s);
}

QTEST_MAIN(TestWindowFocus)
#include "tst_windowfocus.moc"
