// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/service/store/workspace/changehub.h"

#include <QDateTime>

#include <algorithm>

namespace Roost::Service::Store {

namespace {
constexpr qsizetype mostTopics = 20000;
constexpr std::chrono::milliseconds goneInterval{500};
} // namespace

ChangeHub::ChangeHub()
    : m_floor(QDateTime::currentMSecsSinceEpoch())
    , m_revision(m_floor)
{
}

void ChangeHub::bump(const QString &topic)
{
    {
        const std::scoped_lock lock(m_mutex);
        m_topics.insert(topic, ++m_revision);
        if (m_topics.size() > mostTopics)
            forgetOldest();
    }
    m_changed.notify_all();
}

Changes ChangeHub::wait(qint64 since, std::chrono::milliseconds timeout, const std::function<bool()> &isGone)
{
    const auto end = std::chrono::steady_clock::now() + timeout;
    std::unique_lock lock(m_mutex);
    while (!m_closed && since == m_revision) {
        const auto now = std::chrono::steady_clock::now();
        if (now >= end)
            break;
        m_changed.wait_until(lock, std::min(end, now + goneInterval));
        if (isGone && since == m_revision) {
            lock.unlock();
            const bool gone = isGone();
            lock.lock();
            if (gone)
                break;
        }
    }
    return this->since(since);
}

qint64 ChangeHub::revision() const
{
    const std::scoped_lock lock(m_mutex);
    return m_revision;
}

void ChangeHub::close()
{
    {
        const std::scoped_lock lock(m_mutex);
        m_closed = true;
    }
    m_changed.notify_all();
}

Changes ChangeHub::since(qint64 revision) const
{
    Changes changes;
    changes.revision = m_revision;
    changes.everything = revision < m_floor || revision > m_revision;
    if (changes.everything)
        return changes;
    for (auto it = m_topics.cbegin(); it != m_topics.cend(); ++it) {
        if (it.value() > revision)
            changes.topics.append(it.key());
    }
    changes.topics.sort();
    return changes;
}

void ChangeHub::forgetOldest()
{
    QList<qint64> revisions = m_topics.values();
    const auto middle = revisions.begin() + revisions.size() / 2;
    std::ranges::nth_element(revisions, middle);
    m_floor = *middle;
    m_topics.removeIf([this](auto it) { return it.value() <= m_floor; });
}

} // namespace Roost::Service::Store
