// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/windowfixture.h"
#include "ui/pages/pageview.h"
#include "ui/shell/notices.h"
#include "ui/theme/theme.h"
#include "ui/widgets/bar.h"
#include "ui/widgets/elidedlabel.h"

#include <QAbstractButton>
#include <QClipboard>
#include <QComboBox>
#include <QDialog>
#include <QGuiApplication>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTableView>
#include <QTest>

using namespace Roost;
using namespace Roost::Ui;
using namespace Qt::StringLiterals;
using Testing::inDialog;
using Testing::keep;
using Testing::Setup;

/// The ways to open a workspace, and the overview of the workspace on the Home page.
class TestHome : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        Testing::useOwnSettings();
        Theme::install(Theme::Choice::Light);
    }
    void beginsWithoutAWorkspace();
    void statesWhatIsWrongWithAnAddress();
    void homeShowsWhatRuns();
    void homeStatesWhatCouldNotBeOpenedOrRead();
    void aWorkspaceWithoutJobsOffersNoRun();
    void aNotebookGetsAddressAndToken();
    void homeShowsWhatRanLast();
    void aWorkspaceThatCannotBeReachedOffersNothing();
    void aRecentWorkspaceThatIsGoneIsMarked();
    void createsAWorkspace();
    void returnCreatesAWorkspace();
};

void TestHome::beginsWithoutAWorkspace()
{
    Setup setup{QString()};
    QVERIFY(!setup.window->workspace());
    auto *newRun = setup.window->findChild<QPushButton *>(u"newRun"_s);
    QVERIFY(newRun);
    QVERIFY(!newRun->isEnabled());
    QVERIFY(setup.window->findChild<QWidget *>(u"welcome"_s)->isVisible());
    keep(setup.window, u"welcome"_s);
    QTest::keyClick(setup.window, Qt::Key_2, Qt::ControlModifier);
    QVERIFY(!setup.window->page());
    setup.window->openWorkspace(u"/tmp/birds"_s);
    QTRY_VERIFY(setup.window->page());
    QVERIFY(newRun->isEnabled());
}

void TestHome::statesWhatIsWrongWithAnAddress()
{
    Setup setup{u"nowhere"_s};
    auto *notices = setup.window->findChild<Notices *>();
    QCOMPARE(notices->count(), 1);
    QVERIFY(!setup.window->workspace());
}

void TestHome::homeShowsWhatRuns()
{
    Setup setup;
    auto *table = setup.window->page()->findChild<QTableView *>(u"activeRuns"_s);
    QVERIFY(table);
    QTRY_COMPARE(table->model()->rowCount(), 2);
    QTRY_VERIFY(table->isVisible());
    table->setFocus();
    table->setCurrentIndex(table->model()->index(0, 0));
    QTest::keyClick(table, Qt::Key_Return);
    QCOMPARE(setup.window->location(), (Location{u"run"_s, u"calm-finch-0"_s, {}}));
}

void TestHome::homeStatesWhatCouldNotBeOpenedOrRead()
{
    Setup setup{QString()};
    setup.provider.closed = Error{ErrorKind::Unreachable, u"The service does not answer."_s, {}};
    setup.window->openWorkspace(u"/tmp/birds"_s);
    PageView *home = setup.window->page();
    auto *error = home->findChild<ErrorBar *>(u"homeError"_s);
    QTRY_VERIFY(error->isVisible());
    QVERIFY(home->isLoaded());
    keep(setup.window, u"home-error"_s);
    auto &asked = setup.provider.workspace->history.onRuns;
    const auto answers = std::exchange(asked.always, [](const RunQuery &, const QString &) {
        return failure(ErrorKind::Failed, u"The data base is locked."_s);
    });
    setup.provider.closed.reset();
    const auto retry = [error] { error->findChild<QPushButton *>(u"errorRetry"_s)->click(); };
    retry();
    const auto says = [error](const QString &text) {
        const auto labels = error->findChildren<QLabel *>();
        return std::ranges::any_of(labels, [&](const QLabel *label) { return label->text() == text; });
    };
    QTRY_VERIFY(says(u"The data base is locked."_s));
    QVERIFY(error->isVisible());
    asked.always = answers;
    retry();
    auto *table = home->findChild<QTableView *>(u"activeRuns"_s);
    QTRY_COMPARE(table->model()->rowCount(), 2);
    QVERIFY(!error->isVisible());
}

