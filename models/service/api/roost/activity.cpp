// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/service/api/roost/activity.h"

#include "models/core/logpath.h"
#include "models/logs/activity/runscan.h"
#include "models/service/api/azureml/historyruns.h"
#include "models/service/api/roost/extensionroute.h"
#include "models/service/store/tracking/runstore.h"
#include "models/service/store/workspace/artifactplaces.h"
#include "models/wire/apierror.h"
#include "models/wire/roost/activity.h"

#include <list>
#include <mutex>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace Roost::Service::Extensions {

using namespace Logs;
using namespace AzureMl;
using namespace Http;
using namespace Store;
using Wire::valueOf;

namespace {

constexpr auto patience = 250ms;
constexpr std::size_t mostRuns = 8;

/// The counts of one run; requests for the run are handled one at a time.
struct CountedRun
{
    QString id;
    std::mutex mutex;
    RunScan scan;
};

/// The counts of the runs that were requested most recently.
class CountedRuns
{
public:
    std::shared_ptr<CountedRun> run(const QString &id)
    {
        const std::scoped_lock lock(m_mutex);
        const auto known = std::ranges::find(m_runs, id, [](const auto &run) { return run->id; });
        if (known != m_runs.end()) {
            m_runs.splice(m_runs.begin(), m_runs, known);
        } else {
            m_runs.push_front(std::make_shared<CountedRun>());
            m_runs.front()->id = id;
            if (m_runs.size() > mostRuns)
                m_runs.pop_back();
        }
        return m_runs.front();
    }

private:
    std::mutex m_mutex;
    std::list<std::shared_ptr<CountedRun>> m_runs;
};

QList<ScannedLog> logsOf(const WorkspaceFolder &workspace, const RunRow &run)
{
    const auto folder = artifactsOf(workspace, run);
    const QString state = workspace.run(run.id) + u"/state"_s;
    QList<ScannedLog> logs;
    for (const QString &prefix : {u"azureml-logs/"_s, u"user_logs/"_s, u"logs/"_s}) {
        const auto artifacts = valueOf(folder.below(prefix));
        for (const Artifact &artifact : artifacts) {
            // The content of an unreadable folder is not counted; the list of logs reports the folder.
            if (!isLog(artifact.path) || artifact.path.endsWith(u'/'))
                continue;
            const QString file = folder.files().folder() + u'/' + folder.pathInFiles(artifact.path);
            // Only files written by the launcher itself have time marks.
            const bool isMarked = prefix == "azureml-logs/"_L1;
            logs += ScannedLog{artifact.path, rankOfLog(artifact.path), file,
                               isMarked ? timeIndexFile(state, file) : QString()};
        }
    }
    return logs;
}

RunActivity activityOf(WorkspaceStore &store, CountedRuns &runs, const Request &request)
{
    const QString id = request.capture(u"run");
    const RunRow row =
        valueOf(store.database().read([&id](Connection &connection) { return RunStore(connection).find(id); }));
    const auto run = runs.run(id);
    const std::scoped_lock lock(run->mutex);
    return run->scan.poll(logsOf(store.folder(), row), request.parameter(u"cursor"), patience);
}

} // namespace

void addActivityRoute(Router &router, WorkspaceStore &store)
{
    const auto runs = std::make_shared<CountedRuns>();
    addExtensionRoute(router, "GET", "runs/{run}/activity", [&store, runs](Request &request) {
        return Response::json(Wire::toJson(activityOf(store, *runs, request)));
    });
}

} // namespace Roost::Service::Extensions
