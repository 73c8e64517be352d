// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/roost/workspaces.h"
#include "models/items/runs/runsmodel.h"
#include "tests/e2e/person.h"
#include "tests/e2e/scratch.h"
#include "tests/e2e/stalls.h"
#include "ui/logs/logpane.h"
#include "ui/logs/logview.h"
#include "ui/shell/look.h"
#include "ui/shell/mainwindow.h"
#include "ui/shell/windows.h"
#include "ui/workspace/samples.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QLabel>

#include <algorithm>
#include <csignal>

using namespace Roost;
using namespace Roost::Testing;
using namespace Roost::App;
using namespace Roost::Items;
using namespace Roost::Ui;
using namespace Qt::StringLiterals;

namespace {

/// A distributed sample, as the user sees it.
struct Sample
{
    QString name;
    QString button;       // object name of the button on the home page
    QString distribution; // the choice in the wizard
    QString line;         // the field of the wizard into which the test types
    QString typed;        // the content of that field
    QByteArray met;       // the line that a rank prints when all ranks are connected
    QString patience;     // the argument that sets how long the other ranks wait for a rank that hangs
    int limit;            // in seconds, the limit for a run with such a rank; 0 if the other ranks time out themselves
};

const Sample samples[] = {
    {u"pytorch-ddp"_s, u"runSampleDdp"_s, u"distributionPyTorch"_s, u"arguments"_s, u"--epochs 10"_s,
     "is in the process group", u"--timeout 30"_s, 0},
    {u"mpi-average"_s,
     u"runSampleMpi"_s,
     u"distributionMpi"_s,
     u"command"_s,
     u"python -m mpi4py train.py --epochs 10"_s,
     " of 2: ",
     {},
     60},
};

QString logOfRank(int rank)
{
    return u"azureml-logs/70_driver_log_%1.txt"_s.arg(rank);
}

QString textOf(const QString &label)
{
    const auto *found = Person::see<QLabel>(label);
    return found ? found->text() : QString();
}

} // namespace

/// Distributed training with keys and clicks, the real service and real ranks: the logs of all ranks are in one view,
/// and for each way in which a rank fails, the window names the rank and the cause. The first argument selects the
/// sample.
class TestDistributed : public QObject
{
    Q_OBJECT

public:
    TestDistributed(Scratch &scratch, Sample sample)
        : m_scratch(scratch)
        , m_sample(std::move(sample))
    {
    }

private Q_SLOTS:
    void initTestCase()
    {
        output(u"roostctl"_s, {u"workspace"_s, u"create"_s, m_folder, u"--name"_s, u"Distributed"_s});
        m_window = m_windows.open(m_folder);
        m_window->resize(1280, 800);
        QVERIFY(QTest::qWaitForWindowExposed(m_window));
    }

    void theSampleTrainsOnTwoRanks()
    {
        Person::click(m_sample.button);
        // All fields are filled in, so the wizard opens at the review.
        QVERIFY(Person::see(u"reviewStep"_s));
        Person::click(u"step1"_s);
        walkTheWizard(u"good"_s, m_sample.typed, 2);
        QVERIFY(Person::see(u"header_runRegister"_s, 4 * Person::Patience));
        QVERIFY2(!Person::find(u"failureCard"_s), "a completed run shows no failure");
        Person::picture(picture(u"good"_s));
    }

    void allRanksAreReadAsOne()
    {
        Person::clickTab(u"runTabs"_s, u"Logs"_s);
        const auto *pane = Person::see<LogPane>(u"logPane"_s);
        QVERIFY(pane);
        for (int rank = 0; rank < 2; ++rank) {
            Person::clickRow(u"ranksTable"_s, QString::number(rank));
            QTRY_COMPARE(pathOf(pane->currentSource().value_or(AllRanks{})), logOfRank(rank));
            expectInView({u"rank %1 epoch 10/10"_s.arg(rank)});
        }
        Person::click(u"logChip:*"_s);
        expectInView({u"rank 0 epoch 10/10"_s, u"rank 1 epoch 10/10"_s});
        Person::picture(picture(u"all ranks"_s));
    }

    void resubmittedToBreakItNamesTheRank()
    {
        Person::click(u"header_runResubmit"_s);
        walkTheWizard(u"exception of 4"_s, m_sample.typed + u" --break-rank 2 --how exception"_s, 4);
        expectVerdict(u"exception of 4"_s, {2, u"ValueError: loss is not finite"_s, u"ValueError"_s, u"0, 1, 3"_s});
    }

