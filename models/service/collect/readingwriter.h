// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/error.h"
#include "models/service/collect/metricfilereader.h"

#include <QElapsedTimer>
#include <QHash>
#include <QSet>
#include <QStringList>

#include <map>
#include <string>

namespace Roost::Service::Store {
class Connection;
class WorkspaceStore;
} // namespace Roost::Service::Store

namespace Roost::Service::Collect {

/// Stores what was read from the files of one run: the points and the position of a file in one transaction.
class ReadingWriter
{
public:
    /// `seq` is the number of the run in the store, which must outlive this object.
    ReadingWriter(Store::WorkspaceStore &store, QString runId, qint64 seq);

    /// Call once, before the other methods. Returns the positions of all files that were read before.
    Result<std::map<QString, FilePosition>> load();

    /// Stores one reading of the file; the name of each metric gets `prefix`. `before` is the position that is stored
    /// now. A folder's metrics are discarded together.
    Result<void> write(const QString &path, const QString &prefix, const FilePosition &before,
                       const FileReading &reading);
    /// Adds a sentence that the run shows, once. It is stored with the next reading, or by `writeNotes`.
    void note(const QString &text);
    Result<void> writeNotes();

private:
    struct Entries;

    Entries accepted(const QString &folder, const QString &prefix, const FileReading &reading);
    QString whyNotAKey(const QString &key) const;
    void setProperties(Store::Connection &connection, const FileReading &reading, bool hasProgress);

    Store::WorkspaceStore &m_store;
    QString m_runId;
    qint64 m_seq;
    QHash<QString, QSet<QString>> m_keys; // by folder
    qsizetype m_keyCount = 0;
    QStringList m_notes;
    bool m_hasNewNotes = false;
    QElapsedTimer m_sinceProgress;
};

} // namespace Roost::Service::Collect
