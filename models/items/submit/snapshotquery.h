// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/items/workspace/topicquery.h"

namespace Roost::Items {

/// The files of a snapshot that is stored in the workspace. They are read once, because a snapshot does not change.
class SnapshotQuery : public LiveQuery
{
    Q_OBJECT
public:
    explicit SnapshotQuery(WorkspaceSession &session, QObject *parent = nullptr);

    /// Sets the ID of the snapshot. The state is State::Lacking while it is empty.
    void setCode(const QString &codeId);
    const QString &codeId() const { return m_codeId; }
    /// The files, sorted by path.
    const QList<SnapshotFile> &files() const { return m_files; }
    /// Returns "3 files, 1.2 KB"; without the size if it is not known.
    QString summary() const;

    /// Also requests fresh URLs of the files.
    void refresh() override;

private:
    WorkspaceSession &m_session;
    QString m_codeId;
    QList<SnapshotFile> m_files;
    PendingReply<QList<SnapshotFile>> m_filesReply;
};

} // namespace Roost::Items
