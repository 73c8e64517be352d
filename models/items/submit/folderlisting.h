// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/snapshot/snapshot.h"

#include <QObject>
#include <QTimer>

#include <optional>

namespace Roost::Items {

/// The listing of a job's folder, read on another thread: which of its files are sent.
class FolderListing : public QObject
{
    Q_OBJECT
public:
    explicit FolderListing(QObject *parent = nullptr);

    /// Reads `folder` at once. An empty or relative path is not read.
    void read(const QString &folder);
    /// Reads `folder` a moment after the last of several calls: while a path is typed, each of its prefixes may be a
    /// large folder.
    void readSoon(const QString &folder);
    /// Stops reading and sets an error that says so. Returns whether the folder was being read.
    bool stop();

    /// Empty while the folder is being read, and if reading failed.
    const std::optional<Snapshot::Listing> &listing() const { return m_listing; }
    /// Why the folder could not be read; its text is empty if it could.
    const Error &error() const { return m_error; }
    /// Returns whether the folder is being read, or will be in a moment.
    bool isReading() const { return m_timer.isActive() || m_query.isWaiting(); }
    /// The number of files found so far while the folder is being read.
    qint64 filesSoFar() const { return m_filesSoFar; }

    /// Returns the Python files that are sent, likely entry points first.
    QStringList scripts() const;
    /// Returns the files that are sent and whose names are those of conda files, the likeliest first.
    QStringList condaFiles() const;

Q_SIGNALS:
    /// Emitted when reading began, ended or was stopped.
    void changed();
    /// Emitted when filesSoFar() has grown.
    void progressed();

private:
    void clear();
    void start();
    void onListing(Result<Snapshot::Listing> result);

    QString m_folder;
    std::optional<Snapshot::Listing> m_listing;
    Error m_error;
    qint64 m_filesSoFar = 0;
    QTimer m_timer;
    PendingReply<Snapshot::Listing> m_query;
};

} // namespace Roost::Items
