// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/rest/restrequest.h"

#include <QUrlQuery>

using namespace Qt::StringLiterals;

namespace Roost::Rest {

bool RestRequest::mayRepeat() const
{
    return repeatable || method == "GET" || method == "HEAD" || method == "PUT" || method == "DELETE";
}

QString RestRequest::describe() const
{
    return QString::fromLatin1(method) + u' ' + url.toString(QUrl::RemoveQuery | QUrl::RemoveUserInfo);
}

QByteArray RestReply::header(QByteArrayView name) const
{
    for (const auto &[key, value] : headers) {
        if (key.compare(name, Qt::CaseInsensitive) == 0)
            return value;
    }
    return {};
}

qint64 RestReply::number(QByteArrayView name) const
{
    bool ok = false;
    const auto value = header(name).trimmed().toLongLong(&ok);
    return ok ? value : -1;
}

qint64 sizeFromContentRange(const QByteArray &value)
{
    const auto slash = value.lastIndexOf('/');
    if (slash < 0)
        return -1;
    bool ok = false;
    const auto size = value.sliced(slash + 1).trimmed().toLongLong(&ok);
    return ok && size >= 0 ? size : -1;
}

QUrl urlBelow(const QUrl &base, const QString &below, const QList<std::pair<QString, QString>> &query)
{
    QUrl url(base);
    QString path = base.path(QUrl::FullyEncoded);
    while (path.endsWith(u'/'))
        path.chop(1);
    url.setPath(path + u'/' + below, QUrl::TolerantMode);
    if (!query.isEmpty()) {
        QUrlQuery items;
        for (const auto &[key, value] : query)
            items.addQueryItem(key, QString::fromLatin1(QUrl::toPercentEncoding(value)));
        url.setQuery(items);
    }
    return url;
}

QString encodedPath(const QString &path)
{
    return QString::fromLatin1(QUrl::toPercentEncoding(path, "/"));
}

} // namespace Roost::Rest
