// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/error.h"
#include "models/files/descriptor.h"
#include "models/files/folderentries.h"

#include <QFile>
#include <QList>
#include <QString>

#include <functional>
#include <memory>
#include <optional>

namespace Roost::Files {

/// A file or folder below a ContainedFolder. `path` is its text (filename.h), relative to the folder.
struct ContainedFile
{
    QString path;
    FileFacts facts; // of the target if it is a link
    bool operator==(const ContainedFile &) const = default;
};

/// Access to a folder whose content others write. Paths are relative and in the form of filename.h. Links are followed
/// as long as they stay below the folder; a link that leads out is Rejected if it is named, and omitted from lists. A
/// value type: each call opens the folder again, on any thread.
class ContainedFolder
{
public:
    /// Whether the folder itself may be a link. NoLink denies access to a link; MayBeLink is for folders of a workspace
    /// that the owner may have moved to another disk.
    enum class Root { NoLink, MayBeLink };

    explicit ContainedFolder(QString folder, Root root = Root::NoLink)
        : m_folder(std::move(folder))
        , m_root(root)
    {
    }
    const QString &folder() const { return m_folder; }

    /// Returns why the path is invalid; empty if it is valid. A path is invalid if it is empty or absolute, or contains
    /// an empty name, ".", ".." or a NUL.
    static QString whyNotAPath(const QString &path);
    /// Returns the same for a path that is sent to other machines, where a backslash may separate folders and "C:" may
    /// be a disk.
    static QString whyNotAPathAnywhere(const QString &path);

    /// Returns the status of a file or folder; "" is the folder itself. Errors: NotFound, Denied (no permission),
    /// Rejected (an invalid path, or a link that leads out).
    Result<FileFacts> facts(const QString &path) const;
    /// Returns the real location of a path, or where it would be created: links before the last name are resolved as
    /// far as they exist.
    Result<QString> withoutLinks(const QString &path) const;
    /// Opens a regular file for reading.
    Result<std::unique_ptr<QFile>> open(const QString &path) const;
    /// Opens a file for writing and creates missing folders. `flags` and `mode` as for openRegular(). A link at the
    /// last name is not followed.
    Result<Descriptor> openForWriting(const QString &path, int flags, unsigned mode = 0644) const;
    /// Writes a file in one step: it appears or is replaced as a whole. A link of that name is replaced, not followed.
    Result<void> write(const QString &path, const QByteArray &content, unsigned mode = 0644) const;
    /// Returns the entries of one folder, sorted by name; "" is the top. Links to folders are omitted, because they may
    /// be circular.
    Result<QList<ContainedFile>> level(const QString &path) const;
    /// Returns all regular files below `path`, sorted by the bytes of their paths, without files and folders for which
    /// `isWanted` returns false.
    Result<QList<ContainedFile>> filesBelow(const QString &path,
                                            const std::function<bool(const ContainedFile &)> &isWanted = {}) const;
    /// Returns the error for the first link below `path` that leads out, because of which a copy of all files would be
    /// incomplete. Empty if there is none.
    std::optional<Error> whyIncomplete(const QString &path) const;

    /// Creates the folder and missing folders above it; "" is the folder itself.
    Result<void> makeFolder(const QString &path) const;
    /// Moves a file or folder from the absolute path `from` to `path`; replaces an existing file.
    Result<void> moveIn(const QByteArray &from, const QString &path) const;
    /// Removes a file, a link, or a folder with its content. NotFound if it does not exist.
    Result<void> remove(const QString &path) const;

private:
    enum class Missing { IsError, IsMade };
    struct Place
    {
        Descriptor folder;
        QByteArray name;
    };
    class Walk;

    Result<Descriptor> openRoot(Missing missing) const;
    /// Opens the folder that contains the last name of the path; links on the way are followed.
    Result<Place> placeOf(const QString &path, Missing missing) const;
    /// Opens the target of the path with O_PATH.
    Result<Descriptor> find(const QString &path, Missing missing = Missing::IsError) const;

    QString m_folder;
    Root m_root;
};

} // namespace Roost::Files
