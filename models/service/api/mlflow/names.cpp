// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/service/api/mlflow/names.h"

#include "models/core/model.h"
#include "models/core/wholematch.h"
#include "models/service/api/mlflow/message.h"

#include <QJsonDocument>
#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace Roost::Service::Mlflow {

namespace {
[[noreturn]] void refuse(const QString &text)
{
    throw Refusal(ErrorKind::Rejected, text);
}
} // namespace

const QByteArray statusSql =
    "CASE WHEN r.status = 'Completed' THEN 'FINISHED' WHEN r.status = 'Failed' THEN 'FAILED' "
    "WHEN r.status = 'Canceled' THEN 'KILLED' WHEN r.status IN ('NotStarted', 'Queued', 'Preparing', "
    "'Provisioning', 'Starting') THEN 'SCHEDULED' ELSE 'RUNNING' END";

void checkKey(QStringView what, const QString &key)
{
    if (key.isEmpty())
        refuse(u"Missing value for required parameter '%1'."_s.arg(what));
    checkLength(what, key, longestKey);
    static const QRegularExpression allowed =
        wholeMatch(u"[\\w/.\\- :]*"_s, QRegularExpression::UseUnicodePropertiesOption);
    if (!allowed.match(key).hasMatch()) {
        refuse(u"Invalid value \"%1\" for parameter '%2' supplied: Names may only contain alphanumerics, underscores "
               "(_), dashes (-), periods (.), spaces ( ), colons(:) and slashes (/)."_s.arg(key, what.toString()));
    }
    for (const QString &part : key.split(u'/')) {
        if (part.isEmpty() || part == "."_L1 || part == ".."_L1) {
            refuse(u"Invalid value \"%1\" for parameter '%2' supplied: Names may be treated as files in certain "
                   "cases, and must not resolve to other names when treated as such."_s.arg(key, what.toString()));
        }
    }
}

void checkLength(QStringView what, const QString &text, int most)
{
    if (text.size() > most) {
        refuse(u"Invalid value \"%1...\" for parameter '%2' supplied: its length %3 exceeds the limit of %4 "
               "characters."_s.arg(text.left(50), what.toString())
                   .arg(text.size())
                   .arg(most));
    }
}

void checkModelName(const QString &name)
{
    if (name.isEmpty())
        refuse(u"Registered model name cannot be empty."_s);
    if (name.contains(u'/') || name.contains(u':') || name == "."_L1 || name == ".."_L1) {
        refuse(u"Invalid model name: '%1'. Registered model names must not contain '/' or ':'."_s.arg(name));
    }
    checkLength(u"name", name, 255);
}

void checkAlias(const QString &alias)
{
    static const QRegularExpression allowed = wholeMatch(u"[\\w\\-]+"_s);
    static const QRegularExpression likeVersion = wholeMatch(u"[vV]\\d+"_s);
    if (!allowed.match(alias).hasMatch())
        refuse(u"Invalid alias name: '%1'. It takes letters, digits, '-' and '_'."_s.arg(alias));
    if (alias.compare("latest"_L1, Qt::CaseInsensitive) == 0 || likeVersion.match(alias).hasMatch())
        refuse(u"'%1' alias name is reserved."_s.arg(alias));
    checkLength(u"alias", alias, 255);
}

void checkLoggedModelName(const QString &name)
{
    static const QRegularExpression forbidden(u"[/:.%\"']"_s);
    if (name.isEmpty() || name.contains(forbidden)) {
        refuse(u"Invalid model name (%1) provided. Model name must be a non-empty string and cannot contain the "
               "following characters: ('/', ':', '.', '%', '\"', \"'\")."_s.arg(name));
    }
}

QString statusWord(RunStatus status)
{
    switch (status) {
    case RunStatus::Completed:
        return u"FINISHED"_s;
    case RunStatus::Failed:
        return u"FAILED"_s;
    case RunStatus::Canceled:
        return u"KILLED"_s;
    case RunStatus::NotStarted:
    case RunStatus::Queued:
    case RunStatus::Preparing:
    case RunStatus::Provisioning:
    case RunStatus::Starting:
        return u"SCHEDULED"_s;
    case RunStatus::Running:
    case RunStatus::Finalizing:
    case RunStatus::CancelRequested:
    case RunStatus::NotResponding:
    case RunStatus::Paused:
    case RunStatus::Unknown:
        break;
    }
    return u"RUNNING"_s;
}

std::optional<RunStatus> statusFromWord(QStringView word)
{
    // By name or by the number of the protocol's enumeration.
    if (word == "RUNNING"_L1 || word == "1"_L1)
        return RunStatus::Running;
    if (word == "SCHEDULED"_L1 || word == "2"_L1)
        return RunStatus::NotStarted;
    if (word == "FINISHED"_L1 || word == "3"_L1)
        return RunStatus::Completed;
    if (word == "FAILED"_L1 || word == "4"_L1)
        return RunStatus::Failed;
    if (word == "KILLED"_L1 || word == "5"_L1)
        return RunStatus::Canceled;
    return {};
}

QString pageToken(qint64 offset)
{
    const QJsonObject token{{u"offset"_s, offset}};
    return QString::fromLatin1(QJsonDocument(token).toJson(QJsonDocument::Compact).toBase64());
}

qint64 offsetOf(const QString &token)
{
    if (token.isEmpty())
        return 0;
    const QJsonObject parts = QJsonDocument::fromJson(QByteArray::fromBase64(token.toLatin1())).object();
    const qint64 offset = parts.value("offset"_L1).toInteger(-1);
    if (offset < 0)
        refuse(u"Invalid page token, could not be decoded: \"%1\"."_s.arg(token.left(100)));
    return offset;
}

} // namespace Roost::Service::Mlflow
