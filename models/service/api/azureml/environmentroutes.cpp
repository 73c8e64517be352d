// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/core/topic.h"
#include "models/service/api/azureml/arm.h"

#include "models/conda/specification.h"
#include "models/wire/azureml/condatext.h"
#include "models/wire/azureml/environment.h"
#include "models/wire/json.h"

using namespace Qt::StringLiterals;

namespace Roost::Service::AzureMl {

using namespace Http;
using namespace Store;
using namespace Wire;

namespace {

Wire::Container containerOf(const EnvironmentName &name)
{
    Wire::Container container;
    container.name = name.name;
    container.description = name.description;
    container.latestVersion = name.latestVersion;
    container.nextVersion = name.nextVersion;
    container.created = name.created;
    return container;
}

Wire::Container containerOf(const Environment &curated)
{
    Wire::Container container;
    container.name = curated.name;
    container.description = curated.description;
    container.latestVersion = curated.version;
    container.nextVersion = QString::number(curated.version.toInt() + 1);
    return container;
}

QJsonObject resourceOf(AzureMlApi &azure, const StoredEnvironment &stored)
{
    const QJsonObject resource = Wire::environmentResource(stored.environment, azure.workspace(), stored.anonymous);
    return Wire::withClientParts(resource, stored.archived, stored.properties);
}

std::optional<Environment> curatedOne(AzureMlApi &azure, const QString &name)
{
    const auto curated = azure.curatedEnvironments();
    for (const Environment &one : curated) {
        if (one.name.compare(name, Qt::CaseInsensitive) == 0)
            return one;
    }
    return std::nullopt;
}

Response names(Request &request, AzureMlApi &azure)
{
    QJsonArray values;
    const auto add = [&](const Wire::Container &container) {
        values.append(Wire::containerResource(container, u"environments"_s, azure.workspace()));
    };
    const auto curated = azure.curatedEnvironments();
    for (const Environment &one : curated) {
        if (isListed(request, false))
            add(containerOf(one));
    }
    const auto stored = valueOf(azure.environments().names());
    for (const EnvironmentName &one : stored) {
        if (isListed(request, one.archived))
            add(containerOf(one));
    }
    return armList(request, values);
}

Response oneName(Request &request, AzureMlApi &azure)
{
    const QString name = request.capture(u"name");
    if (const auto curated = curatedOne(azure, name))
        return Response::json(Wire::containerResource(containerOf(*curated), u"environments"_s, azure.workspace()));
    const auto stored = valueOf(azure.environments().name(name));
    return Response::json(Wire::containerResource(containerOf(stored), u"environments"_s, azure.workspace()));
}

Response versions(Request &request, AzureMlApi &azure)
{
    const QString name = request.capture(u"name");
    QJsonArray values;
    if (const auto curated = curatedOne(azure, name)) {
        values.append(Wire::environmentResource(*curated, azure.workspace()));
        return armList(request, values);
    }
    const auto stored = valueOf(azure.environments().versions(name));
    for (const StoredEnvironment &one : stored) {
        if (isListed(request, one.archived))
            values.append(resourceOf(azure, one));
    }
    return armList(request, values);
}

Response version(Request &request, AzureMlApi &azure)
{
    const QString name = request.capture(u"name");
    if (curatedOne(azure, name)) {
        const auto environment = valueOf(azure.environment(name, request.capture(u"version")));
        return Response::json(Wire::environmentResource(environment, azure.workspace()));
    }
    const auto stored = valueOf(azure.environments().version(name, request.capture(u"version")));
    return Response::json(resourceOf(azure, stored));
}

// Refuses invalid YAML with a list of all errors and their lines.
void checkYaml(const QString &yaml)
{
    const auto parsed = Conda::read(yaml);
    if (!hasErrors(parsed.diagnostics))
        return;
    QStringList lines;
    for (const Diagnostic &one : parsed.diagnostics) {
        if (one.severity == Diagnostic::Severity::Error)
            lines.append(u"line %1: %2"_s.arg(one.line).arg(one.message));
    }
    throw ApiError(ErrorKind::Rejected, u"properties.condaFile cannot be used: %1"_s.arg(lines.join(u"; "_s)));
}

Response put(Request &request, AzureMlApi &azure)
{
    const QString name = request.capture(u"name");
    const QString number = request.capture(u"version");
    const auto body = valueOf(request.json());
    auto environment = valueOf(Wire::environmentFromBody(name, number, body));
    if (number.size() > 255 || number.compare(u"latest", Qt::CaseInsensitive) == 0)
        throw ApiError(ErrorKind::Rejected, u"'%1' cannot be a version."_s.arg(number));
    if (!environment.condaYaml.isEmpty())
        checkYaml(environment.condaYaml);
    // Replies contain the conda file as JSON text; a client that sends a reply back does not change the file.
    const auto known = azure.environments().version(name, number);
    if (known && Wire::condaJson(known->environment.condaYaml) == Wire::condaJson(environment.condaYaml))
        environment.condaYaml = known->environment.condaYaml;
    const StoredEnvironment stored{environment, Wire::environmentPropertiesFrom(body), Wire::isAnonymous(body),
                                   Wire::isArchived(body)};
    valueOf(azure.environments().save(stored));
    azure.store().changes().bump(Topic::Environments);
    // The status is 201 for an existing version too, as on Azure.
    return Response::json(resourceOf(azure, valueOf(azure.environments().version(name, number))), 201);
}

Response remove(Request &request, AzureMlApi &azure)
{
    const QString name = request.capture(u"name");
    if (curatedOne(azure, name))
        throw ApiError(ErrorKind::Conflict,
                       u"'%1' is curated: it is what this machine offers, and cannot be deleted."_s.arg(name));
    const auto gone =
        valueOf(request.captures.contains(u"version"_s) ? azure.environments().remove(name, request.capture(u"version"))
                                                        : azure.environments().remove(name));
    azure.store().changes().bump(Topic::Environments);
    return Response::empty(gone ? 200 : 204);
}

} // namespace

void addEnvironmentRoutes(Router &router, AzureMlApi &azure)
{
    addArm(router, azure, "GET", "/environments", [&azure](Request &request) { return names(request, azure); });
    addArm(router, azure, "GET", "/environments/{name}",
           [&azure](Request &request) { return oneName(request, azure); });
    addArm(router, azure, "DELETE", "/environments/{name}",
           [&azure](Request &request) { return remove(request, azure); });
    addArm(router, azure, "GET", "/environments/{name}/versions",
           [&azure](Request &request) { return versions(request, azure); });
    addArm(router, azure, "GET", "/environments/{name}/versions/{version}",
           [&azure](Request &request) { return version(request, azure); });
    addArm(router, azure, "PUT", "/environments/{name}/versions/{version}",
           [&azure](Request &request) { return put(request, azure); });
    addArm(router, azure, "DELETE", "/environments/{name}/versions/{version}",
           [&azure](Request &request) { return remove(request, azure); });
}

} // namespace Roost::Service::AzureMl
