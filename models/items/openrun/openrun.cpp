// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/openrun/openrun.h"

namespace Roost::Items {

OpenRun::OpenRun(WorkspaceSession &session, const QString &runId, QObject *parent)
    : QObject(parent)
    , m_document(session, runId)
{
}

RunRanks *OpenRun::ranks()
{
    if (!m_ranks) {
        m_ranks = std::make_unique<RunRanks>(&m_document);
        m_ranks->setWatched(m_document.isWatched());
    }
    return m_ranks.get();
}

RunLogs *OpenRun::logs()
{
    if (!m_logs) {
        m_logs = std::make_unique<RunLogs>(&m_document);
        m_logs->setWatched(m_document.isWatched());
    }
    return m_logs.get();
}

RunMedia *OpenRun::media()
{
    if (!m_media)
        m_media = std::make_unique<RunMedia>(&m_document);
    return m_media.get();
}

void OpenRun::setWatched(bool watched)
{
    m_document.setWatched(watched);
    if (m_ranks)
        m_ranks->setWatched(watched);
    if (m_logs)
        m_logs->setWatched(watched);
}

} // namespace Roost::Items
