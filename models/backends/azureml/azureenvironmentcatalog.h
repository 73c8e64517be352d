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

/// Returns the name shared by all environments that were sent with a job.
QString anonymousEnvironment();

/// Registers the environment that is sent with a job, in a version that is derived from its content, so that equal
/// content is registered once.
Future<Environment> createAnonymous(const ContextPtr &context, const QString &image, const QString &condaYaml);

/// Returns the version to use next: nextVersion of environments/NAME or models/NAME, "1" if there is none yet.
Future<QString> nextVersion(const ContextPtr &context, const QString &kind, const QString &name);

} // namespace Roost::AzureMl
