// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/backends/mlflow/mlflowcontext.h"

namespace Roost::Mlflow {

class MlflowModelRegistry : public ModelRegistry
{
public:
    explicit MlflowModelRegistry(ContextPtr context)
        : m_context(std::move(context))
    {
    }
    Future<QList<RegisteredModel>> models() override;
    Future<QList<ModelVersion>> versions(const QString &name) override;
    Future<ModelVersion> create(const QString &name, const QString &runId, const QString &path,
                                const QString &description = {}, const StringMap &tags = {}) override;
    Future<void> remove(const QString &name, const QString &version) override;
    Future<QList<FileRef>> files(const ModelVersion &version) override;

private:
    ContextPtr m_context;
};

} // namespace Roost::Mlflow
