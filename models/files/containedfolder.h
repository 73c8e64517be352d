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
    FileFacts facts; // of what a link leads to, where it is one
    bool operator==(const ContainedFile &) const = default;
};

/// A folder whose content others write, and the only way into it. Paths are relative, of the text that filename.h
/// defines. Links below it are followed as long as they stay below it; one that leads out is Rejected where it is named
/// and left out of lists. A value: it opens the folder anew for each call, from any thread.
class ContainedFolder
{
public:
    /// What happens where the folder itself is a link: it is Denied, or followed (the folders of a workspace that
    /// their owner may have put on another disk).
    enum class Root { NoLink, MayBeLink };

    explicit ContainedFolder(QString folder, Root root = Root::NoLink)
        : m_folder(std::move(folder))
        , m_root(root)
    {
    }
    const QString &folder() const { return m_folder; }

    /// Empty, or why no file can have this path: it is empty or absolute, or holds an empty name, ".", ".." or a zero.
    static QString whyNotAPath(const QString &path);
    /// The same of a path that goes to other machines too, where a backslash may divide folders and "C:" be a disk.
    static QString whyNotAPathAnywhere(const QString &path);

    /// NotFound, Denied (closed to this user), Rejected (no path, or a link out). "" is the folder itself.
    Result<FileFacts> facts(const QString &path) const;
    /// The path where a file of that path lies or would come to lie: the links on the way to its last name followed, as
    /// far as they are there.
    Result<QString> withoutLinks(const QString &path) const;
    /// An ordinary file, for reading.
    Result<std::unique_ptr<QFile>> open(const QString &path) const;
    /// Opens for writing; the folders on the way are made. `flags` and `mode` as for `openRegular`. A link at the last
    /// name is not followed.
    Result<Descriptor> openForWriting(const QString &path, int flags, unsigned mode = 0644) const;
    /// Puts the content into a file, which appears or is replaced whole; a link of that name is replaced itself.
    Result<void> write(const QString &path, const QByteArray &content, unsigned mode = 0644) const;
    /// One level, by name; "" is the top. A link to a folder is left out: it may lead in circles.
    Result<QList<ContainedFile>> level(const QString &path) const;
    /// All ordinary files below `path`, by the bytes of their paths. `isWanted` is asked for each file and folder; a
    /// folder that is not wanted is not entered.
    Result<QList<ContainedFile>> filesBelow(const QString &path,
                                            const std::function<bool(const ContainedFile &)> &isWanted = {}) const;
    /// Why a copy of all files below `path` would lack one: of the first link there that leads out. Nothing where none
    /// does.
    std::optional<Error> whyIncomplete(const QString &path) const;

    /// Makes the folder and those on the way to it; "" makes the folder itself.
    Result<void> makeFolder(const QString &path) const;
    /// Moves an own file or folder, named by its absolute path, to `path` below; replaces a file that is there.
    Result<void> moveIn(const QByteArray &from, const QString &path) const;
    /// Removes the file, link or folder with all that is in it. NotFound where there is none.
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
    /// The folder that holds the last name of the path, links followed on the way.
    Result<Place> placeOf(const QString &path, Missing missing) const;
    /// What the path leads to, opened with O_PATH.
    Result<Descriptor> find(const QString &path, Missing missing = Missing::IsError) const;

    QString m_folder;
    Root m_root;
};

} // namespace Roost::Files
