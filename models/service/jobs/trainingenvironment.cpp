// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/service/jobs/trainingenvironment.h"

#include "models/core/variables.h"
#include "models/wire/azureml/ids.h"

#include <QDateTime>
#include <QDir>
#include <QStringList>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Roost::Service::Jobs {

using namespace Environments;
using namespace Store;

namespace {

// azureml-core reads expiry and tenant from its token, and fails if it cannot parse the token. Therefore the service's
// own token is passed as the signature of a JSON Web Token whose header and payload grant nothing. The service checks
// only its own token, which is valid as long as the service runs.
QString tokenForAzureml(const QString &token)
{
    const auto part = [](const QByteArray &json) {
        return QString::fromLatin1(json.toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals));
    };
    constexpr int days = 365;
    const auto end = QDateTime::currentDateTimeUtc().addDays(days).toSecsSinceEpoch();
    const QByteArray body =
        R"({"exp":)" + QByteArray::number(end) + R"(,"tid":"00000000-0000-0000-0000-000000000000","aud":"roost"})";
    return part(R"({"alg":"none","typ":"JWT"})") % u'.' % part(body) % u'.' % token;
}

} // namespace

StringMap trainingEnvironment(const Job &job, const WorkspaceFolder &workspace, const PreparedEnvironment &environment,
                              const QString &baseUrl)
{
    const auto id = Wire::WorkspaceId::fromPath(workspace.resourceId());
    StringMap variables = environment.variables;
    variables[u"PATH"_s] = (environment.path + QStringList{qEnvironmentVariable("PATH")}).join(QDir::listSeparator());

    variables[u"MLFLOW_TRACKING_URI"_s] = baseUrl;
    variables[u"MLFLOW_RUN_ID"_s] = job.name;
    variables[u"MLFLOW_EXPERIMENT_NAME"_s] = job.experiment;

    variables[u"AZUREML_RUN_ID"_s] = job.name;
    variables[u"AZUREML_ROOT_RUN_ID"_s] = job.name;
    variables[u"AZUREML_EXPERIMENT_NAME"_s] = job.experiment;
    variables[u"AZUREML_ARM_PROJECT_NAME"_s] = job.experiment;
    variables[u"AZUREML_SERVICE_ENDPOINT"_s] = baseUrl;
    variables[u"AZUREML_DISCOVERY_SERVICE_ENDPOINT"_s] = QString(baseUrl % u"/discovery"_s);
    if (id) {
        variables[u"AZUREML_ARM_SUBSCRIPTION"_s] = id->subscription;
        variables[u"AZUREML_ARM_RESOURCEGROUP"_s] = id->resourceGroup;
        variables[u"AZUREML_ARM_WORKSPACE_NAME"_s] = id->name;
        variables[u"AZUREML_WORKSPACE_SCOPE"_s] = workspace.resourceId();
    }
    for (const auto &[name, value] : job.inputs.asKeyValueRange()) {
        if (const QString variable = u"AZUREML_PARAMETER_"_s + name; whyNotAVariable(variable, value).isEmpty())
            variables[variable] = value;
    }
    variables.insert(job.environmentVariables);
    return variables;
}

QProcessEnvironment supervisorEnvironment(const QString &token)
{
    auto environment = QProcessEnvironment::systemEnvironment();
    // The service may have been started by a run, or from a shell inside a run.
    static const QStringList ranks{u"RANK"_s,       u"LOCAL_RANK"_s,       u"NODE_RANK"_s,   u"GROUP_RANK"_s,
                                   u"WORLD_SIZE"_s, u"LOCAL_WORLD_SIZE"_s, u"MASTER_ADDR"_s, u"MASTER_PORT"_s};
    static const QStringList families{u"AZUREML_"_s, u"AZ_BATCH"_s, u"MLFLOW_"_s, u"TORCHELASTIC_"_s, u"OMPI_"_s,
                                      u"PRTE_"_s,    u"PMIX_"_s,    u"PMI_"_s,    u"ROOST_"_s};
    for (const QString &name : environment.keys()) {
        const bool ofFamily =
            std::ranges::any_of(families, [&](const QString &start) { return name.startsWith(start); });
        if (ofFamily || ranks.contains(name))
            environment.remove(name);
    }
    environment.insert(u"MLFLOW_TRACKING_TOKEN"_s, token);
    environment.insert(u"AZUREML_RUN_TOKEN"_s, tokenForAzureml(token));
    return environment;
}

} // namespace Roost::Service::Jobs
