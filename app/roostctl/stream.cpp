// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/roostctl/stream.h"
#include "app/roostctl/interrupt.h"

#include "app/roostctl/commandcontext.h"
#include "app/roostctl/values.h"
#include "app/roostctl/verb.h"
#include "models/core/logpath.h"

#include <QJsonDocument>

#include <algorithm>

namespace Roost::Ctl {

using namespace Items;
using namespace Qt::StringLiterals;

namespace {

constexpr Poller::Intervals pace{std::chrono::milliseconds(300), std::chrono::milliseconds(2000),
                                 std::chrono::milliseconds(30000), 1.2};

bool isShown(const QString &path)
{
    return rankOfLog(path) || isOfBuild(path);
}

} // namespace

Stream::Stream(std::shared_ptr<Workspace> workspace, const QString &runId, LogLines lines)
    : m_workspace(std::move(workspace))
    , m_history(m_workspace->runHistory())
    , m_runId(runId)
    , m_asJson(lines.asJson())
    , m_lines(std::move(lines))
    , m_lastLines(m_lines.tail())
    , m_poller([this](const std::function<void(Poller::Outcome)> &done) { poll(done); }, pace)
{
}

int Stream::exec()
{
    QEventLoop loop;
    Interrupt interrupt;
    connect(&interrupt, &Interrupt::pressed, &loop, &QEventLoop::quit);
    connect(this, &Stream::ended, &loop, &QEventLoop::quit);
    m_poller.start();
    loop.exec();
    if (interrupt.happened()) {
        printError(
            u"Stopped watching; the run continues. Watch it again with: roostctl runs logs %1 --follow"_s.arg(m_runId));
        return RunNotCompleted;
    }
    if (!isTerminal(m_run.status)) // a lasting error has already been printed
        return Trouble;
    if (m_asJson)
        printEvent({{u"event"_s, u"end"_s}, {u"run"_s, toJson(m_run)}});
    else
        printEnd(m_run);
    return m_run.status == RunStatus::Completed ? Done : RunNotCompleted;
}

void Stream::poll(const std::function<void(Poller::Outcome)> &done)
{
    m_pendingRun.watch(m_history->run(m_runId), [this, done](Result<Run> run) {
        if (!run) {
            if (run.error() != m_error)
                printError(run.error());
            m_error = run.error();
            done(run.error().mayPass() ? Poller::Outcome::Unreachable : Poller::Outcome::Stop);
            if (!run.error().mayPass())
                Q_EMIT ended();
            return;
        }
        m_error = {};
        onRun(*run);
        m_pendingLogs.watch(m_history->logs(m_runId), [this, done](Result<QList<FileRef>> logs) {
            if (logs)
                follow(*logs);
            if (m_ended && (logs || !logs.error().mayPass())) {
                done(Poller::Outcome::Stop);
                finishLogs();
            } else {
                done(Poller::Outcome::Changed);
            }
        });
    });
}

void Stream::onRun(const Run &run)
{
    m_run = run;
    m_ended = isTerminal(run.status);
    const QString phase =
        run.queueReason.isEmpty() ? toWord(run.status) : toWord(run.status) + u": "_s + run.queueReason;
    if (phase == m_printedPhase)
        return;
    m_printedPhase = phase;
    if (m_asJson)
        printEvent({{u"event"_s, u"status"_s}, {u"status"_s, toWord(run.status)}, {u"reason"_s, run.queueReason}});
    else if (!m_ended)
        printError(phase);
}

// The environment is built before the run begins, so its log is printed first, even if logs of both exist. The build
// has ended if a log of a process exists.
void Stream::follow(const QList<FileRef> &logs)
{
    m_listed = logs;
    for (const FileRef &log : logs) {
        if (isOfBuild(log.path) && isShown(log.path) && m_lines.includes(log.path) && !m_logs.contains(log.path))
            followOne(log.path);
    }
    if (std::ranges::none_of(logs, [](const FileRef &log) { return rankOfLog(log.path).has_value(); }))
        return;
    bool isBuilt = true;
    for (auto &[path, followed] : m_logs) {
        if (!isOfBuild(path) || followed.ended)
            continue;
        isBuilt = false;
        followed.follower->finishAtEof();
    }
    for (const FileRef &log : logs) {
        const QString path = log.path;
        if (!isBuilt || isOfBuild(path) || !isShown(path) || !m_lines.includes(path) || m_logs.contains(path))
            continue;
        if (isMerged(path))
            merge();
        else
            followOne(path);
    }
}

void Stream::followOne(const QString &path)
{
    Followed &followed = m_logs[path];
    followed.follower = std::make_unique<LogFollower>(m_history, m_workspace->files(), m_runId, path);
    connect(followed.follower.get(), &LogFollower::arrived, this,
            [this, path](const QByteArray &bytes) { m_lines.onChunk(path, bytes); });
    connect(followed.follower.get(), &LogFollower::finished, this, [this, path] {
        m_logs[path].ended = true;
        if (isOfBuild(path)) {
            m_lines.finish(path);
            follow(QList(m_listed)); // the logs that waited for this one
            if (m_finishing)
                finishLogs();
        }
        endIfRead();
    });
    followed.follower->start();
}

// Returns whether the log is merged with others by time. The chunks of the only log of a run are printed as they
// arrive, with colours and progress bars.
bool Stream::isMerged(const QString &path) const
{
    return m_lines.needsTimes() || m_lastLines || isOfOneRank(path);
}

void Stream::merge()
{
    if (m_merged)
        return;
    const auto wanted = [this](const QString &path) {
        return isShown(path) && m_lines.includes(path) && !m_logs.contains(path) && isMerged(path);
    };
    m_merged = std::make_unique<MergedOutput>(m_workspace, m_runId, wanted, m_lines, true);
    connect(m_merged.get(), &MergedOutput::finished, this, [this] {
        m_mergedEnded = true;
        if (!m_merged->error().text.isEmpty())
            printError(m_merged->error());
        endIfRead();
    });
}

void Stream::finishLogs()
{
    m_finishing = true;
    for (auto &[path, followed] : m_logs)
        followed.follower->finishAtEof();
    endIfRead();
}

void Stream::endIfRead()
{
    const bool read = std::ranges::all_of(m_logs, [](const auto &log) { return log.second.ended; });
    if (!m_finishing || !read || (m_merged && !m_mergedEnded))
        return;
    for (auto &[path, followed] : m_logs)
        m_lines.finish(path);
    Q_EMIT ended();
}

int printStopped()
{
    printError(u"Stopped watching; the run continues."_s);
    return RunNotCompleted;
}

int printNoLog(const QString &runId, const QString &path)
{
    printError(u"%1 has no log %2. See what it has with: roostctl runs logs %1 --list"_s.arg(runId, path));
    return Trouble;
}

int printEnd(const Run &run)
{
    if (run.status == RunStatus::Completed) {
        printError(u"%1 completed in %2."_s.arg(run.id, durationText(run.created, run.ended)));
        return Done;
    }
    printError(u"%1 %2%3"_s.arg(run.id, run.status == RunStatus::Canceled ? u"was canceled"_s : u"failed"_s,
                                run.errorText.isEmpty() ? u"."_s : u": "_s + run.errorText));
    return RunNotCompleted;
}

namespace {

// Returns the number of bytes at the end of a log that contain its last `lines` lines; -1 if only the complete log
// does. Reads increasingly long tails, so that the last lines of a gigabyte cost no more than their own size.
qint64 bytesOfTail(RunHistory *history, FileReader *files, const QString &runId, const QString &path, qsizetype lines)
{
    for (qint64 bytes = 256'000; bytes < 64'000'000; bytes *= 8) {
        QEventLoop loop;
        LogFollower follower(history, files, runId, path);
        follower.setTail(bytes);
        follower.setOnce();
        qsizetype found = 0;
        QObject::connect(&follower, &LogFollower::arrived, &loop,
                         [&found](const QByteArray &part) { found += part.count('\n'); });
        QObject::connect(&follower, &LogFollower::finished, &loop, &QEventLoop::quit);
        follower.finishAtEof();
        loop.exec();
        // One line more than requested, because the run may still be writing.
        if (found > lines)
            return bytes;
        if (!follower.exists() || follower.firstByte() == 0)
            break;
    }
    return -1;
}

} // namespace

int showLog(RunHistory *history, FileReader *files, const QString &runId, const QString &path, bool follow,
            LogLines &lines)
{
    QEventLoop loop;
    Interrupt interrupt;
    QObject::connect(&interrupt, &Interrupt::pressed, &loop, &QEventLoop::quit);
    LogFollower follower(history, files, runId, path);
    if (!follow && lines.tail() && lines.isUnfiltered())
        follower.setTail(bytesOfTail(history, files, runId, path, *lines.tail()));
    QObject::connect(&follower, &LogFollower::arrived, &loop,
                     [&](const QByteArray &bytes) { lines.onChunk(path, bytes); });
    QObject::connect(&follower, &LogFollower::finished, &loop, &QEventLoop::quit);
    PendingReply<Run> reply;
    Poller poller(
        [&](const std::function<void(Poller::Outcome)> &done) {
            reply.watch(history->run(runId), [&follower, done](Result<Run> run) {
                const bool ended = run ? isTerminal(run->status) : !run.error().mayPass();
                done(ended ? Poller::Outcome::Stop : Poller::Outcome::Changed);
                if (ended)
                    follower.finishAtEof();
            });
        },
        pace);
    if (follow) {
        follower.start();
        poller.start();
    } else {
        follower.setOnce();
        follower.finishAtEof();
    }
    loop.exec();
    lines.finish(path);
    if (interrupt.happened())
        return printStopped();
    if (!follower.error().text.isEmpty()) {
        printError(follower.error());
        return Trouble;
    }
    if (!follower.exists())
        return printNoLog(runId, path);
    return Done;
}

} // namespace Roost::Ctl
