// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/backends/mirror/lastknownworkspace.h"
#include "models/backends/mirror/recordingworkspace.h"
#include "tests/support/fakeworkspace.h"
#include "tests/support/wait.h"

#include <QDateTime>
#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QTemporaryDir>

#include <cmath>
#include <limits>

#include <sys/stat.h>

using namespace Roost;
using namespace Roost::Mirror;
using namespace Roost::Testing;
using namespace Qt::StringLiterals;

namespace {

const Error Away{ErrorKind::Unreachable, u"Nobody answered."_s, {}};
const QString Address = u"https://ml.test"_s;

Run runAt(int second, RunStatus status = RunStatus::Completed)
{
    Run run;
    run.id = u"run-%1"_s.arg(second);
    run.displayName = u"calm \"finch\" %1 Ž"_s.arg(second);
    run.experiment = second % 2 == 0 ? u"birds"_s : u"owls"_s;
    run.status = status;
    run.created = QDateTime::fromSecsSinceEpoch(1'700'000'000 + second, QTimeZone::UTC);
    run.started = run.created;
    run.ended = isTerminal(status) ? run.created.addSecs(60) : QDateTime();
    run.createdBy = u"ada"_s;
    run.parameters = {{u"lr"_s, u"0.1"_s}};
    run.tags = {{u"team"_s, u"a\nb"_s}};
    run.lastMetrics = {{u"loss"_s, 0.25}, {u"broken"_s, std::numeric_limits<double>::infinity()}};
    return run;
}

/// A server, and the program that keeps its answers.
struct Setup
{
    QTemporaryDir root;
    std::shared_ptr<FakeWorkspace> server = std::make_shared<FakeWorkspace>();
    MirrorFolderPtr folder = std::make_shared<MirrorFolder>(Address, u"ada"_s, root.path());
    RecordingWorkspace recording{server, folder};

    Setup()
    {
        server->onInfo.always = [] {
            WorkspaceInfo info;
            info.name = u"ml.test"_s;
            info.description = u"MLflow 3.6.0"_s;
            return info;
        };
    }

    /// Returns the workspace that the next program would show.
    std::unique_ptr<LastKnownWorkspace> next(const QString &account = u"ada"_s) const
    {
        folder->flush();
        return std::make_unique<LastKnownWorkspace>(std::make_shared<MirrorFolder>(Address, account, root.path()));
    }

    void answerRuns(const Page<Run> &page) const
    {
        server->history.onRuns.always = [page](const RunQuery &, const QString &) { return page; };
    }
};

} // namespace

class TestMirror : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatAServerAnsweredIsReadWithoutIt()
    {
        Setup setup;
        auto &recording = setup.recording;
        setup.answerRuns({{runAt(3, RunStatus::Running), runAt(2)}, {}});
        setup.server->history.onRun.always = [](const QString &) { return runAt(2); };
        setup.server->history.onArtifacts.always = [](const QString &, const QString &) {
            return QList<Artifact>{{u"outputs/model.pt"_s, 7, {}}};
        };
        ROOST_DONE(recording.info());
        ROOST_DONE(recording.runHistory()->runs({}));
        ROOST_DONE(recording.runHistory()->run(u"run-2"_s));
        ROOST_DONE(recording.runHistory()->artifacts(u"run-2"_s));

        const auto known = setup.next();
        ROOST_GET(info, known->info());
        QCOMPARE(info.description, u"MLflow 3.6.0"_s);
        ROOST_GET(runs, known->runHistory()->runs({}));
        QCOMPARE(runs.items, (QList<Run>{runAt(3, RunStatus::Running), runAt(2)}));
        QVERIFY(runs.next.isEmpty());
        ROOST_GET(run, known->runHistory()->run(u"run-2"_s));
        QCOMPARE(run, runAt(2));
        ROOST_GET(listed, known->runHistory()->run(u"run-3"_s)); // known from the list alone
        QCOMPARE(listed, runAt(3, RunStatus::Running));
        ROOST_GET(files, known->runHistory()->artifacts(u"run-2"_s, u"outputs/"_s));
        QCOMPARE(files.size(), 1);
        RunQuery active;
        active.activeOnly = true;
        ROOST_GET(running, known->runHistory()->runs(active));
        QCOMPARE(running.items.size(), 1);
    }

