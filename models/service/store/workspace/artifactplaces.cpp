// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/service/store/workspace/artifactplaces.h"

#include "models/service/store/workspace/artifacturi.h"
#include "models/service/store/workspace/workspacestore.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <unistd.h>

using namespace Qt::StringLiterals;

namespace Roost::Service::Store {

namespace {

// Returns a folder that the user may have replaced by a link to another disk.
Files::ContainedFolder linkable(const QString &folder)
{
    return Files::ContainedFolder(folder, Files::ContainedFolder::Root::MayBeLink);
}

bool hasDestination(const WorkspaceFolder &workspace)
{
    return QFileInfo(workspace.looseArtifacts()).isSymLink();
}

// A client may name any text as the source of a model; only an id of this service can be a run with a folder.
bool mayHaveFolder(const QString &runId)
{
    const QByteArray id = runId.toLatin1();
    return id.size() == 32 && QByteArray::fromHex(id).toHex() == id;
}

bool hasOwnFolder(const WorkspaceFolder &workspace, const QString &runId)
{
    const bool isName = Files::ContainedFolder::whyNotAPath(runId).isEmpty() && !runId.contains(u'/');
    return isName && QFileInfo(workspace.run(runId)).isDir();
}

// Clients write below the destination, so it must not contain the workspace's own files.
QString whyNotADestination(const WorkspaceFolder &workspace, const QString &destination)
{
    const QString folder = QDir::cleanPath(destination) + u'/';
    const QString own = workspace.path + u'/';
    if (own.startsWith(folder))
        return u"Artifacts cannot go to %1: the data of the service lie there. Name another folder."_s.arg(destination);
    const QStringList parts{workspace.runs(),         workspace.models(),       workspace.code(),
                            workspace.environments(), workspace.loggedModels(), workspace.looseArtifacts(),
                            workspace.uploads()};
    for (const QString &part : parts) {
        if (folder.startsWith(part + u'/')) {
            return u"Artifacts cannot go to %1: the service keeps other data there. Name another folder, such as "
                   "%2mlartifacts."_s.arg(destination, own);
        }
    }
    return {};
}

} // namespace

Result<void> setArtifactsDestination(const WorkspaceFolder &workspace, const QString &destination)
{
    if (const QString why = whyNotADestination(workspace, destination); !why.isEmpty())
        return failure(ErrorKind::Rejected, why);
    if (!QDir().mkpath(destination))
        return failure(ErrorKind::Failed, u"The folder %1 for artifacts could not be created."_s.arg(destination));
    if (::access(QFile::encodeName(destination).constData(), W_OK | X_OK) != 0)
        return failure(ErrorKind::Denied, u"You may not write to the folder %1 for artifacts."_s.arg(destination));
    // The path may lead through a link.
    if (const QString why = whyNotADestination(workspace, QFileInfo(destination).canonicalFilePath()); !why.isEmpty())
        return failure(ErrorKind::Rejected, why);
    const QString link = workspace.looseArtifacts();
    const QFileInfo there(link);
    if (there.isSymLink() && there.canonicalFilePath() == QFileInfo(destination).canonicalFilePath())
        return {};
    // QDir::rmdir removes only an empty folder.
    const bool isFree = there.isSymLink() ? QFile::remove(link) : !there.exists() || QDir().rmdir(link);
    if (!isFree) {
        return failure(ErrorKind::Rejected,
                       u"%1 already holds artifacts, so they cannot go to %2. Move its content there and remove the "
                       "empty folder, or start without --artifacts-destination."_s.arg(link, destination));
    }
    if (!QFile::link(QFileInfo(destination).canonicalFilePath(), link))
        return failure(ErrorKind::Failed, u"%1 could not be made a link to %2."_s.arg(link, destination));
    return {};
}

ArtifactFolder artifactsOf(const WorkspaceFolder &workspace, const RunRow &run)
{
    const QString uri = artifactUri(run);
    if (const auto folder = localPath(run.artifactLocation); folder && !run.isJob)
        return ArtifactFolder::at(linkable(*folder), run.id + u"/artifacts"_s);
    const auto path = proxiedPath(uri);
    if (path && hasDestination(workspace) && !run.isJob && !hasOwnFolder(workspace, run.id))
        return ArtifactFolder::at(linkable(workspace.looseArtifacts()), *path);
    return ArtifactFolder::ofRun(workspace, run.id);
}

ArtifactFolder artifactsOfRun(WorkspaceStore &store, const QString &runId)
{
    const auto run =
        store.database().read([&runId](Connection &connection) { return RunStore(connection).find(runId); });
    return run ? artifactsOf(store.folder(), *run) : ArtifactFolder::ofRun(store.folder(), runId);
}

ArtifactFolder artifactsOf(const WorkspaceFolder &workspace, const LoggedModelRow &model)
{
    if (const auto folder = localPath(model.artifactUri))
        return ArtifactFolder::at(linkable(*folder));
    const bool isInRun = !model.sourceRun.isEmpty() && hasOwnFolder(workspace, model.sourceRun);
    const auto path = proxiedPath(model.artifactUri);
    if (path && hasDestination(workspace) && !isInRun)
        return ArtifactFolder::at(linkable(workspace.looseArtifacts()), *path);
    // In the folder of the model's run, because users look for the model there.
    if (isInRun || mayHaveFolder(model.sourceRun))
        return ArtifactFolder::at(linkable(workspace.runs()), model.sourceRun + u"/models/"_s + model.id);
    return ArtifactFolder::at(linkable(workspace.loggedModels()), model.id);
}

ArtifactFolder otherArtifacts(const WorkspaceFolder &workspace)
{
    return ArtifactFolder::at(linkable(workspace.looseArtifacts()));
}

bool hasArtifactsHere(const RunRow &run)
{
    return run.isJob || proxiedPath(run.artifactLocation) || localPath(run.artifactLocation);
}

} // namespace Roost::Service::Store
