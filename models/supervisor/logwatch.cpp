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

constexpr auto indexEvery = 25ms; // between two marks of a busy log
constexpr auto lookAnyway = 50ms; // if the kernel does not report that files grow

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
    return Clock::now() >= m_nextLook ? m_changes : -1;
}

LogWatch::Clock::time_point LogWatch::next() const
{
    return m_changes < 0 || Clock::now() < m_nextLook ? m_nextLook : Clock::time_point::max();
}

void LogWatch::look()
{
    if (Clock::now() < m_nextLook)
        return;
    std::array<char, 4096> events;
    bool changed = m_changes < 0;
    while (m_changes >= 0 && read(m_changes, events.data(), events.size()) > 0)
        changed = true;
    if (!changed)
        return;
    pollAll();
    m_nextLook = Clock::now() + (m_changes < 0 ? lookAnyway : indexEvery);
}

void LogWatch::pollAll()
{
    for (const auto &index : m_indices)
        index->look();
}

} // namespace Roost::Supervision
