// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/items/workspace/topicquery.h"

namespace Roost::Items {

/// The files of a snapshot that the workspace holds. They are read once, because a snapshot does not change.
class SnapshotQuery : public LiveQuery
{
    Q_OBJECT
public:
    explicit SnapshotQuery(WorkspaceSession &session, QObject *parent = nullptr);

    /// The id of the snapshot; State::Lacking while it is empty.
    void setCode(const QString &codeId);
    const QString &codeId() const { return m_codeId; }
    /// The files by path.
    const QList<SnapshotFile> &files() const { return m_files; }
    /// "3 files, 1.2 KB"; the size only where it is known.
    QString summary() const;

    /// Also requests fresh addresses of the files.
    void refresh() override;

private:
    WorkspaceSession &m_session;
    QString m_codeId;
    QList<SnapshotFile> m_files;
    PendingReply<QList<SnapshotFile>> m_filesReply;
};

} // namespace Roost::Items
