// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/service/launch/local/kernelkills.h"
#include "models/supervisor/memorygroup.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <unistd.h>

using namespace Roost;
using namespace Roost::Service;
using namespace Roost::Service::Launch;
using namespace Roost::Supervision;
using namespace Qt::StringLiterals;

/// Finds the processes that the kernel has killed for lack of memory, from the kernel log and from its counters.
class TestKernelKills : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;

    static void write(const QString &file, const QByteArray &text)
    {
        QDir().mkpath(QFileInfo(file).absolutePath());
        QFile out(file);
        QVERIFY(out.open(QIODevice::WriteOnly));
        out.write(text);
    }

private Q_SLOTS:
    void theKernelLogNamesTheKilledProcess()
    {
        const QDateTime boot = QDateTime::currentDateTimeUtc();
        const auto kill = kernelKillIn("3,999,5000123,-;Out of memory: Killed process 4711 (python3) total-vm:9kB\n "
                                       "SUBSYSTEM=x\n",
                                       boot);
        QVERIFY(kill);
        QCOMPARE(kill->time, boot.addMSecs(5000));
        QCOMPARE(kill->words, u"Out of memory: Killed process 4711 (python3) total-vm:9kB"_s);
        QVERIFY(kernelKillIn("3,1,7,-;Memory cgroup out of memory: Killed process 1 (a)", boot));
        for (const auto *other :
             {"", ";", "3,1,7,-;usb 1-1: new device", "3,1,x,-;Out of memory: Killed process 1 (a)"})
            QVERIFY(!kernelKillIn(other, boot));
        QCOMPARE(kill->pid, 4711);
    }

    void aKernelMessageBelongsToOneProcess()
    {
        const QDateTime at = QDateTime::currentDateTimeUtc();
        const KernelKill first{at, 11, u"first"_s};
        const KernelKill second{at.addSecs(1), 22, u"second"_s};
        const auto words = [](const QList<KernelKill> &kills, const QList<KilledProcess> &processes) {
            QStringList list;
            for (const auto &kill : killsOf(kills, processes))
                list += kill ? kill->words : u"-"_s;
            return list;
        };
        // A kill is matched by process id, however late the process ended, and never with another process.
        QCOMPARE(words({first, second}, {{22, at.addSecs(20)}, {11, at}}), (QStringList{u"second"_s, u"first"_s}));
        QCOMPARE(words({first}, {{22, at}, {11, at.addSecs(2)}}), (QStringList{u"-"_s, u"first"_s}));
        // A kill is matched by time if the process id is that of a descendant of the rank.
        QCOMPARE(words({first, second}, {{5, at.addMSecs(900)}, {6, at}}), (QStringList{u"second"_s, u"first"_s}));
        QCOMPARE(words({first}, {{5, at}, {6, at}}), (QStringList{u"first"_s, u"-"_s}));
        QCOMPARE(words({first}, {{5, at.addSecs(60)}}), QStringList{u"-"_s});
    }

    void aControlGroupCountsKills()
    {
        write(m_folder.filePath(u"own"_s), "1:cpu:/other\n0::/job/step\n");
        const QString group = m_folder.filePath(u"groups/job/step"_s);
        const QByteArray self = QByteArray::number(getpid()) + '\n';
        write(group + u"/cgroup.procs"_s, self);
        write(group + u"/memory.events"_s, "low 0\noom 2\noom_kill 2\noom_group_kill 0\n");
        MemoryGroup own(m_folder.filePath(u"groups"_s), m_folder.filePath(u"own"_s));
        QVERIFY(own.isOwn());
        QCOMPARE(own.newKills(), 0);
        write(group + u"/memory.events"_s, "oom_kill 5\n");
        QCOMPARE(own.newKills(), 3);
        QCOMPARE(own.newKills(), 0);
        QVERIFY(QFile::remove(group + u"/memory.events"_s));
        QCOMPARE(own.newKills(), 0);
        QVERIFY(!MemoryGroup(m_folder.filePath(u"groups"_s), m_folder.filePath(u"own"_s)).isOwn());

        write(group + u"/memory.events"_s, "oom_kill 5\n");
        write(group + u"/cgroup.procs"_s, "1\n" + self);
        QVERIFY(!MemoryGroup(m_folder.filePath(u"groups"_s), m_folder.filePath(u"own"_s)).isOwn());
        QVERIFY(!MemoryGroup(m_folder.filePath(u"groups"_s), m_folder.filePath(u"nowhere"_s)).isOwn());
    }
};

QTEST_GUILESS_MAIN(TestKernelKills)
#include "tst_kernelkills.moc"
