// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/supervisor/eventwriter.h"

#include "models/service/launch/eventnames.h"
#include "models/supervisor/steadyclock.h"

#include <QJsonDocument>

#include <utility>

namespace Roost::Supervision {

using namespace Service::Launch;

bool EventWriter::create(const QString &file)
{
    return m_file.open(file, AppendFile::Mode::New);
}

void EventWriter::write(const QString &event, QJsonObject fields, bool durable)
{
    fields[EventKey::event] = event;
    fields[EventKey::time] = steadyNowMs();
    m_syncs = m_syncs || durable;
    // A full disk must not prevent the supervisor from ending the processes that it started.
    const QByteArray line = QJsonDocument(fields).toJson(QJsonDocument::Compact) + '\n';
    m_file.append(line);
    flush();
}

bool EventWriter::flush()
{
    if (!m_file.flush())
        return false;
    if (std::exchange(m_syncs, false))
        m_file.sync();
    return true;
}

} // namespace Roost::Supervision
