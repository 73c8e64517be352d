// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/codefiles.h"
#include "models/core/future.h"

#include <QStringList>

#include <functional>

namespace Roost::Snapshot {

/// Where a rule stands: `file` is ".amlignore" or ".gitignore", `line` counts from 1.
struct RulePlace
{
    QString file;
    int line = 0;
    QString pattern; // as written

    QString toText() const; // ".amlignore:3"
    bool operator==(const RulePlace &) const = default;
};

/// A file that is sent. `path` is relative to the folder, with '/'.
struct File
{
    QString path;
    qint64 size = 0;
    /// The `!` rule that brought it back; empty file where none did.
    RulePlace keptBy;
    /// When it was written last, in ticks of the file system: only to be compared.
    qint64 modified = 0;
    bool operator==(const File &) const = default;
};

/// What is not sent: a file, or a whole folder (`path` ends with '/') that no rule can bring anything back from. What a
/// local workspace keeps is never sent: it grows with each run, and changes while it is read.
struct Excluded
{
    QString path;
    qint64 size = 0; // of a folder: 0, it was not looked into
    RulePlace rule;  // empty file where no rule does it but that a workspace keeps it there
    bool isOfWorkspace() const { return rule.file.isEmpty(); }
    bool operator==(const Excluded &) const = default;
};

struct Warning
{
    enum class Kind { SecretName, SecretContent, BigFile, ManyFiles, BigSnapshot, Unreadable, Loop, OutsideLink };
    Kind kind = Kind::SecretName;
    /// The file it speaks of; empty for the whole snapshot.
    QString path;
    /// One English sentence: what and why it matters.
    QString message;
    bool operator==(const Warning &) const = default;
};

/// What of `folder` is sent when a job is submitted.
struct Listing
{
    QString folder;           // absolute
    QString ignoreFile;       // ".amlignore", ".gitignore" or empty
    QList<File> files;        // in the order of the hash: by lower-cased path
    QList<Excluded> excluded; // by path
    QList<Warning> warnings;
    qint64 totalSize = 0;

    bool operator==(const Listing &) const = default;
};

/// Counts so far. `bytesTotal` is 0 while listing, known while hashing.
struct Progress
{
    qint64 files = 0;
    qint64 bytes = 0;
    qint64 bytesTotal = 0;
};

using OnProgress = std::function<void(Progress)>;

/// Lists `folder` off this thread. `onProgress` is called on the asking thread, a few times a second, and not
/// after the answer. Errors: NotFound (no such folder), Rejected (nothing would be sent). Canceling stops it soon.
Future<Listing> list(const QString &folder, OnProgress onProgress = {});

/// The files of a listing as a job service sends them.
CodeFiles codeFiles(const Listing &listing);

/// SHA-256 hex of the listed files as Azure ML computes it (hash version 202208), off this thread.
/// Errors: Failed where a file is gone, has changed since it was listed or cannot be read.
Future<QString> contentHash(const CodeFiles &files, OnProgress onProgress = {});
inline Future<QString> contentHash(const Listing &listing, OnProgress onProgress = {})
{
    return contentHash(codeFiles(listing), std::move(onProgress));
}

/// "202208"
QString hashVersion();

/// Limits of Azure ML v1 that make a warning here: 2000 files, 300 MB in all, 100 MB for one file.
inline constexpr qsizetype manyFiles = 2000;
inline constexpr qint64 bigSnapshot = 300'000'000;
inline constexpr qint64 bigFile = 100'000'000;

} // namespace Roost::Snapshot
