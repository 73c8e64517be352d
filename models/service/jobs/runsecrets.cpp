// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/service/jobs/runsecrets.h"

#include "models/core/secrets.h"
#include "models/service/jobs/runfolder.h"
#include "models/service/store/workspace/workspacestore.h"

namespace Roost::Service::Jobs {

using namespace Launch;
using namespace Store;

Result<bool> hideSecretsOfPlan(const JobRecord &record, const RunFolder &folder)
{
    if (withSecretsMasked(record.job.environmentVariables) == record.job.environmentVariables)
        return false;
    if (auto plan = LaunchPlan::load(folder.launchFile())) {
        plan->environment = withSecretsMasked(plan->environment);
        if (const auto saved = plan->save(folder.launchFile()); !saved)
            return std::unexpected(saved.error());
    }
    return true;
}

void hidePastSecrets(WorkspaceStore &store)
{
    const auto kept = store.database().read(
        [](Connection &connection) -> Result<QList<JobRecord>> { return JobRows::withSecretsKept(connection); });
    if (!kept || kept->isEmpty())
        return;
    QList<JobRecord> done;
    bool hasSecrets = false;
    for (const JobRecord &record : *kept) {
        const auto hidden = hideSecretsOfPlan(record, {store.folder().run(record.job.name)});
        if (!hidden) {
            qWarning("Secrets of the run %s stay: %s", qUtf8Printable(record.job.name),
                     qUtf8Printable(hidden.error().text));
            continue;
        }
        hasSecrets = hasSecrets || *hidden;
        done += record;
    }
    const auto written = store.database().write([&done](Connection &connection) -> Result<void> {
        for (const JobRecord &record : std::as_const(done))
            JobRows::forgetSecrets(connection, record);
        return {};
    });
    if (!written)
        qWarning("Secrets of earlier runs stay in the database: %s", qUtf8Printable(written.error().text));
    else if (hasSecrets)
        store.database().overwriteDeleted();
}

} // namespace Roost::Service::Jobs
