// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/codefiles.h"
#include "models/core/future.h"

#include <QStringList>

#include <functional>

namespace Roost::Snapshot {

/// The position of a rule: `file` is ".amlignore" or ".gitignore", `line` counts from 1.
struct RulePlace
{
    QString file;
    int line = 0;
    QString pattern; // as written

    QString toText() const; // ".amlignore:3"
    bool operator==(const RulePlace &) const = default;
};

/// A file that is sent. `path` is relative to the folder, with '/' as separator.
struct File
{
    QString path;
    qint64 size = 0;
    /// The `!` rule that included the file again; its file is empty if there is none.
    RulePlace keptBy;
    /// The modification time in ticks of the file system, for comparisons only.
    qint64 modified = 0;
    bool operator==(const File &) const = default;
};

/// A file that is not sent, or a whole folder (`path` ends with '/') in which no rule includes a file again. The files
/// of a local workspace are never sent: they grow with each run, and change while they are being read.
struct Excluded
{
    QString path;
    qint64 size = 0; // 0 for a folder, which is not read
    RulePlace rule;  // its file is empty for files of a workspace
    bool isOfWorkspace() const { return rule.file.isEmpty(); }
    bool operator==(const Excluded &) const = default;
};

struct Warning
{
    enum class Kind { SecretName, SecretContent, BigFile, ManyFiles, BigSnapshot, Unreadable, Loop, OutsideLink };
    Kind kind = Kind::SecretName;
    /// The file that the warning is about; empty for the whole snapshot.
    QString path;
    /// One sentence for users: what was found and why it matters.
    QString message;
    bool operator==(const Warning &) const = default;
};

/// The files of `folder` that are sent when a job is submitted.
struct Listing
{
    QString folder;           // absolute
    QString ignoreFile;       // ".amlignore", ".gitignore" or empty
    QList<File> files;        // in the order of the hash: by lowercased path
    QList<Excluded> excluded; // by path
    QList<Warning> warnings;
    qint64 totalSize = 0;

    bool operator==(const Listing &) const = default;
};

/// Progress of listing or hashing. `bytesTotal` is 0 while listing and known while hashing.
struct Progress
{
    qint64 files = 0;
    qint64 bytes = 0;
    qint64 bytesTotal = 0;
};

using OnProgress = std::function<void(Progress)>;

/// Lists `folder` on another thread. `onProgress` is called on the calling thread, a few times a second, until the
/// future finishes. Errors: NotFound (no such folder), Rejected (no file would be sent). Canceling stops the work.
Future<Listing> list(const QString &folder, OnProgress onProgress = {});

/// Returns the files of a listing in the form that a job service sends.
CodeFiles codeFiles(const Listing &listing);

/// Computes the SHA-256 (hex) of the listed files as Azure ML does (hash version 202208), on another thread. Failed if
/// a file is missing, has changed since it was listed, or cannot be read.
Future<QString> contentHash(const CodeFiles &files, OnProgress onProgress = {});
inline Future<QString> contentHash(const Listing &listing, OnProgress onProgress = {})
{
    return contentHash(codeFiles(listing), std::move(onProgress));
}

/// Returns the version of the hash, "202208".
QString hashVersion();

/// Limits of Azure ML v1 that cause a warning: 2000 files, 300 MB in total, 100 MB for one file.
inline constexpr qsizetype manyFiles = 2000;
inline constexpr qint64 bigSnapshot = 300'000'000;
inline constexpr qint64 bigFile = 100'000'000;

} // namespace Roost::Snapshot
