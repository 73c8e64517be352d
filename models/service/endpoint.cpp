// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/service/endpoint.h"

#include "models/trust/privatefile.h"
#include "models/trust/runtimefolder.h"

#include <QFile>
#include <QFileInfo>

#include <cstdio>
#include <utility>

using namespace Qt::StringLiterals;

namespace Roost::Service {

using namespace Trust;

namespace {

constexpr qsizetype shortestToken = 32;

std::optional<Endpoint> read(const QString &fileName)
{
    const auto content = readRuntimeFile(fileName);
    if (!content)
        return std::nullopt;
    auto endpoint = Wire::endpointFromText(*content);
    if (!endpoint || endpoint->token.size() < shortestToken)
        return std::nullopt;
    return Endpoint{std::move(*endpoint)};
}

} // namespace

QString Endpoint::fileFor(const QString &workspaceFolder)
{
    return runtimeFile(workspaceFolder, Wire::endpointEnding);
}

Result<void> Endpoint::publish() const
{
    const QString file = fileFor(workspace);
    if (const auto made = makeRuntimeFolder(); !made)
        return made;
    return writePrivateFile(file, Wire::endpointToText(*this));
}

void Endpoint::withdraw() const
{
    const QString file = fileFor(workspace);
    const auto there = read(file);
    if (there && there->pid == pid && there->port == port)
        ::rename(QFile::encodeName(file).constData(),
                 QFile::encodeName(runtimeFile(workspace, Wire::formerEndpointEnding)).constData());
}

std::optional<Endpoint> Endpoint::former(const QString &workspaceFolder, const QString &published)
{
    QStringList names{fileFor(workspaceFolder), runtimeFile(workspaceFolder, Wire::formerEndpointEnding)};
    if (!published.isEmpty() && published != names.first()) {
        const QFileInfo there(published);
        names =
            QStringList{published, there.path() + u'/' + there.completeBaseName() + u'.' + Wire::formerEndpointEnding} +
            names;
    }
    for (const QString &name : std::as_const(names)) {
        if (auto found = read(name); found && found->workspace == workspaceFolder)
            return found;
    }
    return std::nullopt;
}

} // namespace Roost::Service
