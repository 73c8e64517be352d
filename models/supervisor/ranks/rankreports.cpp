// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/supervisor/ranks/rankreports.h"

#include <QFile>

#include <fcntl.h>
#include <poll.h>
#include <sys/stat.h>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace Roost::Supervision {

namespace {

QByteArray pipeFile(const QString &stateFolder)
{
    return QFile::encodeName(stateFolder + u"/reports"_s);
}

} // namespace

RankReports::RankReports(const QString &stateFolder)
    : m_file(pipeFile(stateFolder))
{
    unlink(m_file.constData());
    // Opened for reading and writing; otherwise the pipe reports its end whenever no wrapper has it open.
    if (mkfifo(m_file.constData(), 0600) == 0)
        m_pipe = open(m_file.constData(), O_RDWR | O_NONBLOCK | O_CLOEXEC);
}

RankReports::~RankReports()
{
    if (m_pipe >= 0)
        close(m_pipe);
    unlink(m_file.constData());
}

std::optional<RankReport> RankReports::next()
{
    RankReport report;
    // A report is written in one call and is small enough for an atomic write to a pipe.
    return read(m_pipe, &report, sizeof report) == ssize_t(sizeof report) ? std::optional(report) : std::nullopt;
}

RankReporter::RankReporter(const QString &stateFolder)
    : m_pipe(open(pipeFile(stateFolder).constData(), O_WRONLY | O_NONBLOCK | O_CLOEXEC))
{
}

RankReporter::~RankReporter()
{
    if (m_pipe >= 0)
        close(m_pipe);
}

bool RankReporter::report(const RankReport &report)
{
    while (write(m_pipe, &report, sizeof report) != ssize_t(sizeof report)) {
        if (errno != EAGAIN)
            return false;
        pollfd full{m_pipe, POLLOUT, 0};
        poll(&full, 1, 1000);
    }
    return true;
}

} // namespace Roost::Supervision
