// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/submit/snapshotquery.h"

#include "models/items/base/format.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Roost::Items {

SnapshotQuery::SnapshotQuery(WorkspaceSession &session, QObject *parent)
    : LiveQuery(parent)
    , m_session(session)
{
    setState(State::Lacking);
    connect(&session, &WorkspaceSession::stateChanged, this, [this] {
        if (!m_codeId.isEmpty() && !hasContent() && !m_filesReply.isWaiting())
            refresh();
    });
}

void SnapshotQuery::setCode(const QString &codeId)
{
    if (codeId == m_codeId)
        return;
    m_codeId = codeId;
    m_files.clear();
    m_filesReply.cancel();
    setState(State::Loading);
    refresh();
}

void SnapshotQuery::refresh()
{
    JobService *jobs = m_session.jobs();
    if (m_codeId.isEmpty() || (m_session.workspace() && !jobs)) {
        setState(State::Lacking);
        return;
    }
    if (!jobs) {
        if (m_session.state() == WorkspaceSession::State::Failed)
            setState(State::Failed, m_session.error());
        return;
    }
    if (state() == State::Failed)
        setState(State::Loading);
    m_filesReply.watch(jobs->snapshotFiles(m_codeId), [this](Result<QList<SnapshotFile>> files) {
        if (!files) {
            setState(hasContent() ? State::Stale : State::Failed, files.error());
            return;
        }
        m_files = *files;
        setState(State::Ready);
        Q_EMIT arrived();
    });
}

QString SnapshotQuery::summary() const
{
    qint64 size = 0;
    for (const SnapshotFile &file : m_files)
        size = file.size < 0 || size < 0 ? -1 : size + file.size;
    return Format::files(m_files.size(), size);
}

} // namespace Roost::Items
