// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/roost/workspaces.h"
#include "tests/e2e/person.h"
#include "tests/e2e/scratch.h"
#include "tests/e2e/stalls.h"
#include "tests/support/wait.h"
#include "ui/logs/logview.h"
#include "ui/shell/look.h"
#include "ui/shell/mainwindow.h"
#include "ui/shell/windows.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>

#include <csignal>

using namespace Roost;
using namespace Roost::Testing;
using namespace Roost::App;
using namespace Roost::Logs;
using namespace Roost::Ui;
using namespace Qt::StringLiterals;

namespace {

constexpr int lines = 400;

// Prints numbered lines for about ten seconds, so that the test can kill a process in the middle.
const QByteArray countingScript = "import time\n"
                                  "for i in range(400):\n"
                                  "    print('line', i, flush=True)\n"
                                  "    time.sleep(0.03)\n";

} // namespace

/// A run does not end when the window or the service is killed. A new window shows the complete log.
class TestSurvival : public QObject
{
    Q_OBJECT

public:
    explicit TestSurvival(Scratch &scratch)
        : m_scratch(scratch)
    {
    }

private Q_SLOTS:
    void initTestCase()
    {
        m_scratch.write(u"code/count.py"_s, countingScript);
        output(u"roostctl"_s, {u"workspace"_s, u"create"_s, m_folder, u"--name"_s, u"Survival"_s});
    }

    void runsSurviveAKilledWindow()
    {
        const QString run = submit();
        QVERIFY(!run.isEmpty());
        QProcess window;
        window.start(u"roost"_s, {u"--workspace"_s, m_folder, u"--run"_s, run});
        QVERIFY(window.waitForStarted());
        // The X window has the name of the program, whether or not its title contains the run.
        QTRY_VERIFY_WITH_TIMEOUT(output(u"xwininfo"_s, {u"-root"_s, u"-tree"_s}).contains("(\"roost\" \"roost\")"),
                                 Person::Patience);
        QTRY_VERIFY_WITH_TIMEOUT(loggedLines(run) > 20, Person::Patience);
        QVERIFY(loggedLines(run) < lines);
        ::kill(pid_t(window.processId()), SIGKILL);
        QVERIFY(window.waitForFinished());
        QCOMPARE(window.exitStatus(), QProcess::CrashExit);
        QVERIFY2(statusOf(run) != "Completed", "the run ended before the window was killed");
        expectWholeLog(run);
    }

    void runsSurviveAKilledService()
    {
        const QString run = submit();
        auto *window = m_windows.open(m_folder, {u"run"_s, run, {}});
        QVERIFY(QTest::qWaitForWindowExposed(window));
        QTRY_VERIFY_WITH_TIMEOUT(loggedLines(run) > 20, Person::Patience);
        const qint64 before = Scratch::servicePid(m_folder);
        QVERIFY(before > 0);
        ::kill(pid_t(before), SIGKILL);
        QVERIFY2(loggedLines(run) < lines, "the run ended before the service was killed");
        // The window detects the loss of the service, restarts it and continues without user action.
        QTRY_VERIFY_WITH_TIMEOUT(Scratch::servicePid(m_folder) > 0 && Scratch::servicePid(m_folder) != before,
                                 Person::Patience);
        window->close();
        expectWholeLog(run);
    }

private:
    QString submit()
    {
        const QByteArray answer = output(u"roostctl"_s, {u"--workspace"_s, m_folder, u"--json"_s, u"submit"_s,
                                                         u"--source"_s, m_scratch.path(u"code"_s), u"--script"_s,
                                                         u"count.py"_s, u"--environment"_s, u"AzureML-system-python"_s,
                                                         u"--compute"_s, u"local"_s, u"--experiment"_s, u"survival"_s});
        return QJsonDocument::fromJson(answer).object()[u"id"].toString();
    }

    qsizetype loggedLines(const QString &run) const { return log(run).count('\n'); }

    QByteArray log(const QString &run) const
    {
        return contentOf(m_folder + u"/runs/"_s + run + u"/azureml-logs/70_driver_log.txt"_s);
    }

    QByteArray statusOf(const QString &run) const
    {
        const QByteArray answer =
            output(u"roostctl"_s, {u"--workspace"_s, m_folder, u"--json"_s, u"runs"_s, u"show"_s, run});
        return QJsonDocument::fromJson(answer).object()[u"status"].toString().toUtf8();
    }

    // Opens a new window with the run, waits for its end, and compares every line that it shows.
    void expectWholeLog(const QString &run)
    {
        const StallWatch stalls;
        auto *window = m_windows.open(m_folder, {u"run"_s, run, {}});
        QVERIFY(QTest::qWaitForWindowExposed(window));
        QVERIFY(Person::see(u"header_runRegister"_s, 2 * Person::Patience));
        Person::clickTab(u"runTabs"_s, u"Logs"_s);
        auto *view = Person::see<LogView>(u"logView"_s);
        QVERIFY(view);
        QStringList expected;
        for (int i = 0; i < lines; ++i)
            expected += u"line %1"_s.arg(i);
        QTRY_VERIFY_WITH_TIMEOUT(view->document()->lineCount() >= lines, Person::Patience);
        ROOST_GET(text, view->document()->text(LineNumber{0}, LineNumber{view->document()->lineCount() - 1}));
        QCOMPARE(text.trimmed().split(u'\n'), expected);
        QVERIFY2(view->visibleText().contains(expected.constLast()), "the end of the log is in view");
        reportStalls(stalls);
        QCOMPARE(statusOf(run), "Completed");
        window->close();
    }

    Scratch &m_scratch;
    const QString m_folder = m_scratch.path(u"workspaces/survival"_s);
    App::Workspaces m_workspaces;
    Windows m_windows{m_workspaces};
};

int main(int argc, char *argv[])
{
    Scratch scratch;
    QApplication application(argc, argv);
    QApplication::setOrganizationName(u"roost"_s);
    QApplication::setApplicationName(u"roost"_s);
    QApplication::setQuitOnLastWindowClosed(false);
    installLook();
    TestSurvival test(scratch);
    return QTest::qExec(&test, argc, argv);
}

#include "tst_survival.moc"
