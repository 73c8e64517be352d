// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/backends/azureml/azurecontext.h"

namespace Roost::AzureMl {

class AzureJobService : public JobService
{
public:
    explicit AzureJobService(ContextPtr context)
        : m_context(std::move(context))
    {
    }
    Future<Run> submit(const Job &job, std::function<void(SubmitProgress)> progress = {},
                       const std::optional<CodeFiles> &reviewed = {}) override;
    Future<void> cancel(const QString &runId) override;
    Future<void> remove(const QString &runId) override;
    Future<Job> job(const QString &runId) override;
    Future<QList<SnapshotFile>> snapshotFiles(const QString &codeId) override;

private:
    ContextPtr m_context;
};

} // namespace Roost::AzureMl
