// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/load/gpuprobe.h"

#include "models/load/nvml.h"

#include <fcntl.h>
#include <poll.h>
#include <spawn.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <csignal>

namespace Roost::Load {

namespace {

// The control devices of NVIDIA's driver, the second under Windows' Linux.
bool mayHaveGpus()
{
    return access("/dev/nvidiactl", F_OK) == 0 || access("/dev/dxg", F_OK) == 0 ||
           qEnvironmentVariableIsSet(nvmlVariable);
}

} // namespace

GpuProbe::GpuProbe(const QByteArray &program)
{
    if (mayHaveGpus())
        start(program);
}

GpuProbe::~GpuProbe()
{
    close();
}

void GpuProbe::start(const QByteArray &program)
{
    // Sockets: a write to a process that has ended then fails without a signal.
    std::array<int, 2> ends{-1, -1};
    if (socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends.data()) != 0)
        return;
    posix_spawn_file_actions_t files;
    posix_spawn_file_actions_init(&files);
    posix_spawn_file_actions_adddup2(&files, ends[1], STDIN_FILENO);
    posix_spawn_file_actions_adddup2(&files, ends[1], STDOUT_FILENO);
    posix_spawn_file_actions_addclosefrom_np(&files, 3);
    posix_spawnattr_t attributes;
    posix_spawnattr_init(&attributes);
    sigset_t none;
    sigemptyset(&none);
    posix_spawnattr_setsigmask(&attributes, &none);
    posix_spawnattr_setpgroup(&attributes, 0);
    posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETPGROUP);
    QByteArray name = program;
    QByteArray command("gpus");
    const std::array<char *, 3> words{name.data(), command.data(), nullptr};
    const int problem = posix_spawn(&m_process, name.constData(), &files, &attributes, words.data(), environ);
    posix_spawn_file_actions_destroy(&files);
    posix_spawnattr_destroy(&attributes);
    ::close(ends[1]);
    m_replies = ends[0];
    if (problem != 0)
        close();
}

// A process that hangs in the kernel ends later.
void GpuProbe::close()
{
    if (m_replies >= 0)
        ::close(m_replies);
    m_replies = -1;
    m_isWaiting = false;
    if (m_process <= 0)
        return;
    kill(m_process, SIGKILL);
    waitpid(m_process, nullptr, WNOHANG);
    m_process = -1;
}

void GpuProbe::request()
{
    if (!isRunning() || m_isWaiting)
        return;
    m_isWaiting = send(m_replies, "\n", 1, MSG_NOSIGNAL | MSG_DONTWAIT) == 1;
    if (!m_isWaiting)
        close();
}

std::optional<GpuReading> GpuProbe::read()
{
    std::array<char, 16384> buffer;
    while (isRunning()) {
        const ssize_t size = recv(m_replies, buffer.data(), buffer.size(), MSG_DONTWAIT);
        if (size < 0 && errno == EINTR)
            continue;
        if (size == 0 || (size < 0 && errno != EAGAIN))
            close();
        if (size <= 0)
            break;
        m_received.append(buffer.data(), size);
    }
    const auto end = m_received.indexOf('\n');
    if (end < 0)
        return std::nullopt;
    const QByteArray line = m_received.left(end);
    m_received.remove(0, end + 1);
    m_isWaiting = false;
    return readingFrom(line);
}

std::optional<GpuReading> GpuProbe::wait(int timeoutMs)
{
    pollfd file{m_replies, POLLIN, 0};
    while (isRunning() && m_isWaiting) {
        if (auto reading = read())
            return reading;
        file.fd = m_replies;
        if (!isRunning() || poll(&file, 1, timeoutMs) == 0)
            break;
    }
    return std::nullopt;
}

int answerGpuRequests()
{
    Nvml nvml;
    char request = 0;
    while (::read(STDIN_FILENO, &request, 1) == 1) {
        const QByteArray line = toLine(nvml.read());
        qsizetype written = 0;
        while (written < line.size()) {
            const ssize_t size = write(STDOUT_FILENO, line.constData() + written, size_t(line.size() - written));
            if (size < 0 && errno == EINTR)
                continue;
            if (size <= 0)
                return 1;
            written += size;
        }
    }
    return 0;
}

} // namespace Roost::Load