    void eachWayToBreakIsNamed_data()
    {
        QTest::addColumn<QString>("how");
        QTest::addColumn<QString>("more");
        QTest::addColumn<bool>("serviceDies");
        QTest::addColumn<QString>("said");

        const QString exception = u"ValueError: loss is not finite"_s;
        const QString crash = u"crashed (SIGSEGV)"_s;
        const QString hang = u"hung while the others waited for it"_s;
        const QString longer = u"--points 200000"_s;
        QTest::newRow("segv") << u"segv"_s << QString() << false << crash;
        QTest::newRow("oom") << u"oom"_s << QString() << false << u"memory"_s;
        QTest::newRow("exit") << u"exit"_s << QString() << false << u"ended with exit code 3"_s;
        QTest::newRow("hang") << u"hang"_s << m_sample.patience << false << hang;
        QTest::newRow("exception, the service dies") << u"exception"_s << longer << true << exception;
        QTest::newRow("segv, the service dies") << u"segv"_s << longer << true << crash;
    }

    void eachWayToBreakIsNamed()
    {
        QFETCH(QString, how);
        QFETCH(QString, more);
        QFETCH(bool, serviceDies);
        QFETCH(QString, said);

        const QString name = QString::fromLatin1(QTest::currentDataTag());
        const QString run = submit(name, how, more);
        QVERIFY(!run.isEmpty());
        if (serviceDies)
            killTheServiceBetweenStartAndBreak(run);
        if (QTest::currentTestFailed())
            return;
        // For an exception the log shows Python's own stack; it may be preceded by the stack of the C library, which is
        // longer than the view.
        const QString shown = how == u"exception"_s ? u"ValueError"_s
                              : how == u"segv"_s    ? u"Fatal Python error: Segmentation fault"_s
                                                    : u"breaking as asked: "_s + how;
        expectVerdict(name, {1, said, shown, u"0"_s});
    }

private:
    struct Verdict
    {
        int rank = 0;
        QString said;  // the text about the rank on the card and in the runs table
        QString shown; // the text in the log of the rank that the card links to
        QString followers;
    };

    QString picture(const QString &name) const { return m_sample.name + u' ' + name; }

    QByteArray log(const QString &run, int rank) const
    {
        return contentOf(m_folder + u"/runs/"_s + run + u'/' + logOfRank(rank));
    }

    static void expectInView(const QStringList &lines)
    {
        // The visible log may change until all logs exist.
        const auto isSeen = [](const QString &line) {
            const auto *view = Person::find<LogView>(u"logView"_s);
            return view && view->visibleText().contains(line);
        };
        for (const QString &line : lines)
            QTRY_VERIFY2_WITH_TIMEOUT(isSeen(line), qPrintable(line + u" is not in view"_s), Person::Patience);
    }

    // Goes through the wizard, from the code step, which a sample or an earlier run has filled, to the run.
    void walkTheWizard(const QString &name, const QString &line, int processes)
    {
        Person::write(m_sample.line, line);
        Person::write(u"displayName"_s, name);
        Person::click(u"next"_s);
        QVERIFY(Person::see(u"computeStep"_s));
        Person::clickRow(u"computes"_s, u"local"_s);
        Person::click(u"next"_s);
        QVERIFY(Person::see(u"environmentStep"_s));
        Person::click(u"next"_s);
        QVERIFY(Person::see(u"distributionStep"_s));
        Person::click(u"distributionNone"_s);
        QTRY_VERIFY2(!Person::find(u"processes"_s), "one process needs no number");
        Person::click(m_sample.distribution);
        Person::write(u"processes"_s, QString::number(processes));
        Person::picture(picture(u"distribution"_s));
        QTRY_VERIFY(textOf(u"distributionOutcome"_s).contains(u"ranks 0 to %1"_s.arg(processes - 1)));
        Person::click(u"next"_s);
        QVERIFY(Person::see(u"reviewStep"_s));
        Person::click(u"next"_s);
        QVERIFY(Person::see(u"runPage"_s));
    }