void TestHome::aWorkspaceWithoutJobsOffersNoRun()
{
    Setup setup{QString()};
    setup.provider.workspace->hasJobs = false;
    setup.window->openWorkspace(u"/tmp/birds"_s);
    auto *newRun = setup.window->findChild<QPushButton *>(u"newRun"_s);
    const QString why = u"This workspace keeps the history of runs but starts none."_s;
    QTRY_VERIFY(!newRun->isEnabled());
    QCOMPARE(newRun->toolTip(), why);
    QTest::keyClick(setup.window, Qt::Key_N, Qt::ControlModifier);
    QCOMPARE(setup.window->location().page, u"home"_s);
    PageView *home = setup.window->page();
    QVERIFY(!home->findChild<QPushButton *>(u"runSample"_s)->isEnabled());
    QCOMPARE(home->findChild<QLabel *>(u"samplesNote"_s)->text(), why);
    keep(setup.window, u"home-history-only"_s);
}

void TestHome::aNotebookGetsAddressAndToken()
{
    Setup setup;
    setup.provider.token = u"s3cret-t0ken"_s;
    QTRY_VERIFY(setup.window->workspace()->session.isInfoKnown());
    PageView *home = setup.window->page();
    home->activate();
    auto *form = home->findChild<QComboBox *>(u"trackingForm"_s);
    auto *copy = home->findChild<QPushButton *>(u"copyTrackingLines"_s);
    auto *shown = home->findChild<ElidedLabel *>(u"trackingLine2"_s);
    QVERIFY(shown->isVisible());
    QVERIFY(!shown->accessibleName().contains(u"s3cret"_s));
    QVERIFY(home->findChild<QLabel *>(u"trackingSecret"_s)->isVisible());
    copy->click();
    QCOMPARE(QGuiApplication::clipboard()->text(),
             u"import os\nos.environ[\"MLFLOW_TRACKING_URI\"] = \"http://127.0.0.1:40123/mlflow\"\n"
             "os.environ[\"MLFLOW_TRACKING_TOKEN\"] = \"s3cret-t0ken\"\n"_s);
    form->setCurrentIndex(1);
    copy->click();
    QCOMPARE(QGuiApplication::clipboard()->text(), u"export MLFLOW_TRACKING_URI='http://127.0.0.1:40123/mlflow'\n"
                                                   "export MLFLOW_TRACKING_TOKEN='s3cret-t0ken'\n"_s);
    form->setCurrentIndex(0);
    auto *reveal = home->findChild<QAbstractButton *>(u"showTrackingToken"_s);
    reveal->click();
    QVERIFY(shown->accessibleName().contains(u"s3cret-t0ken"_s));
    keep(setup.window, u"home-token"_s);
    reveal->click();
    QVERIFY(!shown->accessibleName().contains(u"s3cret"_s));
}

void TestHome::homeShowsWhatRanLast()
{
    Setup setup;
    auto *recent = setup.window->page()->findChild<QTableView *>(u"recentRuns"_s);
    QTRY_COMPARE(recent->model()->rowCount(), 8);
    QVERIFY(recent->isVisible());
    keep(setup.window, u"home-recent"_s);
    for (Run &run : setup.provider.content.runs) {
        if (!isTerminal(run.status))
            run.status = RunStatus::Completed;
    }
    setup.window->workspace()->session.refresh();
    auto *active = setup.window->page()->findChild<QTableView *>(u"activeRuns"_s);
    QTRY_VERIFY(!active->isVisible());
    QTRY_COMPARE(setup.window->page()->focusProxy(), recent);
    keep(setup.window, u"home-quiet"_s);
    recent->setFocus();
    recent->setCurrentIndex(recent->model()->index(0, 0));
    QTest::keyClick(recent, Qt::Key_Return);
    QCOMPARE(setup.window->location().page, u"run"_s);
}

