// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/snapshot/snapshot.h"

#include <QObject>
#include <QTimer>

#include <optional>

namespace Roost::Items {

/// The listing of the folder of a job, read on another thread: which of its files are sent.
class FolderListing : public QObject
{
    Q_OBJECT
public:
    explicit FolderListing(QObject *parent = nullptr);

    /// Reads `folder` at once. An empty or relative path is not read.
    void read(const QString &folder);
    /// Reads `folder` a moment after the last of several calls: a path is typed character by character, and each of
    /// its beginnings may be a large folder.
    void readSoon(const QString &folder);
    /// Stops reading, with an error that states it; returns whether the folder was being read.
    bool stop();

    /// Empty while the folder is read, and where reading failed.
    const std::optional<Snapshot::Listing> &listing() const { return m_listing; }
    /// Why the folder could not be read; empty text where it could.
    const Error &error() const { return m_error; }
    /// Whether the folder is read, or will be in a moment.
    bool isReading() const { return m_timer.isActive() || m_query.isWaiting(); }
    /// The number of files found so far while the folder is read.
    qint64 filesSoFar() const { return m_filesSoFar; }

    /// Python files that are sent, likely entry points first.
    QStringList scripts() const;
    /// Files that are sent and are conda files by their names, the likeliest first.
    QStringList condaFiles() const;

Q_SIGNALS:
    /// Reading began, ended or was stopped.
    void changed();
    /// filesSoFar() has grown.
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
