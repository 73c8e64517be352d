// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/service/launch/supervisor.h"

#include "models/service/launch/eventlog.h"
#include "models/service/launch/launchplan.h"
#include "models/service/launch/processtree.h"
#include "models/service/launch/rankprocess.h"
#include "models/service/launch/timeindex.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <fcntl.h>
#include <netinet/in.h>
#include <poll.h>
#include <spawn.h>
#include <sys/inotify.h>
#include <sys/prctl.h>
#include <sys/signalfd.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <chrono>
#include <csignal>
#include <cstdio>
#include <memory>
#include <vector>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace Roost::Service {

namespace {

using Clock = std::chrono::steady_clock;

constexpr auto indexEvery = 25ms; // between two marks of a busy log
constexpr auto lookAnyway = 50ms; // where the kernel tells nothing of growing files
constexpr auto lookForLeftOvers = 50ms;
constexpr auto betweenKills = 20ms;
constexpr auto patienceAfterKill = 60s; // a process may hang in the kernel for ever

// A port nobody listens on; ranks of one run agree on it through their environment.
quint16 freePort()
{
    const int socket = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    sockaddr_in address = {};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    socklen_t size = sizeof address;
    auto *generic = reinterpret_cast<sockaddr *>(&address);
    quint16 port = 0;
    if (socket >= 0 && bind(socket, generic, size) == 0 && getsockname(socket, generic, &size) == 0)
        port = ntohs(address.sin_port);
    if (socket >= 0)
        close(socket);
    return port;
}

StringMap inheritedEnvironment()
{
    StringMap variables;
    const auto environment = QProcessEnvironment::systemEnvironment();
    for (const QString &name : environment.keys())
        variables[name] = environment.value(name);
    return variables;
}

class Supervisor
{
public:
    explicit Supervisor(LaunchPlan plan)
        : m_plan(std::move(plan))
    {
    }
    ~Supervisor();
    Supervisor(const Supervisor &) = delete;
    Supervisor &operator=(const Supervisor &) = delete;

    int run();

private:
    enum class Stage {
        Running,
        FailureGrace, // a rank has failed, the others may finish what they are at
        Ending,       // all that is left was asked to leave
        Killing,
        Gone,
    };

    void listen();
    void startAll();
    void wait();
    void readSignals();
    void reap();
    void rankEnded(int rank, int status);
    void advance();
    void end();
    void clearAway();
    void lookAtLogs();
    LaunchOutcome outcome() const;

