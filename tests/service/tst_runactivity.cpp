// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/backends/local/localworkspaces.h"
#include "models/items/ranks/ranklag.h"
#include "models/items/ranks/stalls.h"
#include "tests/support/wait.h"

#include <QDir>
#include <QNetworkAccessManager>
#include <QProcess>
#include <QTemporaryDir>

#include <algorithm>

using namespace Roost;
using namespace Roost::Testing;
using namespace Roost::Items;
using namespace Roost::Local;
using namespace Qt::StringLiterals;

namespace {

// Each rank prints its steps, some with errors, and some in a progress bar without line ends.
const QByteArray counting = R"py(import os, sys, time
rank = int(os.environ["RANK"])
for step in range(200):
    print(f"epoch 1 step {step} loss {1 / (step + 1):.4f}", flush=True)
    if step % 50 == rank:
        print(f"ValueError: bad batch {step}", file=sys.stderr, flush=True)
    print(f"\r{step} %\r", end="", flush=True)
    time.sleep(0.02)
print("the last line has no end", end="")
)py";

// A real process group: a step of rank 2 takes twice as long, and rank 1 hangs in its 25th step.
const QByteArray straggling = R"py(import os, time
import torch
import torch.distributed as dist
dist.init_process_group("gloo")
rank = dist.get_rank()
weights = torch.ones(4) * rank
dist.all_reduce(weights)
assert weights[0].item() == 6
dist.barrier()
for step in range(100000):
    print(f"step {step} loss {1 / (step + 1):.4f}", flush=True)
    if rank == 1 and step == 25:
        time.sleep(100000)
    time.sleep(0.8 if rank == 2 else 0.4)
)py";

} // namespace

/// What the service counts in the logs of a run, over HTTP, with real processes.
class TestRunActivity : public QObject
{
    Q_OBJECT

    QTemporaryDir m_temporary;
    QNetworkAccessManager m_network;
    std::unique_ptr<LocalWorkspaces> m_local;
    std::shared_ptr<Workspace> m_workspace;

    QString folder() const { return m_temporary.filePath(u"workspace"_s); }

    Job job(const QString &name, const QByteArray &script, int ranks) const
    {
        const QString code = m_temporary.filePath(name);
        QDir().mkpath(code);
        QFile file(code + u"/train.py"_s);
        if (file.open(QIODevice::WriteOnly))
            file.write(script);
        Job job;
        job.command = u"python train.py"_s;
        job.codePath = code;
        job.experiment = u"activity"_s;
        job.environment = {u"AzureML-system-python"_s, u"1"_s, {}, {}};
        job.compute = u"local"_s;
        job.distribution.type = Distribution::Type::PyTorch;
        job.distribution.processesPerNode = ranks;
        return job;
    }

    RunActivity activity(const QString &run, const QString &cursor)
    {
        const auto answer = waitFor(m_workspace->activity()->activity(run, cursor), 60000);
        return answer ? *answer
                      : RunActivity{.origin = {}, .now = {}, .cursor = u"failed"_s, .progressLine = {}, .logs = {}};
    }

    // Returns the count that a standard tool (wc, grep) prints for a file.
    static qint64 counted(const QString &program, const QStringList &arguments)
    {
        QProcess process;
        process.start(program, arguments);
        process.waitForFinished(60000);
        return process.readAllStandardOutput().trimmed().split(' ').first().toLongLong();
    }
    static qint64 linesOfRanks(const RunActivity &known)
    {
        qint64 lines = 0;
        for (const LogActivity &log : known.logs)
            lines += log.rank ? log.lines.value_or(0) : 0;
        return lines;
    }
    QString file(const QString &run, const QString &path) const { return folder() + u"/runs/"_s + run + u'/' + path; }
    Run runNow(const QString &id) { return waitFor(m_workspace->runHistory()->run(id)).value_or(Run()); }

private Q_SLOTS:
    void initTestCase()
    {
        qputenv("XDG_RUNTIME_DIR", m_temporary.path().toLocal8Bit());
        ServiceSettings settings;
        settings.program = QStringLiteral(ROOSTD_PROGRAM);
        settings.startMs = 60000;
        m_local = std::make_unique<LocalWorkspaces>(&m_network, settings);
        auto made = waitFor(m_local->create(folder(), u"activity"_s), 70000);
        QVERIFY2(made, made ? "" : describe(made.error()).constData());
        m_workspace = *made;
        QVERIFY(m_workspace->activity());
    }

    void cleanupTestCase()
    {
        if (m_workspace)
            waitFor(m_local->stop(folder(), true), 60000);
    }

