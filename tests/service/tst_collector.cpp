// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/core/runkeys.h"
#include "models/service/collect/collector.h"
#include "models/service/store/tracking/metricstore.h"
#include "tests/service/jobsfixture.h"

using namespace Roost;
using namespace Roost::Service;
using namespace Roost::Service::Jobs;
using namespace Roost::Service::Store;

// Jobs are real processes that write event files with tests/service/eventfile.py.
class TestCollector : public JobsFixture
{
    Q_OBJECT

    std::unique_ptr<Collect::Collector> m_collector;

    void begin()
    {
        end();
        open(4, {}, false);
        if (QTest::currentTestFailed())
            return;
        m_jobs.reset();
        m_collector = std::make_unique<Collect::Collector>(*m_store);
        m_jobs = std::make_unique<JobScheduler>(*m_store, launcher(QStringLiteral(SUPERVISE_PROGRAM), {4, 0, {}, {}}),
                                                JobSettings{.graceSeconds = 1, .collectRest = m_collector->finisher()});
        m_collector->start();
        m_jobs->start(u"http://127.0.0.1:1234"_s, u"secret-token"_s);
    }

    void end()
    {
        m_jobs.reset();
        m_collector.reset();
        m_store.reset();
    }

    QString run(const QByteArray &script)
    {
        const QString file = path(u"script%1.py"_s.arg(m_scripts++));
        write(file,
              "import os, sys, time\nsys.path.insert(0, '" TESTS_SERVICE_FOLDER "')\nimport eventfile as e\n" + script);
        return submit(u"python3 "_s + file);
    }

    qint64 seqOf(const QString &id) const
    {
        const auto row = m_store->database().read(
            [&](Connection &connection) -> Result<RunRow> { return RunStore(connection).find(id); });
        return row ? row->seq : -1;
    }

    QList<MetricPoint> points(const QString &id, const QString &key) const
    {
        return m_store->database()
            .read([&](Connection &connection) { return MetricStore(connection).history(seqOf(id), key, 0, -1); })
            .value_or(QList<MetricPoint>());
    }

    QList<qint64> steps(const QString &id, const QString &key) const
    {
        QList<qint64> steps;
        for (const MetricPoint &point : points(id, key))
            steps += point.step;
        return steps;
    }

    QStringList keys(const QString &id) const
    {
        QStringList keys;
        const auto latest =
            m_store->database().read([&](Connection &connection) { return MetricStore(connection).latest(seqOf(id)); });
        for (const LatestMetric &metric : latest.value_or(QList<LatestMetric>()))
            keys += metric.key;
        return keys;
    }

    StringMap params(const QString &id) const
    {
        return m_store->database()
            .read([&](Connection &connection) { return RunStore(connection).params(seqOf(id)); })
            .value_or(StringMap());
    }

    StringMap properties(const QString &id) const
    {
        return m_store->database()
            .read([&](Connection &connection) { return RunStore(connection).properties(seqOf(id)); })
            .value_or(StringMap());
    }

    QString notes(const QString &id) const { return properties(id).value(PropertyName::metricNotes); }

