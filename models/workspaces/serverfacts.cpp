// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/workspaces/serverfacts.h"

#include "models/core/words.h"
#include "models/trust/privatefile.h"
#include "models/trust/runtimefolder.h"

#include <QCryptographicHash>
#include <QFile>
#include <QFileInfo>
#include <QJsonDocument>
#include <QJsonObject>
#include <QStandardPaths>

#include <array>
#include <utility>

namespace Roost::Workspaces {

using namespace Qt::StringLiterals;
using enum ServerFacts::SignIn;

namespace {

constexpr std::array signIns{std::pair{Environment, "environment"_L1}, std::pair{None, "none"_L1},
                             std::pair{Password, "password"_L1}, std::pair{Token, "token"_L1}};

QString fileFor(const QString &address)
{
    const auto hash = QCryptographicHash::hash(address.toUtf8(), QCryptographicHash::Sha256).toHex().first(16);
    return QStandardPaths::writableLocation(QStandardPaths::GenericConfigLocation) + u"/roost/servers/"_s +
           QString::fromLatin1(hash) + u".json"_s;
}

} // namespace

ServerFacts serverFacts(const QString &address)
{
    // The same rules as for endpoints apply: the file belongs to this user and others have no access.
    const auto content = Trust::readRuntimeFile(fileFor(address));
    const auto json = content ? QJsonDocument::fromJson(*content).object() : QJsonObject();
    ServerFacts facts;
    if (json.value("address"_L1).toString() != address)
        return facts;
    for (const auto &[signIn, word] : signIns) {
        if (json.value("signIn"_L1).toString() == word)
            facts.signIn = signIn;
    }
    facts.caFile = json.value("caFile"_L1).toString();
    facts.clientCertificateFile = json.value("clientCertificateFile"_L1).toString();
    facts.acceptedFingerprint = json.value("acceptedFingerprint"_L1).toString();
    facts.plainHttp = json.value("plainHttp"_L1).toBool();
    return facts;
}

Result<void> setServerFacts(const QString &address, const ServerFacts &facts)
{
    const auto file = fileFor(address);
    if (!Trust::makePrivateFolder(QFileInfo(file).path()))
        return failure(ErrorKind::Failed, Words::tr("The folder %1 could not be created.").arg(QFileInfo(file).path()));
    QJsonObject json{{u"address"_s, address}, {u"plainHttp"_s, facts.plainHttp}};
    for (const auto &[signIn, word] : signIns) {
        if (signIn == facts.signIn)
            json.insert(u"signIn"_s, QString(word));
    }
    if (!facts.caFile.isEmpty())
        json.insert(u"caFile"_s, facts.caFile);
    if (!facts.clientCertificateFile.isEmpty())
        json.insert(u"clientCertificateFile"_s, facts.clientCertificateFile);
    if (!facts.acceptedFingerprint.isEmpty())
        json.insert(u"acceptedFingerprint"_s, facts.acceptedFingerprint);
    return Trust::writePrivateFile(file, QJsonDocument(json).toJson());
}

void forgetServerFacts(const QString &address)
{
    QFile::remove(fileFor(address));
}

} // namespace Roost::Workspaces
