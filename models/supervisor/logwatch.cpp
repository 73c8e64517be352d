// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/supervisor/logwatch.h"

#include <QFile>

#include <sys/inotify.h>
#include <unistd.h>

#include <array>

using namespace std::chrono_literals;

namespace Roost::Supervision {

namespace {

constexpr auto markInterval = 25ms;      // between two marks of a busy log
constexpr auto unwatchedInterval = 50ms; // if the kernel does not report that files grow

} // namespace

LogWatch::LogWatch()
    : m_changes(inotify_init1(IN_CLOEXEC | IN_NONBLOCK))
{
}

LogWatch::~LogWatch()
{
    if (m_changes >= 0)
        close(m_changes);
}

void LogWatch::add(int log, const QString &file, const QString &indexFile)
{
    m_indices.push_back(std::make_unique<TimeIndex>(log, indexFile));
    if (m_changes >= 0 && inotify_add_watch(m_changes, QFile::encodeName(file).constData(), IN_MODIFY) < 0) {
        close(m_changes);
        m_changes = -1;
    }
}

int LogWatch::descriptor() const
{
    return Clock::now() >= m_nextPoll ? m_changes : -1;
}

LogWatch::Clock::time_point LogWatch::nextPoll() const
{
    return m_changes < 0 || Clock::now() < m_nextPoll ? m_nextPoll : Clock::time_point::max();
}

void LogWatch::poll()
{
    if (Clock::now() < m_nextPoll)
        return;
    std::array<char, 4096> events;
    bool changed = m_changes < 0;
    while (m_changes >= 0 && read(m_changes, events.data(), events.size()) > 0)
        changed = true;
    if (!changed)
        return;
    markAll();
    m_nextPoll = Clock::now() + (m_changes < 0 ? unwatchedInterval : markInterval);
}

void LogWatch::markAll()
{
    for (const auto &index : m_indices)
        index->markGrowth();
}

} // namespace Roost::Supervision
