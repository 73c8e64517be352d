// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/trust/knownworkspace.h"

#include "models/core/words.h"
#include "models/trust/privatefile.h"
#include "models/trust/runtimefolder.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QStandardPaths>

#include <sys/stat.h>

using namespace Qt::StringLiterals;

namespace Roost::Trust {

namespace {

QString settingsFolder()
{
    return QStandardPaths::writableLocation(QStandardPaths::GenericConfigLocation) + u"/roost/workspaces"_s;
}

QString fileFor(const QString &folder)
{
    const QByteArray hash = QCryptographicHash::hash(folder.toUtf8(), QCryptographicHash::Sha256).toHex();
    return settingsFolder() + u'/' + QString::fromLatin1(hash.first(16)) + u".json"_s;
}

} // namespace

KnownWorkspace KnownWorkspace::read(const QString &folder)
{
    KnownWorkspace known;
    known.folder = folder;
    // The same rules as for endpoints apply: the file belongs to this user and others have no access.
    const auto content = readRuntimeFile(fileFor(folder));
    const QJsonObject json = content ? QJsonDocument::fromJson(*content).object() : QJsonObject();
    if (json[u"folder"].toString() != folder)
        return known;
    known.database = json[u"database"].toInteger();
    for (const auto &run : json[u"held"].toArray())
        known.held += run.toString();
    if (json.contains("trustedOwner"_L1))
        known.trustedOwner = uid_t(json[u"trustedOwner"].toInteger());
    return known;
}

Result<void> KnownWorkspace::write() const
{
    const QString place = settingsFolder();
    const QByteArray name = QFile::encodeName(place);
    QDir().mkpath(QFileInfo(place).path());
    if (::mkdir(name.constData(), 0700) != 0 && !QFileInfo(place).isDir())
        return failure(ErrorKind::Failed, Words::tr("The folder %1 could not be created.").arg(place));
    QJsonObject json{{u"folder"_s, folder}, {u"database"_s, database}, {u"held"_s, QJsonArray::fromStringList(held)}};
    if (trustedOwner)
        json[u"trustedOwner"_s] = qint64(*trustedOwner);
    return writePrivateFile(fileFor(folder), QJsonDocument(json).toJson());
}

} // namespace Roost::Trust