void TestHome::aWorkspaceThatCannotBeReachedOffersNothing()
{
    Setup setup{QString()};
    setup.provider.closed = Error{ErrorKind::Unreachable, u"The server does not answer."_s, {}};
    setup.window->openWorkspace(u"http://127.0.0.1:9"_s);
    QTRY_VERIFY(!setup.window->findChild<QPushButton *>(u"newRun"_s)->isEnabled());
    QVERIFY(!setup.window->page()->findChild<QPushButton *>(u"runSample"_s)->isEnabled());
}

void TestHome::aRecentWorkspaceThatIsGoneIsMarked()
{
    QTemporaryDir there;
    const QString gone = there.path() + u"-gone"_s;
    Setup setup{gone};
    setup.window->openWorkspace(there.path());
    Setup next{QString()};
    const auto mark = [&next](const QString &address) {
        for (const QWidget *row : next.window->findChildren<QWidget *>(u"workspaceRow"_s)) {
            if (row->isVisible() && row->toolTip() == address)
                return row->accessibleDescription();
        }
        return u"no row"_s;
    };
    QTRY_COMPARE(mark(gone), u"not found"_s);
    QCOMPARE(mark(there.path()), QString());
}

void TestHome::createsAWorkspace()
{
    Setup setup{QString()};
    QTemporaryDir above;
    inDialog([&above](QDialog *dialog) {
        auto *name = dialog->findChild<QLineEdit *>(u"workspaceName"_s);
        auto *folder = dialog->findChild<QLineEdit *>(u"workspaceFolder"_s);
        auto *create = dialog->findChild<QPushButton *>(u"createWorkspace"_s);
        name->clear();
        QVERIFY(!create->isEnabled());
        QTest::keyClicks(name, u"Owls"_s);
        QVERIFY(folder->text().endsWith(u"owls"_s));
        folder->clear();
        QTest::keyClicks(folder, u"relative/path"_s);
        keep(dialog, u"create-workspace"_s);
        QVERIFY(!create->isEnabled());
        folder->clear();
        QTest::keyClicks(folder, above.filePath(u"owls"_s));
        QVERIFY(create->isEnabled());
        QTest::mouseClick(create, Qt::LeftButton);
    });
    QTest::mouseClick(setup.window->findChild<QPushButton *>(u"newWorkspace"_s), Qt::LeftButton);
    QTRY_COMPARE(setup.provider.madeFolder, above.filePath(u"owls"_s));
    QTRY_VERIFY(setup.window->workspace());
    QCOMPARE(setup.window->workspace()->session.address(), above.filePath(u"owls"_s));
}

void TestHome::returnCreatesAWorkspace()
{
    Setup setup{QString()};
    const auto returnIn = [](QDialog *dialog) {
        QTest::keyClick(dialog->findChild<QLineEdit *>(u"workspaceName"_s), Qt::Key_Return);
    };
    inDialog(returnIn);
    QTest::mouseClick(setup.window->findChild<QPushButton *>(u"newWorkspace"_s), Qt::LeftButton);
    QTRY_COMPARE(setup.provider.madeFolder, setup.provider.home.filePath(u"birds"_s));
    QTRY_VERIFY(setup.window->page());
    inDialog([&returnIn](QDialog *dialog) {
        auto *name = dialog->findChild<QLineEdit *>(u"workspaceName"_s);
        name->clear();
        QTest::keyClicks(name, u"Owls"_s);
        returnIn(dialog);
    });
    QTest::mouseClick(setup.window->page()->findChild<QPushButton *>(u"newWorkspace"_s), Qt::LeftButton);
    QTRY_COMPARE(setup.provider.madeFolder, setup.provider.home.filePath(u"owls"_s));
}

QTEST_MAIN(TestHome)
#include "tst_home.moc"
