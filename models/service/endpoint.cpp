// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/service/endpoint.h"

#include "models/trust/privatefile.h"
#include "models/trust/runtimefolder.h"

#include <QFile>
#include <QFileInfo>
#include <QJsonDocument>
#include <QJsonObject>

#include <cstdio>

using namespace Qt::StringLiterals;

namespace Roost::Service {

using namespace Trust;

namespace {

constexpr qsizetype shortestToken = 32;
// Another ending, so that nobody takes it for the endpoint of a service that listens.
const QString formerEnding = u"former"_s;

std::optional<Endpoint> read(const QString &fileName)
{
    const auto content = readRuntimeFile(fileName);
    if (!content)
        return std::nullopt;
    const QJsonObject there = QJsonDocument::fromJson(*content).object();
    Endpoint endpoint{quint16(there[u"port"].toInt()), there[u"token"].toString().toLatin1(), there[u"pid"].toInteger(),
                      there[u"version"].toString(), there[u"workspace"].toString()};
    if (endpoint.port == 0 || endpoint.token.size() < shortestToken)
        return std::nullopt;
    return endpoint;
}

} // namespace

QString Endpoint::fileFor(const QString &workspaceFolder)
{
    return runtimeFile(workspaceFolder, u"json"_s);
}

Result<void> Endpoint::publish() const
{
    const QString file = fileFor(workspace);
    if (const auto made = makeRuntimeFolder(); !made)
        return made;
    const QJsonObject object{
        {u"port"_s, port},           {u"token"_s, QString::fromLatin1(token)}, {u"pid"_s, pid}, {u"version"_s, version},
        {u"workspace"_s, workspace},
    };
    return writePrivateFile(file, QJsonDocument(object).toJson());
}

void Endpoint::withdraw() const
{
    const QString file = fileFor(workspace);
    const auto there = read(file);
    if (there && there->pid == pid && there->port == port)
        ::rename(QFile::encodeName(file).constData(),
                 QFile::encodeName(runtimeFile(workspace, formerEnding)).constData());
}

std::optional<Endpoint> Endpoint::former(const QString &workspaceFolder, const QString &published)
{
    QStringList names{fileFor(workspaceFolder), runtimeFile(workspaceFolder, formerEnding)};
    if (!published.isEmpty() && published != names.first()) {
        const QFileInfo there(published);
        names = QStringList{published, there.path() + u'/' + there.completeBaseName() + u'.' + formerEnding} + names;
    }
    for (const QString &name : std::as_const(names)) {
        if (auto found = read(name); found && found->workspace == workspaceFolder)
            return found;
    }
    return std::nullopt;
}

} // namespace Roost::Service
