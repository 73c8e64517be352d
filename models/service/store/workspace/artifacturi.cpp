// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/service/store/workspace/artifacturi.h"

#include <QUrl>

using namespace Qt::StringLiterals;

namespace Roost::Service::Store {

namespace {

constexpr auto ownScheme = "mlflow-artifacts:"_L1;
constexpr auto fileScheme = "file:"_L1;
constexpr auto proxyAnchor = "/api/2.0/mlflow-artifacts/artifacts"_L1;

bool isHttp(const QString &uri)
{
    return uri.startsWith("http://"_L1) || uri.startsWith("https://"_L1);
}

QString withoutLeadingSlashes(QString path)
{
    while (path.startsWith(u'/'))
        path.remove(0, 1);
    return path;
}

QString hostOf(const QString &uri)
{
    const QString rest = uri.sliced(fileScheme.size());
    return rest.startsWith("//"_L1) ? rest.sliced(2).section(u'/', 0, 0) : QString();
}

} // namespace

QString below(const QString &location, const QString &path)
{
    const qsizetype query = location.indexOf(u'?');
    const qsizetype end = query < 0 ? location.size() : query;
    const bool isSlashed = end > 0 && location.at(end - 1) == u'/';
    return location.first(end) + (isSlashed ? QString() : u"/"_s) + path + location.sliced(end);
}

QString artifactUri(const RunRow &run)
{
    const QString path = run.id + u"/artifacts"_s;
    if (run.isJob && localPath(run.artifactLocation))
        return below(QLatin1StringView(ownArtifactRoot) + QString::number(run.experiment), path);
    return below(run.artifactLocation, path);
}

std::optional<QString> proxiedPath(const QString &uri)
{
    if (uri.startsWith(ownScheme)) {
        const QString rest = uri.sliced(ownScheme.size());
        return withoutLeadingSlashes(rest.startsWith("//"_L1) ? rest.sliced(2).section(u'/', 1) : rest);
    }
    const qsizetype anchor = isHttp(uri) ? uri.indexOf(proxyAnchor) : -1;
    if (anchor < 0)
        return std::nullopt;
    return withoutLeadingSlashes(uri.sliced(anchor + proxyAnchor.size()));
}

std::optional<QString> localPath(const QString &uri)
{
    if (uri.startsWith(u'/'))
        return uri;
    if (!uri.startsWith(fileScheme, Qt::CaseInsensitive) || !remoteHostOfFile(uri).isEmpty())
        return std::nullopt;
    QString path = uri.sliced(fileScheme.size()).section(u'?', 0, 0).section(u'#', 0, 0);
    if (path.startsWith("//"_L1))
        path = u'/' + path.sliced(2).section(u'/', 1);
    path = QUrl::fromPercentEncoding(path.toUtf8());
    return path.startsWith(u'/') ? std::optional(path) : std::nullopt;
}

QString remoteHostOfFile(const QString &uri)
{
    if (!uri.startsWith(fileScheme, Qt::CaseInsensitive))
        return {};
    const QString host = hostOf(uri);
    const bool isHere = host == "."_L1 || host.startsWith("localhost"_L1) || host.startsWith("127.0.0.1"_L1);
    return isHere ? QString() : host;
}

} // namespace Roost::Service::Store
