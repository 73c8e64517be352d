// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/backends/mlflow/clientfiles.h"

#include "models/core/words.h"

#include <QDir>
#include <QFile>
#include <QMap>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Roost::Mlflow {

namespace {

using Section = QMap<QString, QString>;
constexpr qint64 LongestFile = 1 << 20;
const QString DefaultProfile = QStringLiteral("DEFAULT");

// Reads an INI file as Python's configparser does, in as far as these files use it.
QMap<QString, Section> sectionsOf(const QString &name)
{
    QMap<QString, Section> sections;
    QFile file(name);
    if (!file.open(QIODevice::ReadOnly))
        return sections;
    QString current;
    const auto lines = QString::fromUtf8(file.read(LongestFile)).split(u'\n');
    for (const QString &whole : lines) {
        const auto line = whole.trimmed();
        if (line.isEmpty() || line.startsWith(u'#') || line.startsWith(u';'))
            continue;
        if (line.startsWith(u'[') && line.endsWith(u']')) {
            current = line.sliced(1, line.size() - 2);
            sections[current];
            continue;
        }
        const auto at = line.indexOf(u'=') >= 0 ? line.indexOf(u'=') : line.indexOf(u':');
        if (at > 0)
            sections[current].insert(line.first(at).trimmed().toLower(), line.sliced(at + 1).trimmed());
    }
    return sections;
}

QString databricksFile()
{
    const auto named = qEnvironmentVariable("DATABRICKS_CONFIG_FILE");
    return named.isEmpty() ? QDir::homePath() + u"/.databrickscfg"_s : named;
}

QUrl hostFrom(const QString &text)
{
    QUrl url(text.contains("://"_L1) ? text : u"https://"_s + text);
    return url.adjusted(QUrl::RemovePath | QUrl::RemoveQuery | QUrl::RemoveFragment | QUrl::RemoveUserInfo);
}

DatabricksProfile profileFrom(const QString &name, const Section &section)
{
    return {name,
            section.contains(u"host"_s) ? hostFrom(section.value(u"host"_s)) : QUrl(),
            {section.value(u"username"_s), section.value(u"password"_s), section.value(u"token"_s)}};
}

} // namespace

QString credentialsFile()
{
    return QDir::homePath() + u"/.mlflow/credentials"_s;
}

ClientSignIn clientSignIn()
{
    auto user = qEnvironmentVariable("MLFLOW_TRACKING_USERNAME");
    auto password = qEnvironmentVariable("MLFLOW_TRACKING_PASSWORD");
    const auto section = sectionsOf(credentialsFile()).value(u"mlflow"_s);
    if (user.isEmpty())
        user = section.value(u"mlflow_tracking_username"_s);
    if (password.isEmpty())
        password = section.value(u"mlflow_tracking_password"_s);
    if (!user.isEmpty() && !password.isEmpty())
        return {user, password, {}};
    return {{}, {}, qEnvironmentVariable("MLFLOW_TRACKING_TOKEN")};
}

bool isDatabricksAddress(const QString &text)
{
    return text == "databricks"_L1 || text.startsWith("databricks://"_L1);
}

bool isDatabricksHost(const QString &host)
{
    static const QStringList domains{u".databricks.com"_s, u".azuredatabricks.net"_s, u".databricks.azure.us"_s,
                                     u".databricks.azure.cn"_s};
    return std::ranges::any_of(domains, [&host](const QString &domain) { return host.endsWith(domain); });
}

QList<DatabricksProfile> databricksProfiles()
{
    QList<DatabricksProfile> profiles;
    const auto sections = sectionsOf(databricksFile());
    for (const auto &[name, section] : sections.asKeyValueRange()) {
        const auto profile = profileFrom(name, section);
        if (!profile.host.host().isEmpty())
            profiles.append(profile);
    }
    return profiles;
}

Result<DatabricksProfile> databricksProfile(const QString &address)
{
    auto name = address.section(u"://"_s, 1);
    while (name.endsWith(u'/'))
        name.chop(1);
    if (name.contains(u':')) {
        return failure(ErrorKind::Rejected,
                       Words::tr("%1 names a secret scope, which only a notebook on Databricks can "
                                 "read. Use databricks://PROFILE or the https address.")
                           .arg(address));
    }
    if (name.isEmpty() && qEnvironmentVariableIsSet("DATABRICKS_HOST"))
        return DatabricksProfile{
            {}, hostFrom(qEnvironmentVariable("DATABRICKS_HOST")), {{}, {}, qEnvironmentVariable("DATABRICKS_TOKEN")}};
    if (name.isEmpty())
        name = qEnvironmentVariable("DATABRICKS_CONFIG_PROFILE", DefaultProfile);
    const auto sections = sectionsOf(databricksFile());
    if (!sections.contains(name)) {
        QStringList known = sections.keys();
        known.removeAll(QString());
        return failure(
            ErrorKind::NotFound,
            known.isEmpty()
                ? Words::tr("There is no profile %1: %2 does not exist or is empty.").arg(name, databricksFile())
                : Words::tr("%1 has no profile %2. It has: %3.").arg(databricksFile(), name, known.join(u", "_s)));
    }
    const auto profile = profileFrom(name, sections.value(name));
    if (profile.host.host().isEmpty())
        return failure(ErrorKind::Rejected, Words::tr("The profile %1 in %2 has no host.").arg(name, databricksFile()));
    return profile;
}

} // namespace Roost::Mlflow
