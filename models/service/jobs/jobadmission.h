// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/compute.h"
#include "models/core/error.h"
#include "models/core/job.h"

#include <optional>

namespace Roost::Service::Jobs {

struct JobContext;

/// Determines whether a job can run in this workspace on this machine. Any thread. `context` must outlive this object.
class JobAdmission
{
public:
    explicit JobAdmission(const JobContext &context)
        : m_context(context)
    {
    }

    /// Returns the reason why the service does not accept the job; nullopt if it does.
    std::optional<Error> whyNot(const Job &job, const QString &codeHash) const;
    /// Returns the reason why the compute can never give the nodes of an accepted job, because it was removed or made
    /// smaller since then. Empty if it can.
    QString whyNoNodes(const Job &job) const;

private:
    static QString whyMalformed(const Job &job);
    static QString whyNotTheVariables(const Job &job);
    static QString whyNotTheMetrics(const Job &job);
    bool hasCode(const QString &hash) const;
    Result<Compute> computeOf(const Job &job) const;

    const JobContext &m_context;
};

} // namespace Roost::Service::Jobs
