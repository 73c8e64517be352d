// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/backends/azureml/azurecontext.h"
#include "models/core/maintenance.h"

namespace Roost::AzureMl {

/// /roost/v1/maintenance/. A canceled future cancels the task of the service.
class AzureMaintenance : public Maintenance
{
public:
    explicit AzureMaintenance(ContextPtr context)
        : m_context(std::move(context))
    {
    }
    Future<Backup> backup(const QString &folder, std::function<void(qint64, qint64)> progress) override;
    Future<CheckReport> check(bool repair) override;
    Future<QList<DeletedRun>> trash() override;
    Future<void> restore(const QString &runId) override;
    Future<Reclaimed> emptyTrash(const QDateTime &before) override;

private:
    Future<QJsonObject> task(const QString &below, const QJsonObject &body,
                             const std::function<void(qint64, qint64)> &progress = {});

    ContextPtr m_context;
};

} // namespace Roost::AzureMl