    LaunchPlan m_plan;
    EventLog m_events;
    std::vector<RankProcess> m_ranks;
    std::vector<std::unique_ptr<TimeIndex>> m_indices;
    int m_signals = -1;
    int m_changes = -1;
    int m_live = 0;
    int m_firstFailed = -1;
    bool m_cancelRequested = false;
    bool m_timedOut = false;
    bool m_couldNotStart = false;
    Stage m_stage = Stage::Running;
    Clock::time_point m_deadline = Clock::time_point::max();
    Clock::time_point m_nextLook;
};

Supervisor::~Supervisor()
{
    for (const int file : {m_signals, m_changes}) {
        if (file >= 0)
            close(file);
    }
}

int Supervisor::run()
{
    const QDir state(m_plan.stateFolder);
    state.mkpath(u"times"_s);
    state.mkpath(u"errors"_s);
    if (!m_events.create(eventsFile(m_plan.stateFolder))) {
        std::fprintf(stderr, "The run is or was under another supervisor, or its state folder cannot be written.\n");
        return 3;
    }
    listen();
    const auto self = processKey(getpid()).value_or(ProcessKey{getpid(), 0});
    m_events.write(u"supervisor"_s,
                   {{u"pid"_s, qint64(self.pid)}, {u"startTicks"_s, qint64(self.startTicks)}, {u"boot"_s, bootId()}});
    startAll();
    while (m_stage != Stage::Gone) {
        advance();
        if (m_stage != Stage::Gone)
            wait();
    }
    lookAtLogs();
    m_events.write(u"end"_s, {{u"outcome"_s, toWord(outcome())}}, true);
    return 0;
}

void Supervisor::listen()
{
    // Whatever is orphaned below becomes a child of this process instead of getting lost.
    prctl(PR_SET_CHILD_SUBREAPER, 1);
    std::signal(SIGPIPE, SIG_IGN);
    std::signal(SIGHUP, SIG_IGN);
    sigset_t wanted;
    sigemptyset(&wanted);
    for (const int number : {SIGTERM, SIGINT, SIGCHLD})
        sigaddset(&wanted, number);
    sigprocmask(SIG_BLOCK, &wanted, nullptr);
    m_signals = signalfd(-1, &wanted, SFD_CLOEXEC | SFD_NONBLOCK);
    m_changes = inotify_init1(IN_CLOEXEC | IN_NONBLOCK);
}

void Supervisor::startAll()
{
    const quint16 port = freePort();
    const auto inherited = inheritedEnvironment();
    if (m_plan.timeLimitSeconds > 0)
        m_deadline = Clock::now() + std::chrono::seconds(m_plan.timeLimitSeconds);
    for (int rank = 0; rank < m_plan.processCount(); ++rank) {
        auto environment = inherited;
        environment.insert(rankEnvironment(m_plan, rank, port, inherited));
        RankProcess process(m_plan.logFiles[rank]);
        const auto pid = process.start(m_plan.command, m_plan.workingFolder, environment);
        if (!pid) {
            m_events.write(u"error"_s, {{u"rank"_s, rank}, {u"text"_s, pid.error().text}}, true);
            m_couldNotStart = true;
            end();
            return;
        }
        ++m_live;
        m_events.write(u"started"_s, {{u"rank"_s, rank},
                                      {u"pid"_s, qint64(*pid)},
                                      {u"startTicks"_s, qint64(processKey(*pid).value_or(ProcessKey{}).startTicks)}});
        m_indices.push_back(
            std::make_unique<TimeIndex>(process.log(), timeIndexFile(m_plan.stateFolder, m_plan.logFiles[rank])));
        if (m_changes >= 0 &&
            inotify_add_watch(m_changes, QFile::encodeName(m_plan.logFiles[rank]).constData(), IN_MODIFY) < 0) {
            close(m_changes);
            m_changes = -1;
        }
        m_ranks.push_back(std::move(process));
    }
    // What a quick rank wrote before its log was watched is told by no event.
    lookAtLogs();
}

void Supervisor::wait()
{
    const auto now = Clock::now();
    auto until = m_deadline;
    // Changes are not listened to for a moment after each look: a busy log costs 40 looks a second, an idle one none.
    const bool listening = m_changes >= 0 && now >= m_nextLook;
    if (m_changes < 0)
        until = std::min(until, now + lookAnyway);
    else if (!listening)
        until = std::min(until, m_nextLook);
    if (m_stage == Stage::Ending)
        until = std::min(until, now + lookForLeftOvers);
    else if (m_stage == Stage::Killing)
        until = std::min(until, now + betweenKills);

    int timeout = -1;
    if (until != Clock::time_point::max()) {
        const auto left = std::chrono::ceil<std::chrono::milliseconds>(until - now);
        timeout = int(std::clamp<qint64>(left.count(), 0, 3'600'000));
    }
    std::array<pollfd, 2> files{{{m_signals, POLLIN, 0}, {m_changes, POLLIN, 0}}};
    poll(files.data(), listening ? 2 : 1, timeout);
    if ((files[0].revents & POLLIN) != 0)
        readSignals();
    if (listening && (files[1].revents & POLLIN) != 0) {
        std::array<char, 4096> events;
        while (read(m_changes, events.data(), events.size()) > 0) {
        }
        lookAtLogs();
        m_nextLook = Clock::now() + indexEvery;
    } else if (m_changes < 0) {
        lookAtLogs();
    }
}

void Supervisor::readSignals()
{
    signalfd_siginfo info = {};
    while (read(m_signals, &info, sizeof info) == ssize_t(sizeof info)) {
        if (info.ssi_signo == SIGCHLD || m_cancelRequested)
            continue;
        m_cancelRequested = m_live > 0;
        if (m_cancelRequested)
            m_events.write(u"cancel"_s);
    }
    reap();
}

void Supervisor::reap()
{
    int status = 0;
    pid_t pid = 0;
    while ((pid = waitpid(-1, &status, WNOHANG)) > 0) {
        const auto ended = std::ranges::find(m_ranks, pid, &RankProcess::pid);
        if (ended != m_ranks.end())
            rankEnded(int(ended - m_ranks.begin()), status);
    }
}

void Supervisor::rankEnded(int rank, int status)
{
    --m_live;
    m_indices[size_t(rank)]->look();
    const bool killed = WIFSIGNALED(status);
    m_events.write(
        u"ended"_s,
        {{u"rank"_s, rank}, {killed ? u"signal"_s : u"exitCode"_s, killed ? WTERMSIG(status) : WEXITSTATUS(status)}},
        true);
    const bool failed = killed || WEXITSTATUS(status) != 0;
    // What happens after the word to leave is no failure of the rank's own.
    if (!failed || m_firstFailed >= 0 || m_stage != Stage::Running || m_cancelRequested)
        return;
    m_firstFailed = rank;
    m_events.write(u"failing"_s, {{u"rank"_s, rank}}, true);
    m_stage = Stage::FailureGrace;
    m_deadline = std::min(m_deadline, Clock::now() + std::chrono::seconds(m_plan.graceSeconds));
}

void Supervisor::advance()
{
    const bool late = Clock::now() >= m_deadline;
    if (m_stage == Stage::Running || m_stage == Stage::FailureGrace) {
        if (m_stage == Stage::Running && late && m_live > 0 && !m_cancelRequested) {
            m_timedOut = true;
            m_events.write(u"timeLimit"_s);
        }
        if (late || m_cancelRequested || m_live == 0)
            end();
    } else if (m_stage == Stage::Ending && late) {
        m_stage = Stage::Killing;
        m_deadline = Clock::now() + patienceAfterKill;
    }
    if (m_stage == Stage::Ending || m_stage == Stage::Killing)
        clearAway();
}

void Supervisor::end()
{
    m_stage = Stage::Ending;
    m_deadline = Clock::now() + std::chrono::seconds(m_plan.graceSeconds);
    for (const ProcessKey &process : descendantsOf(getpid())) {
        sendSignal(process, SIGTERM);
        sendSignal(process, SIGCONT); // a stopped one would never hear it
    }
}

void Supervisor::clearAway()
{
    reap();
    const auto left = descendantsOf(getpid());
    if (left.isEmpty()) {
        m_stage = Stage::Gone;
        return;
    }
    if (m_stage != Stage::Killing)
        return;
    if (Clock::now() >= m_deadline) {
        m_events.write(u"unkillable"_s, {{u"count"_s, qint64(left.size())}});
        m_stage = Stage::Gone;
        return;
    }
    for (const ProcessKey &process : left)
        sendSignal(process, SIGKILL);
}

void Supervisor::lookAtLogs()
{
    for (const auto &index : m_indices)
        index->look();
}

LaunchOutcome Supervisor::outcome() const
{
    if (m_couldNotStart)
        return LaunchOutcome::Failed;
    if (m_cancelRequested)
        return LaunchOutcome::Canceled;
    if (m_timedOut)
        return LaunchOutcome::TimedOut;
    return m_firstFailed >= 0 ? LaunchOutcome::Failed : LaunchOutcome::Completed;
}

} // namespace

