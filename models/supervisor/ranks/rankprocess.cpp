// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/supervisor/ranks/rankprocess.h"

#include "models/files/openfile.h"
#include "models/process/processtree.h"
#include "models/service/launch/launchplan.h"

#include <QFile>

#include <fcntl.h>
#include <sys/prctl.h>
#include <unistd.h>

#include <array>
#include <csignal>
#include <cstring>
#include <utility>
#include <vector>

using namespace Qt::StringLiterals;

namespace Roost::Supervision {

using namespace Service::Launch;
using namespace Process;

namespace {

// Runs between fork and exec, where memory must not be allocated. The process is killed when `starter` ends, unless
// `starter` is 0.
[[noreturn]] void execShell(int log, const char *folder, char *const *words, char *const *variables, pid_t starter,
                            quint64 mark)
{
    const auto exitWith = [](const char *what, int code) {
        const char *why = strerrordesc_np(errno);
        for (const char *part : {"roost: ", what, ": ", why != nullptr ? why : "unknown error", "\n"}) {
            if (write(STDERR_FILENO, part, std::strlen(part)) < 0)
                break;
        }
        _exit(code);
    };
    setpgid(0, 0);
    bearMark(mark);
    if (starter > 0) {
        // Without the supervisor, no process would record the end of the rank or end the rank.
        prctl(PR_SET_PDEATHSIG, SIGKILL);
        if (getppid() != starter)
            _exit(126);
    }
    if (const int nothing = open("/dev/null", O_RDONLY | O_CLOEXEC); nothing >= 0)
        dup2(nothing, STDIN_FILENO);
    dup2(log, STDOUT_FILENO);
    dup2(log, STDERR_FILENO);
    for (const int number : {SIGPIPE, SIGHUP, SIGXFSZ})
        std::signal(number, SIG_DFL);
    sigset_t none;
    sigemptyset(&none);
    sigprocmask(SIG_SETMASK, &none, nullptr);
    if (chdir(folder) != 0)
        exitWith("cannot enter the working folder", 126);
    execvpe(words[0], words, variables);
    exitWith("cannot start bash", 127);
    std::unreachable();
}

} // namespace

RankProcess::RankProcess(RankProcess &&other) noexcept
    : m_logFile(std::move(other.m_logFile))
    , m_bond(other.m_bond)
    , m_log(std::exchange(other.m_log, -1))
    , m_pid(std::exchange(other.m_pid, -1))
{
}

RankProcess::~RankProcess()
{
    if (m_log >= 0)
        close(m_log);
}

Result<void> RankProcess::openLog()
{
    auto opened = Files::openRegular(m_logFile, O_WRONLY | O_CREAT | O_APPEND);
    if (!opened)
        return failure(ErrorKind::Failed, u"Cannot write the log %1: %2"_s.arg(m_logFile, opened.error().text));
    m_log = opened->release();
    return {};
}

Result<pid_t> RankProcess::start(const QString &command, const QString &workingFolder, const StringMap &environment)
{
    std::vector<QByteArray> texts;
    texts.reserve(size_t(environment.size()));
    for (auto it = environment.cbegin(); it != environment.cend(); ++it)
        texts.push_back((it.key() + u'=' + it.value()).toLocal8Bit());
    std::vector<char *> variables;
    variables.reserve(texts.size() + 1);
    for (QByteArray &text : texts)
        variables.push_back(text.data());
    variables.push_back(nullptr);
    QByteArray line = command.toLocal8Bit();
    // For commands such as "python train.py | tee log.txt": the line fails if any part of a pipeline fails.
    std::array<char, 5> shell{"bash"};
    std::array<char, 3> sets{"-o"};
    std::array<char, 9> failsWithAny{"pipefail"};
    std::array<char, 3> reads{"-c"};
    const std::array<char *, 6> words{shell.data(), sets.data(), failsWithAny.data(),
                                      reads.data(), line.data(), nullptr};
    const QByteArray folder = QFile::encodeName(workingFolder);

    const quint64 mark = markNumber(launchMark(environment.value(u"ROOST_LAUNCH"_s)));
    const pid_t starter = m_bond == Bond::DiesWithStarter ? getpid() : 0;
    m_pid = fork();
    if (m_pid == 0)
        execShell(m_log, folder.constData(), words.data(), variables.data(), starter, mark);
    if (m_pid < 0)
        return failure(ErrorKind::Failed, u"Cannot start a process: %1."_s.arg(qt_error_string(errno)));
    return m_pid;
}

} // namespace Roost::Supervision
