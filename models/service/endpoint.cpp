// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/service/endpoint.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonDocument>
#include <QJsonObject>

#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace Roost::Service {

namespace {

constexpr qsizetype shortestToken = 32;

QString runtimeFolder()
{
    const QString given = qEnvironmentVariable("XDG_RUNTIME_DIR");
    return given.isEmpty() ? u"/tmp/roost-%1"_s.arg(::getuid()) : given + u"/roost"_s;
}

std::unexpected<Error> systemFailure(const QString &what)
{
    return failure(ErrorKind::Failed, u"%1: %2."_s.arg(what, QString::fromLocal8Bit(std::strerror(errno))));
}

/// Made here or by this user before: another's folder of that name in /tmp must not get the token.
Result<void> makePrivateFolder(const QString &folder)
{
    const QByteArray path = QFile::encodeName(folder);
    if (::mkdir(path.constData(), 0700) != 0 && errno != EEXIST)
        return systemFailure(u"The folder %1 cannot be made"_s.arg(folder));
    struct stat info = {};
    if (::lstat(path.constData(), &info) != 0)
        return systemFailure(u"The folder %1 cannot be looked at"_s.arg(folder));
    if (!S_ISDIR(info.st_mode) || info.st_uid != ::getuid()) {
        return failure(ErrorKind::Denied, u"%1 is not a folder of this user; remove it, or set XDG_RUNTIME_DIR to "
                                          "one that is."_s.arg(folder));
    }
    if (::chmod(path.constData(), 0700) != 0)
        return systemFailure(u"The folder %1 cannot be made private"_s.arg(folder));
    return {};
}

// Of another ending, so that nobody takes it for the endpoint of a service that listens.
QString formerFile(const QString &file)
{
    return file.chopped(u"json"_s.size()) + u"former"_s;
}

std::optional<Endpoint> read(const QString &fileName)
{
    QFile file(fileName);
    if (!file.open(QIODevice::ReadOnly))
        return std::nullopt;
    const QJsonObject there = QJsonDocument::fromJson(file.readAll()).object();
    Endpoint endpoint{quint16(there[u"port"].toInt()), there[u"token"].toString().toLatin1(), there[u"pid"].toInteger(),
                      there[u"version"].toString(), there[u"workspace"].toString()};
    if (endpoint.port == 0 || endpoint.token.size() < shortestToken)
        return std::nullopt;
    return endpoint;
}

} // namespace

QString Endpoint::fileFor(const QString &workspaceFolder)
{
    const QByteArray hash = QCryptographicHash::hash(workspaceFolder.toUtf8(), QCryptographicHash::Sha256).toHex();
    return runtimeFolder() + u'/' + QString::fromLatin1(hash.first(16)) + u".json"_s;
}

Result<void> Endpoint::publish() const
{
    const QString file = fileFor(workspace);
    if (const auto made = makePrivateFolder(QFileInfo(file).path()); !made)
        return made;
    const QJsonObject object{
        {u"port"_s, port},           {u"token"_s, QString::fromLatin1(token)}, {u"pid"_s, pid}, {u"version"_s, version},
        {u"workspace"_s, workspace},
    };
    const QByteArray json = QJsonDocument(object).toJson();
    const QByteArray target = QFile::encodeName(file);
    const QByteArray fresh = target + ".new";
    ::unlink(fresh.constData());
    const int fd = ::open(fresh.constData(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0600);
    if (fd < 0)
        return systemFailure(u"The endpoint file %1 cannot be written"_s.arg(file));
    const bool written = ::write(fd, json.constData(), std::size_t(json.size())) == json.size();
    ::close(fd);
    if (!written || ::rename(fresh.constData(), target.constData()) != 0)
        return systemFailure(u"The endpoint file %1 cannot be written"_s.arg(file));
    return {};
}

void Endpoint::withdraw() const
{
    const QString file = fileFor(workspace);
    const auto there = read(file);
    if (there && there->pid == pid && there->port == port)
        ::rename(QFile::encodeName(file).constData(), QFile::encodeName(formerFile(file)).constData());
}

std::optional<Endpoint> Endpoint::former(const QString &workspaceFolder)
{
    const QString file = fileFor(workspaceFolder);
    for (const QString &name : {file, formerFile(file)}) {
        if (auto found = read(name); found && found->workspace == workspaceFolder)
            return found;
    }
    return std::nullopt;
}

} // namespace Roost::Service
