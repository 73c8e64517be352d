// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/items/media/runmedia.h"
#include "models/items/ranks/runranks.h"
#include "models/items/runlogs/runlogs.h"
#include "models/items/runs/rundocument.h"

namespace Roost::Items {

/// One run that a page shows: owns its document, its ranks, its logs and its media. These observe the document and are
/// created by the first call, so that the workspace is not queried for them until they are shown.
class OpenRun : public QObject
{
    Q_OBJECT
public:
    /// `session` must outlive this object.
    OpenRun(WorkspaceSession &session, const QString &runId, QObject *parent = nullptr);

    RunDocument *document() { return &m_document; }
    RunRanks *ranks();
    RunLogs *logs();
    RunMedia *media();

    /// Document, ranks and logs are read only while they are watched.
    void setWatched(bool watched);

private:
    RunDocument m_document;
    std::unique_ptr<RunRanks> m_ranks;
    std::unique_ptr<RunLogs> m_logs;
    std::unique_ptr<RunMedia> m_media;
};

} // namespace Roost::Items
