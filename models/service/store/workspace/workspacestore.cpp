// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/service/store/workspace/workspacestore.h"

#include "models/files/folderentries.h"

#include <QFile>
#include <QFileInfo>
#include <QStringList>

#include <algorithm>
#include <cerrno>
#include <fcntl.h>

using namespace Qt::StringLiterals;

namespace Roost::Service::Store {

namespace {

bool isNumber(const QByteArray &name)
{
    return std::ranges::all_of(name, [](char c) { return c >= '0' && c <= '9'; });
}

bool isRunId(const QByteArray &name)
{
    return name.size() == 32 && QByteArray::fromHex(name).toHex() == name;
}

qsizetype countIf(const QString &folder, const auto &fits)
{
    const auto entries = Files::entriesOf(folder).value_or(QList<Files::FolderEntry>());
    return std::ranges::count_if(entries, [&fits](const Files::FolderEntry &entry) {
        return entry.facts.isFolder() && !entry.name.startsWith('.') && fits(entry.name);
    });
}

/// Returns a sentence about the runs and models in the folder, which could not be listed without a database; empty if
/// there are none. A project folder that becomes a workspace may have a runs/ or models/ of its own, such as
/// TensorBoard's; only `isAny` counts these too.
QString filesOf(const WorkspaceFolder &folder, bool isAny)
{
    const auto isRun = [&](const QByteArray &name) {
        const QString run = folder.run(QString::fromUtf8(name));
        return isAny || isRunId(name) || QFileInfo(run + u"/azureml-logs"_s).isDir();
    };
    const auto isModel = [&](const QByteArray &name) {
        return isAny || countIf(folder.models() + u'/' + QString::fromUtf8(name), isNumber) > 0;
    };
    QStringList found;
    if (const auto runs = countIf(folder.runs(), isRun); runs > 0)
        found += u"runs/ holds %1 run(s)"_s.arg(runs);
    if (const auto models = countIf(folder.models(), isModel); models > 0)
        found += u"models/ holds %1 model(s)"_s.arg(models);
    return found.join(u" and "_s);
}

} // namespace

Result<std::unique_ptr<WorkspaceStore>> WorkspaceStore::open(const WorkspaceFolder &folder, FilesWithoutDatabase files)
{
    const QFileInfo info(folder.database());
    const bool mustBeRequested = files == FilesWithoutDatabase::AreRefused && info.size() == 0;
    const QString found = mustBeRequested ? filesOf(folder, info.exists()) : QString();
    if (!found.isEmpty()) {
        return failure(
            ErrorKind::Rejected,
            u"The database %1 is %2, but %3. Restore it from a backup. To start with an empty database, which does not list these, run: roostd serve --new-database --workspace %4"_s
                .arg(info.filePath(), info.exists() ? u"empty"_s : u"missing"_s, found, folder.path));
    }
    auto database = Database::open(folder.database());
    if (!database)
        return std::unexpected(database.error());
    return std::unique_ptr<WorkspaceStore>(new WorkspaceStore(folder, std::move(*database)));
}

WorkspaceStore::WorkspaceStore(WorkspaceFolder folder, std::unique_ptr<Database> database)
    : m_folder(std::move(folder))
    , m_opened(::open(QFile::encodeName(m_folder.path).constData(), O_PATH | O_DIRECTORY | O_CLOEXEC))
    , m_database(std::move(database))
{
}

QString WorkspaceStore::whyMoved() const
{
    const auto opened = Files::factsOf(m_opened.get());
    if (!opened)
        return {};
    const auto there = Files::factsOf(AT_FDCWD, QFile::encodeName(m_folder.path));
    // If a file system does not respond for a while, the folder was not moved.
    if (!there && errno != ENOENT && errno != ENOTDIR)
        return {};
    if (there && there->device == opened->device && there->inode == opened->inode)
        return {};
    const QString now = QFile::symLinkTarget(u"/proc/self/fd/%1"_s.arg(m_opened.get()));
    const QString sentence =
        u"The workspace folder %1 was moved, replaced or removed while it was served."_s.arg(m_folder.path);
    return now.isEmpty() || now.endsWith(u" (deleted)"_s) || now == m_folder.path
               ? sentence
               : sentence + u" It is %1 now; open it there."_s.arg(now);
}

} // namespace Roost::Service::Store