    void whatWasNeverReadIsOutOfReach()
    {
        Setup setup;
        const auto known = setup.next();
        QVERIFY(!setup.folder->exists());
        QCOMPARE(waitFor(known->runHistory()->runs({})).error().kind, ErrorKind::Unreachable);
        QCOMPARE(waitFor(known->runHistory()->run(u"a"_s)).error().kind, ErrorKind::Unreachable);
        QCOMPARE(waitFor(known->runHistory()->setTag(u"a"_s, u"k"_s, u"v"_s)).error().kind, ErrorKind::Unreachable);
        QCOMPARE(waitFor(known->files()->read({}, 0, 1)).error().kind, ErrorKind::Unreachable);
        QCOMPARE(waitFor(known->models()->models()).error().kind, ErrorKind::Unreachable);
        QVERIFY(!known->jobs() && !known->computes() && !known->environments());
    }

    void metricsArriveInParts()
    {
        Setup setup;
        auto *history = setup.recording.runHistory();
        auto &metric = setup.server->history.onMetric;
        const QList<MetricPoint> first{{1, 10, 0}, {std::nan(""), 11, 1}};
        const auto one = history->metric(u"r"_s, u"loss/train"_s);
        QVERIFY(metric.resolve(MetricHistory{first, u"c1"_s, true}));
        ROOST_DONE(one);
        const auto two = history->metric(u"r"_s, u"loss/train"_s, u"c1"_s);
        QVERIFY(metric.resolve(MetricHistory{{{3, 12, 2}}, u"c2"_s, false}));
        ROOST_DONE(two);
        const auto known = setup.next();
        ROOST_GET(points, known->runHistory()->metric(u"r"_s, u"loss/train"_s));
        QCOMPARE(points.points.size(), 3);
        QVERIFY(std::isnan(points.points.at(1).value));
        QCOMPARE(points.points.at(2), (MetricPoint{3, 12, 2}));
        QVERIFY(!points.more);
        ROOST_GET(rest, known->runHistory()->metric(u"r"_s, u"loss/train"_s, points.cursor));
        QVERIFY(rest.points.isEmpty());
    }

    void theListKeepsOlderPagesAndLosesDeletedRuns()
    {
        Setup setup;
        auto *history = setup.recording.runHistory();
        setup.answerRuns({{runAt(9), runAt(8)}, u"older"_s});
        ROOST_DONE(history->runs({}));
        setup.answerRuns({{runAt(7), runAt(6)}, {}});
        ROOST_DONE(history->runs({}, u"older"_s));
        setup.answerRuns({{runAt(10), runAt(8)}, u"older"_s}); // run 9 was deleted
        ROOST_DONE(history->runs({}));
        // A list of one experiment is no list of all runs.
        RunQuery owls;
        owls.experiment = u"owls"_s;
        setup.answerRuns({{runAt(7)}, {}});
        ROOST_DONE(history->runs(owls));
        const auto known = setup.next();
        ROOST_GET(runs, known->runHistory()->runs({}));
        QCOMPARE(runs.items, (QList<Run>{runAt(10), runAt(8), runAt(7), runAt(6)}));
        // The next program starts with the first page and still knows the rest.
        setup.folder->flush();
        const auto folder = std::make_shared<MirrorFolder>(Address, u"ada"_s, setup.root.path());
        RecordingWorkspace again(setup.server, folder);
        setup.answerRuns({{runAt(10), runAt(8)}, u"older"_s});
        ROOST_DONE(again.runHistory()->runs({}));
        folder->flush();
        ROOST_GET(later, setup.next()->runHistory()->runs({}));
        QCOMPARE(later.items, runs.items);
    }

    void modelsAreKept()
    {
        Setup setup;
        auto *models = setup.recording.models();
        const RegisteredModel birds{u"birds/Ž ../x"_s, u"of birds"_s, u"2"_s, {{u"a"_s, u"b"_s}}, runAt(1).created};
        ModelVersion version;
        version.name = birds.name;
        version.version = u"2"_s;
        version.runId = u"run-1"_s;
        setup.server->modelRegistry.onModels.always = [birds] { return QList<RegisteredModel>{birds}; };
        setup.server->modelRegistry.onVersions.always = [version](const QString &) {
            return QList<ModelVersion>{version};
        };
        ROOST_DONE(models->models());
        ROOST_DONE(models->versions(birds.name));
        const auto known = setup.next();
        ROOST_GET(listed, known->models()->models());
        QCOMPARE(listed, QList<RegisteredModel>{birds});
        ROOST_GET(versions, known->models()->versions(birds.name));
        QCOMPARE(versions, QList<ModelVersion>{version});
        QCOMPARE(waitFor(known->models()->remove(birds.name, u"2"_s)).error().kind, ErrorKind::Unreachable);
    }

