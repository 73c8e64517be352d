// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/backends/azureml/azurecontext.h"

namespace Roost::AzureMl {

class AzureEnvironmentCatalog : public EnvironmentCatalog
{
public:
    explicit AzureEnvironmentCatalog(ContextPtr context)
        : m_context(std::move(context))
    {
    }
    Future<QList<Environment>> environments() override;
    Future<QList<Environment>> versions(const QString &name) override;
    Future<Environment> environment(const QString &name, const QString &version = {}) override;
    Future<Environment> create(const Environment &environment) override;

private:
    ContextPtr m_context;
};

/// The name all environments have that came along with a job.
QString anonymousEnvironment();

/// Registers what a job brings along under a name made of its content, so that the same content is one environment.
Future<Environment> createAnonymous(const ContextPtr &context, const QString &image, const QString &condaYaml);

/// The version to use next: nextVersion of environments/NAME or models/NAME, "1" where there is none yet.
Future<QString> nextVersion(const ContextPtr &context, const QString &kind, const QString &name);

} // namespace Roost::AzureMl
