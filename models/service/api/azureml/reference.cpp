// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/service/api/azureml/reference.h"

#include "models/core/wholematch.h"
#include "models/wire/azureml/ids.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace Roost::Service::AzureMl {

namespace {

const QString scheme = u"azureml:"_s;

Result<Reference> readArmId(const QString &id, const QString &collection, const QString &workspace)
{
    static const QRegularExpression form =
        wholeMatch(u"(/subscriptions/.+/workspaces/[^/]+)/([^/]+)/([^/]+)(?:/(?:versions|labels)/([^/]+))?/?"_s,
                   QRegularExpression::CaseInsensitiveOption);
    const auto match = form.match(id);
    if (!match.hasMatch() || match.captured(2).compare(collection, Qt::CaseInsensitive) != 0)
        return failure(ErrorKind::Rejected, u"%1 is not the id of one of the workspace's %2."_s.arg(id, collection));
    if (match.captured(1).compare(workspace, Qt::CaseInsensitive) != 0)
        return failure(ErrorKind::Rejected, u"%1 belongs to another workspace; this one is %2."_s.arg(id, workspace));
    const QString version = match.captured(4);
    return Reference{match.captured(3), version == u"latest" ? QString() : version};
}

QString withoutTail(QString path)
{
    while (path.endsWith(u'/'))
        path.chop(1);
    return path;
}

} // namespace

Result<Reference> readReference(const QString &text, const QString &collection, const QString &workspace)
{
    if (text.startsWith(u"azureml://registries/"_s)) {
        return failure(
            ErrorKind::Rejected,
            u"%1 lies in an Azure ML registry, which this workspace cannot reach. Save it here first."_s.arg(text));
    }
    QString rest = text.trimmed();
    if (rest.startsWith(u"azureml:/"_s) || rest.startsWith(u'/')) {
        rest = rest.startsWith(u'/') ? rest : rest.mid(scheme.size());
        while (rest.startsWith(u"//"_s))
            rest.remove(0, 1);
        return readArmId(rest, collection, workspace);
    }
    if (rest.startsWith(scheme))
        rest = rest.mid(scheme.size());
    static const QRegularExpression form = wholeMatch(u"([A-Za-z0-9][A-Za-z0-9_.-]*)(?:(:|@)([A-Za-z0-9_.-]+))?"_s);
    const auto match = form.match(rest);
    if (!match.hasMatch()) {
        return failure(
            ErrorKind::Rejected,
            u"'%1' names none of the workspace's %2. Write azureml:NAME:VERSION or azureml:NAME@latest."_s.arg(
                text, collection));
    }
    const QString tail = match.captured(3);
    if (match.captured(2) == u"@" && tail != u"latest")
        return failure(ErrorKind::Rejected, u"'%1': the only label there is here is @latest."_s.arg(text));
    return Reference{match.captured(1), match.captured(2) == u"@" ? QString() : tail};
}

QString versionId(const QString &workspace, const QString &collection, const Reference &reference)
{
    return workspace % u'/' % collection % u'/' % reference.name % u"/versions/"_s % reference.version;
}

Result<AssetUri> readAssetUri(const QString &uri)
{
    static const QRegularExpression ofJob =
        wholeMatch(u"azureml://(?:subscriptions/.+/workspaces/[^/]+/)?jobs/([^/]+)/outputs/([^/]+)(?:/paths/(.*))?"_s);
    static const QRegularExpression ofRun = wholeMatch(u"runs:/([^/]+)/(.+)"_s);
    static const QRegularExpression ofStore =
        wholeMatch(u"azureml://(?:subscriptions/.+/workspaces/[^/]+/)?datastores/([^/]+)/paths/(.+)"_s);
    if (const auto job = ofJob.match(uri); job.hasMatch()) {
        if (job.captured(2) != u"artifacts") {
            return failure(
                ErrorKind::Rejected,
                u"%1 means the named output '%2'; runs here have only 'artifacts'. Write azureml://jobs/%3/outputs/artifacts/paths/outputs/FILE."_s
                    .arg(uri, job.captured(2), job.captured(1)));
        }
        return AssetUri{AssetUri::Kind::Run, job.captured(1), withoutTail(job.captured(3))};
    }
    if (const auto run = ofRun.match(uri); run.hasMatch())
        return AssetUri{AssetUri::Kind::Run, run.captured(1), withoutTail(run.captured(2))};
    if (const auto store = ofStore.match(uri); store.hasMatch()) {
        const QString path = withoutTail(store.captured(2));
        if (const auto run = Wire::artifactFromPath(path))
            return AssetUri{AssetUri::Kind::Run, run->runId, run->path};
        return AssetUri{AssetUri::Kind::Datastore, store.captured(1), path};
    }
    return failure(
        ErrorKind::Rejected,
        u"The modelUri '%1' is not understood. Write azureml://jobs/RUN/outputs/artifacts/paths/outputs/FILE."_s.arg(
            uri));
}

} // namespace Roost::Service::AzureMl