    int m_scripts = 0;

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        begin();
    }

    void cleanup()
    {
        end();
        m_folder.reset();
    }

    void pointsArriveWhileTheScriptRuns()
    {
        const QString id = run("w = e.Writer('logs/train')\n"
                               "w.add_scalar('loss', 0.5, 1)\n"
                               "while not os.path.exists('outputs/go'): time.sleep(0.02)\n"
                               "w.add_scalar('loss', 0.25, 2)\n"
                               "e.Writer('outputs').add_scalar('acc', 1, 7)\n");
        QTRY_COMPARE_WITH_TIMEOUT(steps(id, u"train/loss"_s), (QList<qint64>{1}), patience);
        QCOMPARE(record(id).status, RunStatus::Running);
        write(runPath(id, u"outputs/go"_s), {});
        ROOST_REACHES(id, RunStatus::Completed);
        QCOMPARE(steps(id, u"train/loss"_s), (QList<qint64>{1, 2}));
        QCOMPARE(points(id, u"acc"_s).first().value, 1.0);
        QCOMPARE(keys(id), (QStringList{u"acc"_s, u"train/loss"_s}));
        QCOMPARE(notes(id), QString());
    }

    // Everything is stored before the run is over.
    void aRunThatEndsAtOnceLosesNothing()
    {
        const QString id = run("w = e.Writer('logs')\n"
                               "for i in range(3000): w.add(e.scalar('loss', i, i, 1700000000 + i))\n");
        ROOST_REACHES(id, RunStatus::Completed);
        QCOMPARE(steps(id, u"loss"_s).size(), 3000);
        QCOMPARE(points(id, u"loss"_s).last(), (MetricPoint{2999, 1700002999000, 2999}));
    }

    void anotherServiceContinues()
    {
        const QString id = run("w = e.Writer('logs')\n"
                               "for i in range(40):\n"
                               "    w.add_scalar('loss', i, i)\n"
                               "    if i == 10:\n"
                               "        while not os.path.exists('outputs/go'): time.sleep(0.02)\n"
                               "    part = e.scalar('cut', i, i)\n"
                               "    w.add(part[:20]); time.sleep(0.02); w.add(part[20:])\n");
        QTRY_VERIFY_WITH_TIMEOUT(steps(id, u"loss"_s).contains(10), patience);
        begin();
        write(runPath(id, u"outputs/go"_s), {});
        QTRY_VERIFY_WITH_TIMEOUT(steps(id, u"loss"_s).contains(20), patience);
        begin();
        ROOST_REACHES(id, RunStatus::Completed);
        QCOMPARE(points(id, u"loss"_s).size(), 40);
        QCOMPARE(points(id, u"cut"_s).size(), 40);
    }

    // The service does not run when the script ends.
    void theNextServiceReadsTheRest()
    {
        const QString id = run("w = e.Writer('logs')\n"
                               "w.add_scalar('loss', 1, 1)\n"
                               "while not os.path.exists('outputs/go'): time.sleep(0.02)\n"
                               "w.add_scalar('loss', 2, 2)\n"
                               "open('outputs/done', 'w').close()\n");
        QTRY_COMPARE_WITH_TIMEOUT(steps(id, u"loss"_s), (QList<qint64>{1}), patience);
        end();
        write(runPath(id, u"outputs/go"_s), {});
        QTRY_VERIFY_WITH_TIMEOUT(QFile::exists(runPath(id, u"outputs/done"_s)), patience);
        begin();
        ROOST_REACHES(id, RunStatus::Completed);
        QCOMPARE(steps(id, u"loss"_s), (QList<qint64>{1, 2}));
    }

    void aRestartDiscardsLaterSteps()
    {
        const QString id = run("w = e.Writer('logs/a', '.0')\n"
                               "for i in range(6): w.add_scalar('loss', i, i)\n"
                               "e.Writer('logs/b').add_scalar('loss', 1, 5)\n"
                               "while not os.path.exists('outputs/go'): time.sleep(0.02)\n"
                               "w = e.Writer('logs/a', '.1')\n"
                               "w.add(e.restart(3))\n"
                               "w.add_scalar('loss', 30, 3)\n");
        QTRY_COMPARE_WITH_TIMEOUT(steps(id, u"a/loss"_s).size(), 6, patience);
        write(runPath(id, u"outputs/go"_s), {});
        ROOST_REACHES(id, RunStatus::Completed);
        QCOMPARE(steps(id, u"a/loss"_s), (QList<qint64>{0, 1, 2, 3}));
        QCOMPARE(points(id, u"a/loss"_s).last().value, 30.0);
        QCOMPARE(steps(id, u"b/loss"_s), (QList<qint64>{5}));
    }

    void hyperparametersNeverReplaceParameters()
    {
        const QString id = run("w = e.Writer('logs')\n"
                               "w.add(e.hyperparameters({'lr': 0.1}))\n"
                               "w.add(e.hyperparameters({'lr': 0.2, 'opt': 'adam'}))\n"
                               "w.add(e.hyperparameters({'lr': 0.3}))\n");
        ROOST_REACHES(id, RunStatus::Completed);
        QCOMPARE(params(id).value(u"opt"_s), u"adam"_s);
        QCOMPARE(params(id).value(u"lr"_s), u"0.1"_s);
    }

    void whatIsNotReadIsReported()
    {
        const QString id = run("open('logs/my.tfevents.txt', 'w').write('epoch,loss\\n' * 10)\n"
                               "w = e.Writer('logs/d')\n"
                               "bad = bytearray(e.scalar('loss', 1, 1)); bad[20] ^= 1\n"
                               "w.add(bytes(bad))\n"
                               "w.add_scalar('loss', 2, 2)\n"
                               "w.add_scalar('x' * 300, 2, 2)\n"
                               "os.mkdir('logs/closed'); e.Writer('logs/closed'); os.chmod('logs/closed', 0)\n");
        ROOST_REACHES(id, RunStatus::Completed);
        QFile::setPermissions(runPath(id, u"logs/closed"_s), QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
        QCOMPARE(steps(id, u"d/loss"_s), (QList<qint64>{2}));
        const QString told = notes(id);
        QVERIFY2(told.contains("logs/my.tfevents.txt: It has the name"_L1), qPrintable(told));
        QVERIFY2(told.contains("bytes from byte"_L1), qPrintable(told));
        QVERIFY2(told.contains("its name has 302 characters"_L1), qPrintable(told));
        if (::geteuid() != 0)
            QVERIFY2(told.contains("\"logs/closed\" cannot be read"_L1), qPrintable(told));
    }

    void linesOfAllRanks()
    {
        const QString file = path(u"ranks.py"_s);
        write(file, "import os\nfor i in range(3): print(f'epoch {i + 1}/3 loss {i * 0.5} of', os.environ['RANK'])\n"
                    "print('val=7', end='')\n");
        const QString id = submit(u"python3 "_s + file, [](Job &job) {
            job.distribution = {Distribution::Type::PyTorch, 2};
            job.metrics = {true, {{u"val"_s, u"val=(?<value>\\S+)"_s}}};
        });
        ROOST_REACHES(id, RunStatus::Completed);
        QCOMPARE(keys(id), (QStringList{u"loss"_s, u"rank1/loss"_s, u"rank1/val"_s, u"val"_s}));
        QCOMPARE(steps(id, u"loss"_s), (QList<qint64>{1, 2, 3}));
        QCOMPARE(points(id, u"rank1/loss"_s).last().value, 1.0);
        QCOMPARE(points(id, u"val"_s).first().value, 7.0);
        const qint64 now = QDateTime::currentMSecsSinceEpoch();
        QVERIFY(std::abs(points(id, u"loss"_s).first().timestamp - now) < 3'600'000);
    }

    // The service that reads the second part counts on from the first.
    void linesAreCountedOnce()
    {
        const QString file = path(u"lines.py"_s);
        write(file, "import os, time\nfor i in range(20):\n    print(f'loss={i}', flush=True)\n"
                    "    while i == 9 and not os.path.exists('outputs/go'): time.sleep(0.02)\n");
        const QString id = submit(u"python3 "_s + file, [](Job &job) { job.metrics.automatic = true; });
        QTRY_COMPARE_WITH_TIMEOUT(steps(id, u"loss"_s).size(), 10, patience);
        begin();
        write(runPath(id, u"outputs/go"_s), {});
        ROOST_REACHES(id, RunStatus::Completed);
        QList<qint64> all;
        for (qint64 step = 0; step < 20; ++step)
            all += step;
        QCOMPARE(steps(id, u"loss"_s), all);
        QCOMPARE(points(id, u"loss"_s).last().value, 19.0);
    }

    void progressIsAPropertyUntilTheEnd()
    {
        const QString id = run("print('epoch 2/8', flush=True)\n"
                               "while not os.path.exists('outputs/go'): time.sleep(0.02)\n");
        const auto progress = [&] { return properties(id).value(PropertyName::progress); };
        QTRY_VERIFY_WITH_TIMEOUT(progress().contains("\"total\":8"_L1), patience);
        QVERIFY2(progress().contains("\"done\":2"_L1), qPrintable(progress()));
        write(runPath(id, u"outputs/go"_s), {});
        ROOST_REACHES(id, RunStatus::Completed);
        QCOMPARE(progress(), QString());
        QCOMPARE(keys(id), QStringList());
    }

    void aBadPatternIsRefused()
    {
        Job job = jobOf(u"true"_s);
        job.metrics.patterns = {{u"loss"_s, u"loss=(."_s}};
        const auto made = m_jobs->submit(job, {});
        QVERIFY(!made);
        QVERIFY2(made.error().text.contains("loss"_L1) && made.error().text.contains("8"_L1),
                 qPrintable(made.error().text));
    }

    // A link that a script creates does not lead the service out of the run.
    void linksAreNotFollowedOut()
    {
        const QString outside = path(u"outside"_s);
        const QString id = run("e.Writer('" + outside.toUtf8() + "').add_scalar('loss', 1, 1)\n" + "os.symlink('" +
                               outside.toUtf8() + "', 'logs/link')\n" + "f = os.listdir('" + outside.toUtf8() +
                               "')[0]\n" + "os.symlink('" + outside.toUtf8() + "/' + f, 'logs/' + f)\n");
        ROOST_REACHES(id, RunStatus::Completed);
        QCOMPARE(keys(id), QStringList());
    }
};

QTEST_GUILESS_MAIN(TestCollector)
#include "tst_collector.moc"
