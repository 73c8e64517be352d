// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/backends/local/serviceendpoint.h"

#include "models/core/words.h"
#include "models/trust/lockholder.h"
#include "models/trust/runtimefolder.h"

#include <QDir>
#include <QFile>

#include <cerrno>
#include <csignal>
#include <utility>

using namespace Qt::StringLiterals;

namespace Roost::Local {

using namespace Trust;

namespace {

Result<ServiceEndpoint> endpointFrom(const QByteArray &content, const QString &name)
{
    auto endpoint = Wire::endpointFromText(content);
    if (!endpoint || endpoint->pid < 1)
        return failure(ErrorKind::NotFound, Words::tr("The endpoint file %1 is damaged.").arg(name),
                       endpoint ? QString() : endpoint.error().text);
    return ServiceEndpoint{std::move(*endpoint)};
}

// Returns the endpoint of a service that published it elsewhere: from another session, or before the workspace was
// moved.
Result<ServiceEndpoint> endpointOf(const LockHolder &holder, const QString &workspaceFolder)
{
    const auto content = readRuntimeFile(holder.endpointFile);
    auto endpoint = content ? endpointFrom(*content, holder.endpointFile) : std::unexpected(content.error());
    if (endpoint && endpoint->pid == holder.pid)
        return endpoint;
    return failure(ErrorKind::Unreachable,
                   Words::tr("The service of %1 runs as process %2, but this user or session cannot reach it.")
                       .arg(workspaceFolder)
                       .arg(holder.pid),
                   endpoint ? QString() : endpoint.error().text);
}

} // namespace

QUrl ServiceEndpoint::url() const
{
    return {Wire::serviceUrl(port)};
}

QString ServiceEndpoint::fileFor(const QString &workspaceFolder)
{
    return runtimeFile(workspaceFolder, Wire::endpointEnding);
}

Result<ServiceEndpoint> ServiceEndpoint::read(const QString &workspaceFolder)
{
    const auto name = fileFor(workspaceFolder);
    const auto content = readRuntimeFile(name);
    if (!content && content.error().kind != ErrorKind::NotFound)
        return std::unexpected(content.error());
    auto published = content ? endpointFrom(*content, name)
                             : Result<ServiceEndpoint>(failure(
                                   ErrorKind::NotFound, Words::tr("No service serves %1.").arg(workspaceFolder), name));
    if (const auto holder = lockHolderOf(workspaceFolder); holder && (!published || published->pid != holder->pid))
        return endpointOf(*holder, workspaceFolder);
    return published;
}

std::optional<ServiceEndpoint> ServiceEndpoint::atPort(int port)
{
    const QDir folder(runtimeFolder());
    for (const QString &name : folder.entryList({u"*."_s + Wire::endpointEnding}, QDir::Files)) {
        const auto content = readRuntimeFile(folder.filePath(name));
        const auto endpoint = content ? endpointFrom(*content, name) : std::unexpected(content.error());
        if (endpoint && endpoint->port == port && isAlive(endpoint->pid))
            return *endpoint;
    }
    return std::nullopt;
}

bool isAlive(qint64 pid)
{
    if (pid < 1 || (::kill(pid_t(pid), 0) != 0 && errno == ESRCH))
        return false;
    QFile stat(u"/proc/%1/stat"_s.arg(pid));
    if (!stat.open(QIODevice::ReadOnly))
        return true;
    // The state follows the name of the program, which is enclosed in parentheses and may contain any character.
    const auto line = stat.readAll();
    const auto end = line.lastIndexOf(')');
    return end < 0 || line.mid(end + 2, 1) != "Z";
}

} // namespace Roost::Local
