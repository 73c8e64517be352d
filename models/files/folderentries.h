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

/// What the file system knows of one file.
struct FileFacts
{
    FileKind kind = FileKind::Other;
    qint64 size = 0;
    QDateTime modified; // UTC
    quint64 device = 0;
    quint64 inode = 0;
    qint64 bornMs = 0; // since 1970; 0 where the file system does not keep it
    unsigned mode = 0; // permissions, as chmod(2) takes them

    bool isFile() const { return kind == FileKind::File; }
    bool isFolder() const { return kind == FileKind::Folder; }
    bool isLink() const { return kind == FileKind::Link; }
    bool operator==(const FileFacts &) const = default;
};

struct FolderEntry
{
    QByteArray name;
    FileFacts facts; // of a link itself, where it is one
};

/// Of an open file.
std::optional<FileFacts> factsOf(int descriptor);
/// Of `name` in an open folder (or of an absolute path), of a link itself; `errno` says why there are none.
std::optional<FileFacts> factsOf(int folder, const QByteArray &name);

/// All entries of an open folder but "." and "..", by name. The descriptor stays the caller's; it may be one that
/// O_PATH opened.
Result<QList<FolderEntry>> entriesOf(int folder);
/// The same of a folder by its path; links on the way are followed.
Result<QList<FolderEntry>> entriesOf(const QString &folder);

/// Bytes of all files below the folder; links are not followed, what cannot be read is not counted.
qint64 bytesBelow(const QString &folder);

} // namespace Roost::Files
