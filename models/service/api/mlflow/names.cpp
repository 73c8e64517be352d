// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/service/api/mlflow/names.h"

#include "models/core/model.h"
#include "models/core/wholematch.h"
#include "models/wire/mlflow/length.h"
#include "models/wire/mlflow/message.h"

#include <QDir>
#include <QRegularExpression>
#include <QUrl>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Roost::Service::Mlflow {

using namespace Wire;

namespace {

[[noreturn]] void refuse(const QString &text)
{
    throw ApiError(ErrorKind::Rejected, text);
}

constexpr auto unicode = QRegularExpression::UseUnicodePropertiesOption;

/// Returns the name as a file system resolves it if it is used as a path.
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

void checkModelName(const QString &name)
{
    if (name.trimmed().isEmpty())
        refuseMissing(u"name"_s);
    if (name.contains(u'/') || name.contains(u':'))
        refuse(u"Invalid model name '%1'. Names cannot contain '/' or ':'."_s.arg(name));
    // A model's name is also the name of a folder, and is printed in lists and on terminals.
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

} // namespace Roost::Service::Mlflow