    void anotherServerOrUserSeesNothing()
    {
        Setup setup;
        auto *history = setup.recording.runHistory();
        setup.answerRuns({{runAt(1)}, {}});
        ROOST_DONE(history->runs({}));
        const auto bob = setup.next(u"bob"_s);
        QVERIFY(!waitFor(bob->runHistory()->runs({})));
        const MirrorFolder other(u"https://other.test"_s, u"ada"_s, setup.root.path());
        QVERIFY(!other.exists());
        QVERIFY(setup.folder->exists());
        // Even a folder that was copied or renamed does not count as that of another user.
        QVERIFY(QDir().rename(setup.folder->path(), MirrorFolder(Address, u"bob"_s, setup.root.path()).path()));
        QVERIFY(!MirrorFolder(Address, u"bob"_s, setup.root.path()).exists());
    }

    void onlyTheUserCanReadIt()
    {
        Setup setup;
        auto *history = setup.recording.runHistory();
        setup.answerRuns({{runAt(1)}, {}});
        setup.server->history.onRun.always = [](const QString &) { return runAt(1); };
        ROOST_DONE(history->runs({}));
        ROOST_DONE(history->run(u"run-1"_s));
        setup.folder->flush();
        int files = 0;
        QDirIterator all(setup.folder->path(), QDir::AllEntries | QDir::NoDotAndDotDot, QDirIterator::Subdirectories);
        while (all.hasNext()) {
            struct stat info = {};
            QCOMPARE(::stat(QFile::encodeName(all.next()).constData(), &info), 0);
            QCOMPARE(int(info.st_mode & 077), 0);
            ++files;
        }
        QVERIFY(files >= 4);
    }

    void damageIsReplacedSilently()
    {
        Setup setup;
        auto *history = setup.recording.runHistory();
        setup.answerRuns({{runAt(1)}, {}});
        ROOST_DONE(history->runs({}));
        setup.folder->flush();
        QFile file(setup.folder->path() + u"/runs.json"_s);
        QVERIFY(file.open(QIODevice::ReadWrite));
        QVERIFY(file.resize(file.size() / 2));
        file.close();
        QVERIFY(!waitFor(setup.next()->runHistory()->runs({})));
        setup.answerRuns({{runAt(2), runAt(1)}, {}});
        ROOST_DONE(history->runs({}));
        ROOST_GET(runs, setup.next()->runHistory()->runs({}));
        QCOMPARE(runs.items.size(), 2);
    }

    void aFailureKeepsWhatIsThere()
    {
        Setup setup;
        auto *history = setup.recording.runHistory();
        setup.answerRuns({{runAt(1)}, {}});
        ROOST_DONE(history->runs({}));
        setup.folder->flush();
        const QDateTime asOf = setup.folder->asOf();
        QVERIFY(asOf.isValid());
        setup.server->history.onRuns.always = [](const RunQuery &, const QString &) -> Result<Page<Run>> {
            return std::unexpected(Away);
        };
        QCOMPARE(waitFor(history->runs({})).error(), Away);
        setup.folder->flush();
        QCOMPARE(setup.folder->asOf(), asOf);
        ROOST_GET(runs, setup.next()->runHistory()->runs({}));
        QCOMPARE(runs.items.size(), 1);
    }

    void forgettingRemovesAllUsersOfTheServer()
    {
        Setup setup;
        auto *history = setup.recording.runHistory();
        setup.answerRuns({{runAt(1)}, {}});
        ROOST_DONE(history->runs({}));
        setup.folder->flush();
        MirrorFolder::forget(u"https://other.test"_s, setup.root.path());
        QVERIFY(setup.folder->exists());
        MirrorFolder::forget(Address, setup.root.path());
        QVERIFY(!setup.folder->exists());
        QVERIFY(!QDir(setup.folder->path()).exists());
    }
};

QTEST_GUILESS_MAIN(TestMirror)
#include "tst_mirror.moc"