    // Submits the job file of the sample with a rank that fails, edited as a user would edit it.
    QString submit(const QString &name, const QString &how, const QString &more) const
    {
        const QString sample = sampleFolder(m_sample.name);
        QByteArray job = contentOf(sample + u"/job.yml"_s);
        const QByteArray line = "--epochs 10 --break-rank 1 --how " + how.toUtf8() + ' ' + more.toUtf8();
        job.replace("--epochs 10", line);
        job.replace("code: .", QByteArray("code: " + sample.toUtf8()));
        if (how == u"hang"_s && m_sample.limit > 0)
            job += "limits:\n  timeout: " + QByteArray::number(m_sample.limit) + '\n';
        const QString file = m_scratch.write(u"%1.yml"_s.arg(name), job);
        const QByteArray answer = output(
            u"roostctl"_s, {u"--workspace"_s, m_folder, u"--json"_s, u"submit"_s, u"--display-name"_s, name, file});
        return QJsonDocument::fromJson(answer).object()[u"id"].toString();
    }

    void killTheServiceBetweenStartAndBreak(const QString &run) const
    {
        const auto haveMet = [&] { return log(run, 0).contains(m_sample.met) && log(run, 1).contains(m_sample.met); };
        QTRY_VERIFY_WITH_TIMEOUT(haveMet(), 2 * Person::Patience);
        const qint64 before = Scratch::servicePid(m_folder);
        QVERIFY(before > 0);
        ::kill(pid_t(before), SIGKILL);
        QVERIFY2(!log(run, 1).contains("breaking as asked"), "the rank broke before the service was killed");
        // The window detects the loss of the service and restarts it.
        QTRY_VERIFY_WITH_TIMEOUT(Scratch::servicePid(m_folder) > 0 && Scratch::servicePid(m_folder) != before,
                                 Person::Patience);
    }

    /// Waits for the failure in the runs table, opens the run, and follows the link of its card into the log.
    void expectVerdict(const QString &name, const Verdict &verdict)
    {
        const StallWatch stalls;
        const QString who = u"Rank %1"_s.arg(verdict.rank);
        Person::press(Qt::Key_2, Qt::ControlModifier);
        auto *table = Person::see<QAbstractItemView>(u"runsTable"_s);
        QVERIFY(table);
        const auto cause = [&] {
            const QModelIndex row = Person::row(table, name);
            return row.isValid() ? row.siblingAtColumn(RunsModel::Cause).data().toString() : QString();
        };
        QTRY_VERIFY_WITH_TIMEOUT(!cause().isEmpty(), 4 * Person::Patience);
        QVERIFY2(cause().startsWith(who) && cause().contains(verdict.said), qPrintable(cause()));
        Person::picture(picture(name + u" runs"_s));
        Person::clickRow(u"runsTable"_s, name, true);
        QVERIFY(Person::see(u"failureCard"_s));
        const QString title = textOf(u"failureCause"_s);
        QVERIFY2(title.startsWith(who) && title.contains(verdict.said), qPrintable(title));
        Person::click(u"failureFollowersFold"_s);
        const QString followers = textOf(u"failureFollowers"_s);
        QVERIFY2(followers.endsWith(u' ' + verdict.followers), qPrintable(followers));
        Person::picture(picture(name + u" card"_s));

        Person::click(u"failureOpenLog"_s);
        const auto *pane = Person::see<LogPane>(u"logPane"_s);
        QVERIFY(pane);
        QCOMPARE(pathOf(pane->currentSource().value_or(AllRanks{})), logOfRank(verdict.rank));
        expectInView({verdict.shown});
        QVERIFY2(pane->currentView()->currentLine(), "the line of the cause is marked");
        Person::picture(picture(name + u" log"_s));
        reportStalls(stalls);
    }

    Scratch &m_scratch;
    const Sample m_sample;
    const QString m_folder = m_scratch.path(u"workspaces/distributed"_s);
    App::Workspaces m_workspaces;
    Windows m_windows{m_workspaces};
    MainWindow *m_window = nullptr;
};

int main(int argc, char *argv[])
{
    const QString name = QString::fromLocal8Bit(argc > 1 ? argv[1] : "");
    const auto *sample = std::ranges::find(samples, name, &Sample::name);
    if (sample == std::end(samples)) {
        std::fprintf(stderr, "usage: tst_distributed pytorch-ddp|mpi-average [OPTIONS OF QTEST...]\n");
        return 2;
    }
    Scratch scratch;
    QApplication application(argc, argv);
    QApplication::setOrganizationName(u"roost"_s);
    QApplication::setApplicationName(u"roost"_s);
    installLook();
    TestDistributed test(scratch, *sample);
    // The name of the sample must not be passed to QTest.
    QStringList arguments = QApplication::arguments();
    arguments.removeAt(1);
    return QTest::qExec(&test, arguments);
}

#include "tst_distributed.moc"
