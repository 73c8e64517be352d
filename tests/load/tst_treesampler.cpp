// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/load/treesampler.h"

#include "models/process/processtree.h"

#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QProcess>
#include <QStorageInfo>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>
#include <unistd.h>

using namespace Roost;
using namespace Roost::Load;
using namespace Qt::StringLiterals;

constexpr int patience = 60000;
constexpr qint64 megabyte = 1024 * 1024;

/// The processes of a rank: a shell that runs `script` in a folder of its own, and waits until it is destroyed.
class Rank
{
public:
    explicit Rank(const QString &script)
    {
        m_process.setWorkingDirectory(m_folder.path());
        m_process.setChildProcessModifier([] { setpgid(0, 0); });
        m_process.start(u"bash"_s, {u"-c"_s, script + u"\ntouch ready\ncat"_s});
        m_process.waitForStarted();
    }
    ~Rank()
    {
        kill(-pid_t(m_process.processId()), SIGKILL);
        m_process.waitForFinished();
    }

    Process::ProcessKey key() const { return Process::processKey(pid_t(m_process.processId())).value(); }
    bool waitFor(const QString &name) const
    {
        return QTest::qWaitFor([&] { return QFile::exists(m_folder.filePath(name)); }, patience);
    }
    QString file(const QString &name) const { return m_folder.filePath(name); }
    void go(const QString &name) const { QVERIFY(QFile(file(name)).open(QIODevice::WriteOnly)); }

private:
    QTemporaryDir m_folder{QDir::currentPath() + u"/rank-XXXXXX"_s};
    QProcess m_process;
};

class TestTreeSampler : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void memoryOfAllProcessesIsCounted()
    {
        const Rank rank(
            u"hold() { python3 -c 'import time; a = bytearray(b\"x\") * (100 << 20); open(\"up%1\".replace(\"%1\", "
            "\"'$1'\"), \"w\"); time.sleep(1000)' & }\nhold 1; hold 2"_s);
        TreeSampler sampler;
        sampler.add(3, rank.key());
        QVERIFY(rank.waitFor(u"up1"_s) && rank.waitFor(u"up2"_s));
        const auto loads = sampler.sample();
        QCOMPARE(loads.size(), 1);
        QCOMPARE(loads[0].rank, 3);
        QVERIFY2(loads[0].memory > 200 * megabyte && loads[0].memory < 260 * megabyte,
                 qPrintable(QString::number(loads[0].memory / megabyte)));
        QVERIFY(loads[0].processes >= 3);
        QVERIFY(loads[0].threads >= loads[0].processes);
    }

    void endedChildrenAreCounted()
    {
        const Rank rank(
            u"while [ ! -e go ]; do sleep 0.01; done\npython3 -c 'import os\nwhile sum(os.times()[:2]) < 0.5: pass'"_s);
        TreeSampler sampler;
        sampler.add(0, rank.key());
        sampler.sample();
        QElapsedTimer time;
        time.start();
        rank.go(u"go"_s);
        QVERIFY(rank.waitFor(u"ready"_s));
        const auto load = sampler.sample().value(0);
        const double seconds = double(time.nsecsElapsed()) / 1e9;
        const double used = load.processorPercent / 100 * seconds;
        QVERIFY2(used > 0.45, qPrintable(QString::number(used)));
        // Nothing is counted twice.
        const auto later = sampler.sample().value(0);
        QVERIFY2(later.processorPercent < 100, qPrintable(QString::number(later.processorPercent)));
    }

    void writesOfEndedChildrenAreCounted()
    {
        const Rank rank(
            u"while [ ! -e go ]; do sleep 0.01; done\ndd if=/dev/zero of=data bs=1M count=8 conv=fsync 2>/dev/null"_s);
        if (QStorageInfo(rank.file(u"go"_s)).fileSystemType() == "tmpfs")
            QSKIP("the folder of the test is in memory, where nothing reaches a disk");
        TreeSampler sampler;
        sampler.add(0, rank.key());
        sampler.sample();
        QElapsedTimer time;
        time.start();
        rank.go(u"go"_s);
        QVERIFY(rank.waitFor(u"ready"_s));
        const auto load = sampler.sample().value(0);
        const double written = load.diskWriteRate * double(time.nsecsElapsed()) / 1e9;
        QVERIFY2(written > 7.9 * megabyte, qPrintable(QString::number(written)));
    }

    void anOrphanKeepsItsRank()
    {
        const Rank rank(u"python3 -c 'import os, time\nif os.fork() == 0:\n os.setsid()\n open(\"up\", "
                        u"\"w\").write(str(os.getpid()))\n "
                        "time.sleep(1000)\nwhile not os.path.exists(\"go\"): time.sleep(0.01)'"_s);
        TreeSampler sampler;
        sampler.add(0, rank.key());
        QVERIFY(rank.waitFor(u"up"_s));
        const auto pid = [&] {
            QFile file(rank.file(u"up"_s));
            return file.open(QIODevice::ReadOnly) ? pid_t(file.readAll().toInt()) : 0;
        };
        QVERIFY(QTest::qWaitFor([&] { return pid() > 0; }, patience));
        sampler.sample();
        QCOMPARE(sampler.rankOf(pid()), 0);
        rank.go(u"go"_s);
        QVERIFY(rank.waitFor(u"ready"_s));
        sampler.sample();
        QCOMPARE(sampler.rankOf(pid()), 0);
        kill(pid(), SIGKILL);
    }

    void ranksAreKeptApart()
    {
        const Rank first(u"sleep 1000 &"_s);
        const Rank second({});
        TreeSampler sampler;
        sampler.add(0, first.key());
        sampler.add(1, second.key());
        QVERIFY(first.waitFor(u"ready"_s) && second.waitFor(u"ready"_s));
        QTRY_COMPARE(sampler.sample().value(0).processes, 2);
        QTRY_COMPARE(sampler.sample().value(1).processes, 1);
        sampler.remove(0);
        QCOMPARE(sampler.sample().size(), 1);
        sampler.add(1, {getpid(), 1}); // not the start of this process
        QCOMPARE(sampler.sample().size(), 0);
    }
};

QTEST_GUILESS_MAIN(TestTreeSampler)

#include "tst_treesampler.moc"
