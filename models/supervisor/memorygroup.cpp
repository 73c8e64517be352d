// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/supervisor/memorygroup.h"

#include <QFile>

#include <unistd.h>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace Roost::Supervision {

namespace {

QList<QByteArray> linesOf(const QString &file)
{
    QFile in(file);
    return in.open(QIODevice::ReadOnly) ? in.readAll().trimmed().split('\n') : QList<QByteArray>();
}

} // namespace

MemoryGroup::MemoryGroup(const QString &groups, const QString &own)
{
    for (const QByteArray &line : linesOf(own)) {
        if (!line.startsWith("0::"))
            continue; // a line of cgroup v1
        const QString group = groups + QString::fromLocal8Bit(line.sliced(3));
        if (linesOf(group + u"/cgroup.procs"_s) != QList{QByteArray::number(getpid())})
            return;
        m_events = group + u"/memory.events"_s;
        m_known = kills();
        if (m_known < 0)
            m_events.clear();
    }
}

qint64 MemoryGroup::kills() const
{
    for (const QByteArray &line : linesOf(m_events)) {
        if (line.startsWith("oom_kill "))
            return line.sliced(9).toLongLong();
    }
    return -1;
}

int MemoryGroup::newKills()
{
    if (!isOwn())
        return 0;
    const qint64 now = std::max(kills(), m_known); // the group may no longer exist
    return int(now - std::exchange(m_known, now));
}

} // namespace Roost::Supervision
