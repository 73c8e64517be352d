// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/process/processtree.h"
#include "models/service/jobs/jobscheduler.h"
#include "models/service/launch/launchevents.h"
#include "models/service/launch/launchplan.h"
#include "models/service/launch/local/locallauncher.h"
#include "models/service/store/tracking/runstore.h"
#include "models/service/store/workspace/workspacestore.h"
#include "models/supervisor/supervise.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <functional>
#include <memory>

#include <unistd.h>

namespace Roost::Service {

using namespace Qt::StringLiterals;

constexpr int patience = 90000;

/// Waits until the run has the status `wanted`. The message of a failure contains the actual status.
#define ROOST_REACHES(id, wanted)                                                                                      \
    QVERIFY2(QTest::qWaitFor([&] { return record(id).status == (wanted); }, patience), told(id).constData())

/// A workspace folder whose jobs are real processes with their own supervisor.
class JobsFixture : public QObject
{
    Q_OBJECT

protected:
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Store::WorkspaceStore> m_store;
    std::unique_ptr<Jobs::JobScheduler> m_jobs;
    QString m_place{u"ws"_s}; // name of the workspace in the folder

    QString path(const QString &name) const { return m_folder->filePath(name); }
    QString runPath(const QString &id, const QString &name) const
    {
        return path(u"%1/runs/%2/%3"_s.arg(m_place, id, name));
    }

    static QByteArray contents(const QString &file)
    {
        QFile in(file);
        return in.open(QIODevice::ReadOnly) ? in.readAll() : QByteArray();
    }

    static void write(const QString &file, const QByteArray &text)
    {
        QDir().mkpath(QFileInfo(file).absolutePath());
        QFile out(file);
        QVERIFY(out.open(QIODevice::WriteOnly));
        out.write(text);
    }

    QByteArray driverLog(const QString &id, const QString &rank = {}) const
    {
        return contents(runPath(id, u"azureml-logs/70_driver_log%1.txt"_s.arg(rank)));
    }

    std::unique_ptr<Launch::Launcher> launcher(const QString &program, Launch::Machine machine) const
    {
        return std::make_unique<Launch::LocalLauncher>(Launch::LocalLauncher::Settings{
            program, std::move(machine), [store = m_store.get()] { return !store->whyMoved().isEmpty(); }});
    }

    void open(int cores = 2, QStringList gpus = {}, bool start = true)
    {
        m_jobs.reset();
        m_store.reset();
        const auto folder = Store::WorkspaceFolder::create(path(m_place), u"birds"_s);
        QVERIFY(folder);
        auto store = Store::WorkspaceStore::open(*folder);
        QVERIFY(store);
        m_store = std::move(*store);
        m_jobs = std::make_unique<Jobs::JobScheduler>(
            *m_store, launcher(QStringLiteral(SUPERVISE_PROGRAM), {cores, 0, std::move(gpus), {}}),
            Jobs::JobSettings{.graceSeconds = 1});
        if (start)
            m_jobs->start(u"http://127.0.0.1:1234"_s, u"secret-token"_s);
    }

    static Job jobOf(const QString &command, const QString &name = {})
    {
        Job job;
        job.name = name;
        job.command = command;
        return job;
    }

    QString submit(const QString &command, const std::function<void(Job &)> &change = {}, const QString &code = {})
    {
        Job job;
        job.command = command;
        job.experiment = u"tests"_s;
        if (change)
            change(job);
        const auto made = m_jobs->submit(job, code);
        if (!made)
            qWarning("%s", qUtf8Printable(made.error().text));
        return made ? made->job.name : QString();
    }

    Jobs::JobRecord record(const QString &id) const { return m_jobs->find(id).value_or(Jobs::JobRecord{}); }

    QByteArray told(const QString &id) const
    {
        const auto now = record(id);
        return (toWord(now.status) + u": " + now.errorText + now.queueReason).toUtf8() + "\n" + driverLog(id);
    }

    StringMap properties(const QString &id) const
    {
        return m_store->database()
            .read([&](Store::Connection &connection) -> Result<StringMap> {
                return Store::RunStore(connection).properties(record(id).seq);
            })
            .value_or(StringMap{});
    }

    static QList<Phase> phases(const Jobs::JobRecord &record)
    {
        QList<Phase> list;
        for (const PhaseTimes &times : record.phases)
            list += times.phase;
        return list;
    }

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_place = u"ws"_s;
        open();
    }

    void cleanup()
    {
        // A test must not leave any processes, however it ended.
        if (m_store) {
            const auto runs = QDir(m_store->folder().runs()).entryList(QDir::Dirs | QDir::NoDotAndDotDot);
            for (const QString &run : runs)
                Process::killMarked(Launch::launchMark(m_store->folder().run(run) + u"/state"_s));
        }
        m_jobs.reset();
        m_store.reset();
        // Nor may zombies remain: a service that runs for weeks would accumulate them.
        QTRY_VERIFY(Process::descendantsOf(getpid()).isEmpty());
    }
};

} // namespace Roost::Service
