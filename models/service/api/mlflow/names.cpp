// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/service/api/mlflow/names.h"

#include "models/core/model.h"
#include "models/core/wholematch.h"
#include "models/service/api/mlflow/message.h"

#include <QDir>
#include <QJsonDocument>
#include <QRegularExpression>
#include <QUrl>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Roost::Service::Mlflow {

namespace {

[[noreturn]] void refuse(const QString &text)
{
    throw ApiError(ErrorKind::Rejected, text);
}

constexpr auto unicode = QRegularExpression::UseUnicodePropertiesOption;

/// What a file system makes of the name when it is taken for a path.
QString resolved(const QString &name)
{
    const QString clean = QDir::cleanPath(name);
    return clean.isEmpty() ? u"."_s : clean;
}

void checkResolves(const QString &parameter, const QString &name)
{
    const QString path = resolved(name);
    if (path != name || path == "."_L1 || path.startsWith(".."_L1) || path.startsWith(u'/')) {
        refuseValue(parameter, name,
                    u"Names may be treated as files in certain cases, and must not resolve to other names when treated "
                    "as such. This name would resolve to '%1'"_s.arg(path));
    }
}

} // namespace

const QByteArray statusSql =
    "CASE WHEN r.status = 'Completed' THEN 'FINISHED' WHEN r.status = 'Failed' THEN 'FAILED' "
    "WHEN r.status = 'Canceled' THEN 'KILLED' WHEN r.status IN ('NotStarted', 'Queued', 'Preparing', "
    "'Provisioning', 'Starting') THEN 'SCHEDULED' ELSE 'RUNNING' END";

QString decodedFully(QString text)
{
    constexpr int most = 10;
    for (int i = 0; i < most; ++i) {
        QString decoded = QUrl::fromPercentEncoding(text.toUtf8());
        if (decoded == text)
            break;
        text = std::move(decoded);
    }
    return text;
}

QString below(const QString &location, const QString &path)
{
    const qsizetype query = location.indexOf(u'?');
    const qsizetype end = query < 0 ? location.size() : query;
    const bool isSlashed = end > 0 && location.at(end - 1) == u'/';
    return location.first(end) + (isSlashed ? QString() : u"/"_s) + path + location.sliced(end);
}

QByteArray belowSql(const QByteArray &location, const QByteArray &path)
{
    const QByteArray query = "instr(" + location + ", '?')";
    const QByteArray plain = "rtrim(" + location + ", '/') || '/' || " + path;
    const QByteArray before = "rtrim(substr(" + location + ", 1, " + query + " - 1), '/') || '/' || " + path;
    return "(CASE " + query + " WHEN 0 THEN " + plain + " ELSE " + before + " || substr(" + location + ", " + query +
           ") END)";
}

qsizetype characters(const QString &text)
{
    return text.size() - std::ranges::count_if(text, [](QChar unit) { return unit.isLowSurrogate(); });
}

QString firstCharacters(const QString &text, qsizetype most)
{
    if (text.size() <= most)
        return text;
    qsizetype end = 0;
    for (qsizetype count = 0; count < most && end < text.size(); ++count)
        end += text.at(end).isHighSurrogate() && end + 1 < text.size() && text.at(end + 1).isLowSurrogate() ? 2 : 1;
    return text.first(end);
}

void checkKey(const QString &parameter, const QString &key)
{
    static const QRegularExpression allowed = wholeMatch(u"[\\w/.\\- :]*"_s, unicode);
    if (!allowed.match(key).hasMatch()) {
        refuseValue(parameter, key,
                    u"Names may only contain alphanumerics, underscores (_), dashes (-), periods (.), spaces ( ), "
                    "colon(:) and slashes (/)."_s);
    }
    checkResolves(parameter, key);
}

void checkKey(const QString &parameter, const QString &key, QStringView what)
{
    checkKey(parameter, key);
    checkLength(what, key, longestKey);
}

void checkLength(QStringView what, const QString &text, qsizetype most)
{
    if (text.size() > most && characters(text) > most)
        refuse(u"'%1' exceeds the maximum length of %2 characters"_s.arg(what).arg(most));
}

void checkModelName(const QString &name)
{
    if (name.trimmed().isEmpty())
        refuseMissing(u"name"_s);
    if (name.contains(u'/') || name.contains(u':'))
        refuse(u"Invalid model name '%1'. Names cannot contain '/' or ':'."_s.arg(name));
    // A model's name is a folder's too, and stands in lists and on terminals.
    if (name.contains(u'\\') || std::ranges::any_of(name, [](QChar c) { return c.category() == QChar::Other_Control; }))
        refuseValue(u"name"_s, name, u"Names cannot contain a backslash, a line break or another control character."_s);
    checkResolves(u"name"_s, name);
    checkLength(u"name", name, longestModelName);
}

void checkAlias(const QString &alias)
{
    static const QRegularExpression allowed = wholeMatch(u"[\\w\\-]*"_s, unicode);
    static const QRegularExpression likeVersion = wholeMatch(u"[vV]\\d+"_s, unicode);
    if (alias.isEmpty())
        refuse(u"Registered model alias name cannot be empty."_s);
    if (!allowed.match(alias).hasMatch()) {
        refuse(
            u"Invalid alias name: '%1'. Names may only contain alphanumerics, underscores (_), and dashes (-)."_s.arg(
                alias));
    }
    checkLength(u"Registered model alias name", alias, longestAlias);
    if (alias.compare("latest"_L1, Qt::CaseInsensitive) == 0)
        refuse(u"'latest' alias name (case insensitive) is reserved."_s);
    if (likeVersion.match(alias).hasMatch())
        refuse(u"Version alias name '%1' is reserved."_s.arg(alias));
}

void checkTag(const QString &key, const QString &value, qsizetype longestValue)
{
    checkKey(u"key"_s, key, u"key");
    checkLength(u"value", value, longestValue);
}

bool isRunId(const QString &text)
{
    static const QRegularExpression id = wholeMatch(u"[a-zA-Z0-9][\\w\\-]{0,255}"_s, unicode);
    return id.match(text).hasMatch();
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
    // To the blank as MLflow's own server writes it.
    const QByteArray token = "{\"offset\": " + QByteArray::number(offset) + '}';
    return QString::fromLatin1(token.toBase64());
}

qint64 offsetOf(const QString &token)
{
    if (token.isEmpty())
        return 0;
    const QJsonObject parts = QJsonDocument::fromJson(QByteArray::fromBase64(token.toLatin1())).object();
    const qint64 offset = parts.value("offset"_L1).toInteger(-1);
    if (offset < 0)
        refuse(u"Invalid page token, could not base64-decode"_s);
    return offset;
}

} // namespace Roost::Service::Mlflow
