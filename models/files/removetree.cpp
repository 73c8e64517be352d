// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/files/removetree.h"

#include "models/files/descriptor.h"
#include "models/files/filename.h"
#include "models/files/folderentries.h"

#include <QFile>
#include <QList>

#include <cerrno>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace Roost::Files {

namespace {

/// Walks the tree with a list instead of recursion, and with two descriptors instead of one per level: a tree may be
/// deeper than the stack or the limit of open files allows.
class Removal
{
public:
    Removal(int folder, const QByteArray &name)
        : m_top(folder)
        , m_name(name)
    {
    }

    Result<void> run()
    {
        const auto facts = factsOf(m_top, m_name);
        if (!facts) {
            if (errno != ENOENT)
                keep(m_name, errno);
            return result();
        }
        if (!facts->isFolder()) {
            unlink(m_top, m_name, 0);
            return result();
        }
        if (!enter(m_top, m_name)) {
            unlink(m_top, m_name, AT_REMOVEDIR);
            return result();
        }
        while (!m_levels.isEmpty()) {
            if (!m_levels.last().folders.isEmpty())
                enter(m_here.get(), m_levels.last().folders.takeLast());
            else if (!leave())
                break;
        }
        return result();
    }

private:
    struct Level
    {
        QByteArray name;
        quint64 device = 0;
        quint64 inode = 0;
        QList<QByteArray> folders; // not entered yet
    };

    QByteArray pathOf(const QByteArray &name) const
    {
        QByteArray path;
        for (const Level &level : m_levels)
            path += level.name + '/';
        return path + name;
    }

    void keep(const QByteArray &path, int code)
    {
        if (m_kept++ == 0) {
            m_first = textOf(path);
            m_code = code;
        }
    }

    void unlink(int folder, const QByteArray &name, int flags)
    {
        if (::unlinkat(folder, name.constData(), flags) == 0)
            return;
        // An entry that another process removed counts as removed. A folder that is not empty remains because of an
        // entry in it, which is reported itself.
        if (errno != ENOENT && (errno != ENOTEMPTY || m_kept == 0))
            keep(pathOf(name), errno);
    }

    static Descriptor openFolder(int parent, const QByteArray &name)
    {
        Descriptor found(::openat(parent, name.constData(), O_PATH | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC));
        if (!found)
            return found;
        // Entries of a folder without write permission cannot be removed; without read permission the folder cannot be
        // listed.
        const auto facts = factsOf(found.get());
        if (facts && (facts->mode & S_IRWXU) != S_IRWXU) {
            const QByteArray handle = "/proc/self/fd/" + QByteArray::number(found.get());
            static_cast<void>(::chmod(handle.constData(), (facts->mode & 07777) | S_IRWXU));
        }
        return found;
    }

    /// Removes the files of the folder and enters it; its subfolders are processed next.
    bool enter(int parent, const QByteArray &name)
    {
        Descriptor folder = openFolder(parent, name);
        const auto facts = folder ? factsOf(folder.get()) : std::nullopt;
        const auto entries = facts ? entriesOf(folder.get()) : Result<QList<FolderEntry>>(failure({}, {}));
        if (!entries) {
            // An empty folder need not be entered.
            if (parent != m_top || !m_levels.isEmpty())
                unlink(parent, name, AT_REMOVEDIR);
            return false;
        }
        m_levels.append({name, facts->device, facts->inode, {}});
        for (const FolderEntry &entry : *entries) {
            if (entry.facts.isFolder())
                m_levels.last().folders.append(entry.name);
            else if (::unlinkat(folder.get(), entry.name.constData(), 0) != 0 && errno != ENOENT)
                keep(pathOf(entry.name), errno);
        }
        m_here = std::move(folder);
        return true;
    }

    /// Returns to the parent and removes the folder, which is empty now. Returns false at the top, and if the tree was
    /// moved in the meantime, so that the parent is another folder.
    bool leave()
    {
        const Level done = m_levels.takeLast();
        if (m_levels.isEmpty()) {
            m_here = {};
            unlink(m_top, done.name, AT_REMOVEDIR);
            return false;
        }
        Descriptor parent(::openat(m_here.get(), "..", O_PATH | O_DIRECTORY | O_CLOEXEC));
        const auto facts = parent ? factsOf(parent.get()) : std::nullopt;
        if (!facts || facts->inode != m_levels.last().inode || facts->device != m_levels.last().device) {
            keep(pathOf(done.name), EBUSY);
            return false;
        }
        m_here = std::move(parent);
        unlink(m_here.get(), done.name, AT_REMOVEDIR);
        return true;
    }

    Result<void> result() const
    {
        if (m_kept == 0)
            return {};
        const QString more = m_kept > 1 ? u" %1 files and folders stayed in all."_s.arg(m_kept) : QString();
        return failure(ErrorKind::Failed, u"%1 cannot be removed: %2.%3"_s.arg(m_first, qt_error_string(m_code), more));
    }

    int m_top;
    QByteArray m_name;
    Descriptor m_here;
    QList<Level> m_levels;
    QString m_first;
    int m_code = 0;
    int m_kept = 0;
};

} // namespace

Result<void> removeTree(int folder, const QByteArray &name)
{
    return Removal(folder, name).run();
}

Result<void> removeTree(const QString &path)
{
    QByteArray name = QFile::encodeName(path);
    // With a trailing slash, the name of a link would mean its target.
    while (name.size() > 1 && name.endsWith('/'))
        name.chop(1);
    return removeTree(AT_FDCWD, name);
}

} // namespace Roost::Files
