// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/service/collect/filesearch.h"

#include <utility>

using namespace Qt::StringLiterals;

namespace Roost::Service::Collect {

namespace {

constexpr size_t mostFolders = 1000;
constexpr int deepest = 16;
// Within this time a file can appear without a later time of its folder.
constexpr qint64 settlingMs = 2000;

} // namespace

void FileSearch::add(const QString &folder, bool isRecursive)
{
    m_folders[folder].isRecursive = isRecursive;
}

QStringList FileSearch::update(const std::function<void(const QString &path)> &found)
{
    QStringList notes;
    std::map<QString, Folder> more;
    const auto now = QDateTime::currentDateTimeUtc();
    for (auto &[path, folder] : m_folders) {
        const auto facts = m_run.facts(path);
        if (!facts || !facts->isFolder())
            continue;
        if (facts->modified == folder.modified && folder.isSettled)
            continue;
        folder.modified = facts->modified;
        folder.isSettled = folder.modified.msecsTo(now) > settlingMs;
        const QString before = std::exchange(folder.problem, QString());
        list(path, folder, found, more);
        if (!folder.problem.isEmpty() && folder.problem != before)
            notes += folder.problem;
    }
    for (auto &[path, folder] : more) {
        if (m_folders.size() < mostFolders) {
            m_folders.emplace(path, std::move(folder));
        } else if (!std::exchange(m_isFull, true)) {
            notes +=
                u"There are more than %1 folders below logs and outputs; metrics are read from the first ones."_s.arg(
                    mostFolders);
        }
    }
    return more.empty() || m_isFull ? notes : notes + update(found);
}

void FileSearch::list(const QString &path, Folder &folder, const std::function<void(const QString &path)> &found,
                      std::map<QString, Folder> &more)
{
    const auto entries = m_run.level(path);
    if (!entries) {
        folder.problem =
            u"The folder \"%1\" cannot be read, so no metrics are read from it: %2"_s.arg(path, entries.error().text);
        return;
    }
    for (const Files::ContainedFile &entry : *entries) {
        if (entry.facts.isFile())
            found(entry.path);
        else if (folder.isRecursive && entry.facts.isFolder() && folder.depth < deepest &&
                 !m_folders.contains(entry.path))
            more[entry.path] = {.isRecursive = true, .depth = folder.depth + 1};
    }
}

} // namespace Roost::Service::Collect
