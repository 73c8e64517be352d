// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/service/store/assets/computestore.h"
#include "tests/service/jobsfixture.h"

using namespace Roost;
using namespace Roost::Service;
using namespace Roost::Service::Jobs;
using namespace Roost::Service::Launch;
using namespace Roost::Service::Store;

/// How many jobs this machine and its computes accept, and which jobs wait.
class TestJobCapacity : public JobsFixture
{
    Q_OBJECT

private Q_SLOTS:
    void impossibleRequestsAreRefusedAtOnce()
    {
        const auto refuse = [this](const std::function<void(Job &)> &change) {
            Job job;
            job.command = u"true"_s;
            change(job);
            const auto made = m_jobs->submit(job, {});
            return made ? u"accepted"_s : made.error().text;
        };
        QVERIFY(refuse([](Job &job) { job.command = u" "_s; }).contains(u"no command"_s));
        QVERIFY(refuse([](Job &job) { job.name = u"../x"_s; }) != u"accepted"_s);
        QVERIFY(refuse([](Job &job) { job.command = u"echo ${{inputs.gone}}"_s; }).contains(u"no input \"gone\""_s));
        QVERIFY(refuse([](Job &job) { job.compute = u"nowhere"_s; }).contains(u"no compute \"nowhere\""_s));
        QVERIFY(!m_jobs->submit(jobOf(u"true"_s), u"../secrets"_s));
        QVERIFY(refuse([](Job &job) { job.timeoutSeconds = 9'223'372'800; }).contains(u"ten years"_s));
        QVERIFY(refuse([](Job &job) { job.command = u"echo a"_s + QChar(0); }).contains(u"NUL"_s));
        QVERIFY(refuse([](Job &job) { job.inputs = {{u"v"_s, u"a"_s + QChar(0)}}; }).contains(u"NUL"_s));
        for (const QString &name :
             QStringList{u""_s, u"A=B"_s, u"A\nB"_s, u"A\n"_s, u"A B"_s, u"1A"_s, QString(QChar(0))}) {
            const QString told = refuse([&name](Job &job) { job.environmentVariables = {{name, u"1"_s}}; });
            QVERIFY2(told.contains(u"environment variable"_s), qPrintable(told));
        }
        QVERIFY(refuse([](Job &job) { job.environmentVariables = {{u"A"_s, QString(QChar(0))}}; }).contains(u"NUL"_s));
        QVERIFY(refuse([](Job &job) { job.instanceCount = 2; }).startsWith(u"local has 1 node; you ask for 2."_s));
        const auto crowded = [](Job &job) { job.distribution = {Distribution::Type::Mpi, 1000}; };
        QCOMPARE(refuse(crowded), u"A node of local takes 64 processes at most; you ask for 1000."_s);
        open(8, {u"A"_s, u"B"_s});
        const auto wide = [](Job &job) { job.distribution = {Distribution::Type::PyTorch, 3}; };
        QVERIFY(refuse(wide).startsWith(u"A node of local has 2 GPUs; you ask for 3 processes on it."_s));
        const QString id = submit(u"true"_s, [](Job &job) { job.name = u"twice"_s; });
        const auto again = m_jobs->submit(jobOf(u"true"_s, id), {});
        QVERIFY(!again);
        QCOMPARE(again.error().kind, ErrorKind::Conflict);
        ROOST_REACHES(id, RunStatus::Completed);
    }

    void runsWaitForSlotsWithAReason()
    {
        const QString until = u"while [ ! -e %1 ]; do sleep 0.05; done"_s;
        const auto two = [](Job &job) { job.distribution = {Distribution::Type::PyTorch, 2}; };
        const QString first = submit(until.arg(path(u"go1"_s)));
        const QString second = submit(until.arg(path(u"go2"_s)), two);
        const QString third = submit(u"true"_s);
        ROOST_REACHES(first, RunStatus::Running);
        ROOST_REACHES(second, RunStatus::Queued);
        ROOST_REACHES(third, RunStatus::Queued); // a slot is free, but the run must not overtake the previous one
        QCOMPARE(record(second).queueReason, u"Waiting for free slots: 1 of 2 in use, this run needs 2."_s);
        QVERIFY(record(third).queueReason.startsWith(u"Waiting for the runs before it"_s));
        QCOMPARE(properties(second).value(u"roost.queueReason"_s), record(second).queueReason);

        QVERIFY(m_jobs->cancel(third));
        ROOST_REACHES(third, RunStatus::Canceled);
        QCOMPARE(record(third).queueReason, QString());
        write(path(u"go1"_s), {});
        ROOST_REACHES(first, RunStatus::Completed);
        ROOST_REACHES(second, RunStatus::Running);
        QCOMPARE(record(second).queueReason, QString());
        write(path(u"go2"_s), {});
        ROOST_REACHES(second, RunStatus::Completed);
    }

    void aRunLargerThanTheMachineRunsAlone()
    {
        const QString id = submit(u"true"_s, [](Job &job) { job.distribution = {Distribution::Type::PyTorch, 5}; });
        ROOST_REACHES(id, RunStatus::Completed);
        QCOMPARE(record(id).ranks.size(), 5);
    }

    void computesLimitTheirNodes()
    {
        open(8);
        Compute compute;
        compute.name = u"small"_s;
        compute.type = u"AmlCompute"_s;
        compute.maxNodes = 1;
        compute.state = ProvisioningState::Succeeded;
        QVERIFY(ComputeStore(m_store->database()).save(compute));
        const auto on = [](const QString &name) { return [name](Job &job) { job.compute = name; }; };
        const QString until = u"while [ ! -e %1 ]; do sleep 0.05; done"_s.arg(path(u"go"_s));
        const QString first = submit(until, on(u"small"_s));
        const QString second = submit(u"true"_s, on(u"small"_s));
        const QString local = submit(u"true"_s, on(u"local"_s));
        ROOST_REACHES(second, RunStatus::Queued);
        ROOST_REACHES(local, RunStatus::Completed);
        QCOMPARE(record(second).queueReason, u"Waiting for nodes of small: 1 of 1 in use, this run needs 1."_s);
        QCOMPARE(m_jobs->capacity(u"small"_s).busyNodes, 1);
        write(path(u"go"_s), {});
        ROOST_REACHES(first, RunStatus::Completed);
        ROOST_REACHES(second, RunStatus::Completed);
        Job wide = jobOf(u"true"_s);
        wide.compute = u"small"_s;
        wide.instanceCount = 2;
        const auto large = m_jobs->submit(wide, {});
        QVERIFY(!large && large.error().text == u"small has 1 node; you ask for 2."_s);
    }

    void theMachineIsBusyDuringARun()
    {
        const QString id = submit(u"while [ ! -e %1 ]; do sleep 0.05; done"_s.arg(path(u"go"_s)));
        ROOST_REACHES(id, RunStatus::Running);
        QCOMPARE(m_jobs->capacity(u"local"_s).busyNodes, 1);
        write(path(u"go"_s), {});
        ROOST_REACHES(id, RunStatus::Completed);
        QCOMPARE(m_jobs->capacity(u"local"_s).busyNodes, 0);
    }
};

QTEST_GUILESS_MAIN(TestJobCapacity)
#include "tst_jobcapacity.moc"
