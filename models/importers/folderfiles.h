// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/error.h"
#include "models/importers/importedrun.h"
#include "models/importers/remarks.h"

namespace Roost::Importers {

/// How a folder is read that other people may have prepared.
struct FolderAccess
{
    QString folder; // absolute
    /// Whether to copy files outside the folder, to which links or addresses in it lead. Otherwise they are remarks:
    /// they could be the user's own secrets.
    bool followsLinks = false;
};

/// Returns the files below `path` as artifacts below `prefix` ("" or "logs/"). What cannot be copied is a remark.
Result<QList<ImportedFile>> filesBelow(const FolderAccess &access, const QString &path, const QString &prefix,
                                       Remarks &remarks);

/// Returns a hash of the names, sizes and times of all files below `path`.
QString fingerprintOfFolder(const QString &path);

/// Reads a small file. Rejected, with the reason, if it is longer than `most` bytes or is not a regular file.
Result<QByteArray> readSmallFile(const QString &path, qint64 most = 4'000'000);

/// Returns whether a name matches a pattern with * and ?, or the pattern is empty.
bool matchesPattern(const QString &pattern, const QStringList &names);

} // namespace Roost::Importers
