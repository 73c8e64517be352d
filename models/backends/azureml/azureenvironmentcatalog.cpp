// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/backends/azureml/azureenvironmentcatalog.h"

#include "models/core/words.h"
#include "models/wire/azureml/condatext.h"
#include "models/wire/azureml/environment.h"
#include "models/wire/azureml/page.h"

#include <QCryptographicHash>
#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace Roost::AzureMl {

namespace {

constexpr int conflictRetries = 3;

QString place(const QString &name, const QString &version = {})
{
    const QString container = u"/environments/"_s + segment(name) + u"/versions"_s;
    return version.isEmpty() ? container : QString(container + u'/' + segment(version));
}

// Returns the resource of a version under the requested name, because the id may be missing or spelled differently.
Environment named(const QJsonObject &json, const QString &name)
{
    auto environment = Wire::environmentFrom(json);
    if (environment.name.isEmpty())
        environment.name = name;
    return environment;
}

Future<Environment> latestOf(const ContextPtr &context, const QString &name)
{
    const auto url = context->armUrl(place(name), {{u"$orderBy"_s, u"createdtime desc"_s}, {u"$top"_s, u"1"_s}});
    return transform(context->client.get(url), [name](const QJsonObject &json) -> Result<Environment> {
        const auto list = Wire::pageFrom(json).items;
        if (list.isEmpty())
            return failure(ErrorKind::NotFound, Words::tr("There is no environment %1.").arg(name));
        return named(list.first(), name);
    });
}

// Sends one request per name, in sequence: workspaces have some dozens of environments at most.
Future<QList<Environment>> latestOfAll(const ContextPtr &context, const QStringList &names,
                                       const QList<Environment> &so)
{
    if (names.isEmpty())
        return readyFuture<QList<Environment>>(so);
    return then(latestOf(context, names.first()), [=](const Result<Environment> &one) {
        if (!one && one.error().kind != ErrorKind::NotFound)
            return readyFuture<QList<Environment>>(std::unexpected(one.error()));
        return latestOfAll(context, names.sliced(1), one ? so + QList{*one} : so);
    });
}

Future<Environment> createNext(const ContextPtr &context, const Environment &wanted, int left)
{
    return andThen(nextVersion(context, u"environments"_s, wanted.name), [=](const QString &version) {
        const auto url = context->armUrl(place(wanted.name, version));
        return then(context->client.put(url, Wire::environmentBody(wanted)),
                    [=](const Result<QJsonObject> &json) -> Future<Environment> {
                        if (json) {
                            auto saved = named(*json, wanted.name);
                            saved.version = version;
                            return readyFuture<Environment>(saved);
                        }
                        // Another client has used this version in the meantime.
                        if (json.error().kind == ErrorKind::Conflict && left > 0)
                            return createNext(context, wanted, left - 1);
                        return readyFuture<Environment>(std::unexpected(json.error()));
                    });
    });
}

} // namespace

Future<QList<Environment>> AzureEnvironmentCatalog::environments()
{
    const auto context = m_context;
    const auto url = context->armUrl(u"/environments"_s, {{u"listViewType"_s, u"ActiveOnly"_s}});
    return andThen(allPages(context, url), [context](const QList<QJsonObject> &items) {
        QStringList names;
        for (const auto &item : items) {
            if (const auto container = Wire::containerFrom(item); !container.name.isEmpty())
                names.append(container.name);
        }
        return latestOfAll(context, names, {});
    });
}

Future<QList<Environment>> AzureEnvironmentCatalog::versions(const QString &name)
{
    const auto url = m_context->armUrl(place(name), {{u"$orderBy"_s, u"createdtime desc"_s}});
    return transform(allPages(m_context, url), [name](const QList<QJsonObject> &items) -> Result<QList<Environment>> {
        QList<Environment> versions;
        for (const auto &item : items)
            versions.append(named(item, name));
        return versions;
    });
}

Future<Environment> AzureEnvironmentCatalog::environment(const QString &name, const QString &version)
{
    if (version.isEmpty())
        return latestOf(m_context, name);
    return transform(m_context->client.get(m_context->armUrl(place(name, version))),
                     [name](const QJsonObject &json) -> Result<Environment> { return named(json, name); });
}

Future<Environment> AzureEnvironmentCatalog::create(const Environment &environment)
{
    if (const auto why = whyNotAnEnvironmentName(environment.name); !why.isEmpty())
        return readyFuture<Environment>(failure(ErrorKind::Rejected, why));
    return createNext(m_context, environment, conflictRetries);
}

QString anonymousEnvironment()
{
    return u"RoostAnonymousEnvironment"_s;
}

Future<Environment> createAnonymous(const ContextPtr &context, const QString &image, const QString &condaYaml)
{
    QCryptographicHash hash(QCryptographicHash::Sha256);
    hash.addData(image.toUtf8());
    hash.addData("\n");
    // The hash covers the content, not the layout: Azure returns a conda file in another layout than it received.
    hash.addData(Wire::blockYaml(condaYaml).toUtf8());
    Environment wanted;
    wanted.name = anonymousEnvironment();
    wanted.version = QString::fromLatin1(hash.result().toHex().first(32));
    wanted.image = image;
    wanted.condaYaml = condaYaml;
    const auto url = context->armUrl(place(wanted.name, wanted.version));
    return then(context->client.put(url, Wire::environmentBody(wanted, true)),
                [wanted](const Result<QJsonObject> &json) -> Future<Environment> {
                    // The version is derived from the content, so an existing version has the same content.
                    if (!json && json.error().kind != ErrorKind::Conflict)
                        return readyFuture<Environment>(std::unexpected(json.error()));
                    return readyFuture<Environment>(wanted);
                });
}

Future<QString> nextVersion(const ContextPtr &context, const QString &kind, const QString &name)
{
    const auto url = context->armUrl(u'/' + kind + u'/' + segment(name));
    return then(context->client.get(url), [](const Result<QJsonObject> &json) -> Future<QString> {
        if (json) {
            const auto next = Wire::containerFrom(*json).nextVersion;
            return readyFuture<QString>(next.isEmpty() ? u"1"_s : next);
        }
        if (json.error().kind == ErrorKind::NotFound)
            return readyFuture<QString>(u"1"_s);
        return readyFuture<QString>(std::unexpected(json.error()));
    });
}

} // namespace Roost::AzureMl
