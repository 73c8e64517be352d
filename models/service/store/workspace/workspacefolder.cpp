// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/service/store/workspace/workspacefolder.h"

#include "models/core/workspacename.h"
#include "models/files/containedfolder.h"
#include "models/wire/roost/workspaceconfig.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonDocument>
#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace Roost::Service::Store {

namespace {

QString nameFor(const QString &folderName)
{
    QString name = folderName;
    name.replace(QRegularExpression(u"[^a-zA-Z0-9_-]+"_s), u"-"_s);
    name.remove(QRegularExpression(u"^[-_]+"_s));
    name.truncate(33);
    return isWorkspaceName(name) ? name : u"workspace"_s;
}

Result<void> writeConfig(const WorkspaceFolder &folder)
{
    return Files::ContainedFolder(folder.path)
        .write(QFileInfo(folder.config()).fileName(), QJsonDocument(Wire::localWorkspaceConfig(folder.name)).toJson());
}

} // namespace

QString WorkspaceFolder::resourceId() const
{
    return Wire::WorkspaceId::local(name).path();
}

Result<WorkspaceFolder> WorkspaceFolder::create(const QString &folder, const QString &workspaceName)
{
    if (!workspaceName.isEmpty() && !isWorkspaceName(workspaceName)) {
        return failure(ErrorKind::Rejected, u"\"%1\" cannot name a workspace: it takes 3 to 33 letters, digits, '-' "
                                            "and '_', beginning with a letter or digit."_s.arg(workspaceName));
    }
    const QFileInfo there(folder);
    if (there.exists() && !there.isDir())
        return failure(ErrorKind::Rejected, u"%1 is a file; a workspace needs a folder."_s.arg(folder));
    if (!QDir().mkpath(folder))
        return failure(ErrorKind::Failed, u"The folder %1 could not be created."_s.arg(folder));
    WorkspaceFolder made{QFileInfo(folder).canonicalFilePath(), {}};
    made.name = workspaceName.isEmpty() ? nameFor(QDir(made.path).dirName()) : workspaceName;
    if (!QFile::exists(made.config())) {
        if (const auto written = writeConfig(made); !written)
            return std::unexpected(written.error());
    }
    return load(made.path);
}

Result<WorkspaceFolder> WorkspaceFolder::load(const QString &folder)
{
    WorkspaceFolder found{QFileInfo(folder).canonicalFilePath(), {}};
    QFile file(found.config());
    if (found.path.isEmpty() || !file.open(QIODevice::ReadOnly)) {
        return failure(ErrorKind::NotFound,
                       u"%1 is not a workspace: it has no config.json. Create a workspace there first."_s.arg(folder));
    }
    QJsonParseError problem;
    const auto config = Wire::workspaceConfigFrom(QJsonDocument::fromJson(file.readAll(), &problem).object());
    found.name = config.id.name.isEmpty() ? config.title : config.id.name;
    if (found.name.isEmpty()) {
        return failure(ErrorKind::Unreadable, u"%1 names no workspace (key \"workspace_name\")."_s.arg(found.config()),
                       problem.error == QJsonParseError::NoError ? QString() : problem.errorString());
    }
    for (const QString &part : {found.runs(), found.code(), found.environments(), found.models()}) {
        if (!QDir().mkpath(part))
            return failure(ErrorKind::Failed, u"The folder %1 could not be created."_s.arg(part));
    }
    // The service empties this folder, so it must not be a link to another place.
    if (QFileInfo(found.uploads()).isSymLink())
        QFile::remove(found.uploads());
    if (const auto made = Files::ContainedFolder(found.uploads()).makeFolder({}); !made)
        return std::unexpected(made.error());
    return found;
}

} // namespace Roost::Service::Store
