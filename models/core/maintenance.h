// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/future.h"

#include <QDateTime>
#include <QList>
#include <QString>
#include <QStringList>

#include <functional>

namespace Roost {

/// A deleted run, which can be restored until the trash is emptied.
struct DeletedRun
{
    QString id;
    QString displayName;
    QString experiment;
    QDateTime deleted;
    qint64 bytes = 0;
    bool operator==(const DeletedRun &) const = default;
};

/// What a deletion has removed for good.
struct Reclaimed
{
    int runs = 0;
    qint64 bytes = 0;
    /// The number of deleted runs that stay because a model or another run uses their files.
    int kept = 0;
    bool operator==(const Reclaimed &) const = default;
};

/// The result of a check of a workspace: a sentence for each fault, and a sentence for each repair.
struct CheckReport
{
    QStringList faults;
    QStringList repairs;
    bool operator==(const CheckReport &) const = default;
};

/// A finished backup.
struct Backup
{
    QString folder;
    qint64 files = 0;
    qint64 bytes = 0;
    bool operator==(const Backup &) const = default;
};

/// Backs up, checks and cleans a workspace while it is in use. An extension of the local service.
class Maintenance
{
public:
    virtual ~Maintenance() = default;
    /// Copies the workspace to `folder`, which is absent or empty. The copy is a workspace in the state of one moment.
    /// `progress` is called with bytes.
    virtual Future<Backup> backup(const QString &folder,
                                  std::function<void(qint64 done, qint64 total)> progress = {}) = 0;
    /// Checks the database, the files of runs and models, and what is derived from them; repairs what can be repaired
    /// if `repair` is true.
    virtual Future<CheckReport> check(bool repair) = 0;
    virtual Future<QList<DeletedRun>> trash() = 0;
    virtual Future<void> restore(const QString &runId) = 0;
    /// Removes runs that were deleted before `before` with their files, and returns their space to the disk. An invalid
    /// time means all deleted runs.
    virtual Future<Reclaimed> emptyTrash(const QDateTime &before) = 0;
};

} // namespace Roost
