// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/error.h"

#include <QByteArray>
#include <QDateTime>
#include <QList>
#include <QString>

#include <optional>

namespace Roost::Files {

enum class FileKind { File, Folder, Link, Other };

/// The status of one file.
struct FileFacts
{
    FileKind kind = FileKind::Other;
    qint64 size = 0;
    QDateTime modified; // UTC
    quint64 device = 0;
    quint64 inode = 0;
    qint64 bornMs = 0; // creation time in ms since 1970; 0 if the file system does not record it
    unsigned mode = 0; // permissions, as for chmod(2)

    bool isFile() const { return kind == FileKind::File; }
    bool isFolder() const { return kind == FileKind::Folder; }
    bool isLink() const { return kind == FileKind::Link; }
    bool operator==(const FileFacts &) const = default;
};

struct FolderEntry
{
    QByteArray name;
    FileFacts facts; // of the link itself if the entry is a link
};

/// Returns the status of an open file.
std::optional<FileFacts> factsOf(int descriptor);
/// Returns the status of `name` in an open folder, or of an absolute path; does not follow a link. Sets `errno` on
/// failure.
std::optional<FileFacts> factsOf(int folder, const QByteArray &name);

/// Returns all entries of an open folder except "." and "..", sorted by name. The caller still owns the descriptor,
/// which may have been opened with O_PATH.
Result<QList<FolderEntry>> entriesOf(int folder);
/// The same for the path of a folder; links in the path are followed.
Result<QList<FolderEntry>> entriesOf(const QString &folder);

/// Returns the total size of all files below the folder. Links are not followed; unreadable files are not counted.
qint64 bytesBelow(const QString &folder);

} // namespace Roost::Files