int supervise(const QString &launchFile)
{
    auto plan = LaunchPlan::load(launchFile);
    if (!plan) {
        std::fprintf(stderr, "%s\n", qUtf8Printable(plan.error().text));
        return 2;
    }
    setsid(); // fails where it leads one already, which is as good
    return Supervisor(std::move(*plan)).run();
}

Result<pid_t> startSupervisor(const QString &program, const QString &launchFile, const QProcessEnvironment &environment)
{
    std::vector<QByteArray> words{QFile::encodeName(program), "supervise", QFile::encodeName(launchFile)};
    std::vector<QByteArray> variables;
    for (const QString &name : environment.keys())
        variables.push_back((name + u'=' + environment.value(name)).toLocal8Bit());
    const auto pointers = [](std::vector<QByteArray> &texts) {
        std::vector<char *> list;
        for (QByteArray &text : texts)
            list.push_back(text.data());
        list.push_back(nullptr);
        return list;
    };
    const QByteArray log = QFile::encodeName(QFileInfo(launchFile).absolutePath() + u"/supervisor.log"_s);

    posix_spawn_file_actions_t files;
    posix_spawn_file_actions_init(&files);
    posix_spawn_file_actions_addopen(&files, 0, "/dev/null", O_RDONLY, 0);
    posix_spawn_file_actions_addopen(&files, 1, log.constData(), O_WRONLY | O_CREAT | O_APPEND, 0644);
    posix_spawn_file_actions_adddup2(&files, 1, 2);
    posix_spawn_file_actions_addclosefrom_np(&files, 3);
    posix_spawnattr_t attributes;
    posix_spawnattr_init(&attributes);
    sigset_t none;
    sigemptyset(&none);
    posix_spawnattr_setsigmask(&attributes, &none);
    posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETSID | POSIX_SPAWN_SETSIGMASK);

    pid_t pid = 0;
    const int problem = posix_spawn(&pid, words[0].constData(), &files, &attributes, pointers(words).data(),
                                    pointers(variables).data());
    posix_spawn_file_actions_destroy(&files);
    posix_spawnattr_destroy(&attributes);
    if (problem != 0) {
        return failure(ErrorKind::Failed, u"Cannot start %1: %2."_s.arg(program, qt_error_string(problem)));
    }
    return pid;
}

QString eventsFile(const QString &stateFolder)
{
    return stateFolder + u"/events.jsonl"_s;
}

QByteArray launchMark(const QString &stateFolder)
{
    return "ROOST_LAUNCH=" + stateFolder.toLocal8Bit();
}

} // namespace Roost::Service