    void countsEqualThoseOfWcAndGrep()
    {
        ROOST_GET(run, m_workspace->jobs()->submit(job(u"counting"_s, counting, 3)));
        RunActivity known;
        bool grew = false;
        const auto look = [&] {
            const qint64 before = linesOfRanks(known);
            known = merged(known, activity(run.id, known.cursor));
            for (const LogActivity &log : std::as_const(known.logs)) {
                // The log may have grown since then, but it contains everything that was reported.
                const qint64 now = counted(u"wc"_s, {u"-l"_s, file(run.id, log.path)});
                if (log.lines > now)
                    return false;
            }
            grew = grew || (before > 0 && linesOfRanks(known) > before);
            return isTerminal(runNow(run.id).status);
        };
        QTRY_VERIFY_WITH_TIMEOUT(look(), 120000);
        known = merged(known, activity(run.id, known.cursor));
        QVERIFY(grew);
        QCOMPARE(known.pending, 0);
        QCOMPARE(std::ranges::count_if(known.logs, [](const LogActivity &log) { return log.rank.has_value(); }), 3);
        for (const LogActivity &log : std::as_const(known.logs)) {
            const QString path = file(run.id, log.path);
            QCOMPARE(log.lines, counted(u"wc"_s, {u"-l"_s, path}));
            QCOMPARE(log.bytes, QFileInfo(path).size());
            if (!log.rank)
                continue;
            QCOMPARE(log.errors, counted(u"grep"_s, {u"-c"_s, u"Error:"_s, path}));
            QCOMPARE(log.errors, 4);
            qint64 lines = 0;
            for (const ActivityBucket &bucket : log.buckets)
                lines += bucket.lines;
            QCOMPARE(lines, log.lines);
            QCOMPARE(log.buckets.last().progressCount, 200);
        }
        QCOMPARE(known.progressLine, u"epoch # step # loss #"_s);
        // Another window, which has no data yet, receives the same counts.
        QCOMPARE(activity(run.id, {}).logs, known.logs);
    }

    void aRestartedLogIsCountedAgain()
    {
        ROOST_GET(run, m_workspace->jobs()->submit(job(u"short"_s, "print('one 1')\nprint('two 2')\n", 1)));
        QTRY_VERIFY_WITH_TIMEOUT(isTerminal(runNow(run.id).status), 60000);
        RunActivity known = activity(run.id, {});
        const auto driver = [&known] {
            const auto found =
                std::ranges::find_if(known.logs, [](const LogActivity &log) { return log.rank.has_value(); });
            return found == known.logs.end() ? LogActivity() : *found;
        };
        QCOMPARE(driver().lines, 2);
        QFile log(file(run.id, driver().path));
        QVERIFY(log.open(QIODevice::WriteOnly | QIODevice::Truncate));
        log.write("new\n");
        log.close();
        known = merged(known, activity(run.id, known.cursor));
        QCOMPARE(driver().lines, 1);
        QCOMPARE(driver().restarts, 1);
    }

    void anUnknownRunIsNotFound()
    {
        const auto answer = waitFor(m_workspace->activity()->activity(u"no_such_run"_s, {}));
        QVERIFY(!answer);
        QCOMPARE(answer.error().kind, ErrorKind::NotFound);
    }

    void theSlowAndTheHangingRankAreNamed()
    {
        ROOST_GET(run, m_workspace->jobs()->submit(job(u"straggling"_s, straggling, 4)));
        RunActivity known;
        QList<Stall> silent;
        const auto look = [&] {
            known = merged(known, activity(run.id, known.cursor));
            silent = stalledRanks(known, {0, 1, 2, 3}, known.now);
            return !silent.isEmpty() || isTerminal(runNow(run.id).status);
        };
        QTRY_VERIFY_WITH_TIMEOUT(look(), 240000);
        QVERIFY2(!silent.isEmpty(), qPrintable(runNow(run.id).errorText));
        QCOMPARE(silent.first().rank, 1);
        QVERIFY(silent.first().isAlone);
        QCOMPARE(known.progressLine, u"step # loss #"_s);
        const auto lags = lagsOf(known, {}, rangeOf(known), 50);
        QCOMPARE(lags.size(), 4);
        QCOMPARE(lags.at(1).cells.last(), Lag::Stalled);
        QVERIFY(lags.at(2).meanLag > lags.at(0).meanLag);
        QVERIFY(lags.at(2).meanLag > lags.at(3).meanLag);
        QVERIFY(lags.at(2).lagSteps > 0);
        ROOST_DONE(m_workspace->jobs()->cancel(run.id));
        QTRY_VERIFY_WITH_TIMEOUT(isTerminal(runNow(run.id).status), 60000);
    }

private:
    static TimeRange rangeOf(const RunActivity &known)
    {
        TimeRange range{known.now, known.now};
        for (const LogActivity &log : known.logs) {
            if (log.rank && !log.buckets.isEmpty())
                range.from = std::min(range.from, known.timeOf(log.buckets.first().index));
        }
        return range;
    }
};

QTEST_GUILESS_MAIN(TestRunActivity)
#include "tst_runactivity.moc"
