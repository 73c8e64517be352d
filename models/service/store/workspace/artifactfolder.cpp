// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/service/store/workspace/artifactfolder.h"

#include <QFile>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Roost::Service::Store {

namespace {
constexpr auto aside = "artifacts"_L1;
constexpr auto ownLogs = "azureml-logs"_L1;

QString firstName(const QString &path)
{
    return path.section(u'/', 0, 0);
}

// Returns whether the error means that the path has no entries: it does not exist, or this client may not use it.
bool isAbsent(const Error &error)
{
    return error.kind == ErrorKind::NotFound || error.kind == ErrorKind::Rejected;
}
} // namespace

ArtifactFolder ArtifactFolder::ofRun(const WorkspaceFolder &workspace, const QString &runId)
{
    // An id that is not a file name has no folder; ".." would be another folder.
    const bool isName = Files::ContainedFolder::whyNotAPath(runId).isEmpty() && !runId.contains(u'/');
    return {Files::ContainedFolder(isName ? workspace.run(runId) : QString()), {}, true};
}

ArtifactFolder ArtifactFolder::at(Files::ContainedFolder folder, const QString &below)
{
    return {std::move(folder), below, false};
}

bool ArtifactFolder::isKept(const QString &name) const
{
    return m_isRun && (name == "snapshot"_L1 || name == "state"_L1 || name == aside);
}

Result<void> ArtifactFolder::checkWritable(const QString &path) const
{
    if (!m_isRun)
        return {};
    // As long as the run has no folder, no link can lead out of it.
    const QString inFiles = pathInFiles(path);
    auto target = m_files.withoutLinks(inFiles);
    if (!target && target.error().kind == ErrorKind::NotFound)
        target = inFiles;
    if (!target)
        return std::unexpected(target.error());
    const QString first = firstName(*target);
    if (first == ownLogs) {
        return failure(ErrorKind::Denied, u"azureml-logs holds the logs of the run itself; put artifacts elsewhere."_s);
    }
    if (first == "snapshot"_L1 || first == "state"_L1)
        return failure(ErrorKind::Denied, u"%1 leads to what the service itself keeps of the run."_s.arg(path));
    return {};
}

QString ArtifactFolder::pathInFiles(const QString &path) const
{
    QString inFiles = isKept(firstName(path)) ? QString(aside + u'/' + path) : path;
    if (m_below.isEmpty() || inFiles.isEmpty())
        return m_below + inFiles;
    return m_below + u'/' + inFiles;
}

Result<Files::FileFacts> ArtifactFolder::facts(const QString &path) const
{
    return m_files.facts(pathInFiles(path));
}

Result<std::unique_ptr<QFile>> ArtifactFolder::open(const QString &path) const
{
    return m_files.open(pathInFiles(path));
}

Result<void> ArtifactFolder::remove(const QString &path) const
{
    return m_files.remove(pathInFiles(path));
}

Result<QList<ArtifactEntry>> ArtifactFolder::entries(const QString &path) const
{
    const auto files = m_files.level(path);
    if (!files && isAbsent(files.error()))
        return QList<ArtifactEntry>();
    if (!files)
        return std::unexpected(files.error());
    QList<ArtifactEntry> entries;
    for (const Files::ContainedFile &file : *files)
        entries.append({file.path, file.facts.isFolder(), file.facts.size, file.facts.modified});
    return entries;
}

Result<QList<ArtifactEntry>> ArtifactFolder::level(const QString &path) const
{
    auto found = entries(pathInFiles(path));
    if (!found)
        return found;
    // Converts the paths back to the names that clients use.
    const bool isAside = isKept(firstName(path));
    const qsizetype before = isAside ? aside.size() + 1 : m_below.isEmpty() ? 0 : m_below.size() + 1;
    for (ArtifactEntry &entry : *found)
        entry.path.remove(0, before);
    if (path.isEmpty() && m_isRun) {
        found->removeIf([this](const ArtifactEntry &entry) { return isKept(entry.path); });
        const auto others = entries(aside);
        if (!others)
            return others;
        for (ArtifactEntry entry : *others) {
            entry.path.remove(0, aside.size() + 1);
            if (isKept(entry.path))
                found->append(entry);
        }
    }
    std::ranges::sort(*found, {}, &ArtifactEntry::path);
    return found;
}

Result<QList<Artifact>> ArtifactFolder::below(const QString &prefix, int limit) const
{
    QList<Artifact> found;
    // Only the folder at the end of the prefix is walked; the last part of the prefix may be the beginning of a name.
    if (const auto walked = walk(prefix.section(u'/', 0, -2), prefix, limit, found); !walked)
        return std::unexpected(walked.error());
    std::ranges::sort(found, {}, &Artifact::path);
    return found;
}

Result<void> ArtifactFolder::walk(const QString &top, const QString &prefix, int limit, QList<Artifact> &found) const
{
    QStringList folders{top};
    while (!folders.isEmpty()) {
        const QString folder = folders.takeLast();
        const auto entries = level(folder);
        if (!entries && folder == top)
            return std::unexpected(entries.error());
        if (!entries) {
            found.append({QString(folder + u'/'), -1, {}});
            continue;
        }
        for (const ArtifactEntry &entry : *entries) {
            if (found.size() >= limit)
                return {};
            if (!entry.path.startsWith(prefix) && !prefix.startsWith(entry.path + u'/'))
                continue;
            if (entry.isFolder)
                folders.append(entry.path);
            else
                found.append({entry.path, entry.size, entry.modified});
        }
    }
    return {};
}

std::optional<Error> ArtifactFolder::whyUnread(const QString &path) const
{
    if (!path.endsWith(u'/'))
        return std::nullopt;
    const auto inside = level(path.chopped(1));
    return inside ? std::nullopt : std::optional(inside.error());
}

QString ArtifactFolder::whyNotAPath(const QString &path)
{
    return path.isEmpty() ? QString() : Files::ContainedFolder::whyNotAPathAnywhere(path);
}

QString ArtifactFolder::whyNotNamed(const QString &path) const
{
    const QString why = whyNotAPath(path);
    return why.isEmpty() || facts(path) ? QString() : why;
}

} // namespace Roost::Service::Store
