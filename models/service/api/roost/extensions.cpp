// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/service/api/roost/extensions.h"

#include "models/files/folderentries.h"
#include "models/service/api/roost/activity.h"
#include "models/service/api/roost/extensionroute.h"
#include "models/service/api/roost/maintenanceroutes.h"
#include "models/service/api/roost/metricroutes.h"
#include "models/wire/apierror.h"
#include "models/wire/roost/service.h"

#include <QCoreApplication>

#include <algorithm>
#include <mutex>

using namespace Qt::StringLiterals;

namespace Roost::Service::Extensions {

using namespace Http;
using namespace Store;
using Wire::ApiError;
using Wire::valueOf;

namespace {

constexpr int longestWait = 60;
// A result is cached for twenty times the time that its computation took, so that frequent requests use at most a
// twentieth of a core.
constexpr int storageRest = 20;

/// Measures the folders of the workspace. The larger they are, the longer a result is cached, because a window may poll
/// often.
class StorageUse
{
public:
    explicit StorageUse(const WorkspaceFolder &folder)
        : m_folder(folder)
    {
    }

    QMap<QString, qint64> get()
    {
        const std::scoped_lock lock(m_mutex);
        const auto begin = std::chrono::steady_clock::now();
        if (begin >= m_next) {
            m_known = {
                {u"runs"_s, Files::bytesBelow(m_folder.runs())},
                {u"models"_s, Files::bytesBelow(m_folder.models()) + Files::bytesBelow(m_folder.loggedModels())},
                {u"code"_s, Files::bytesBelow(m_folder.code())},
                {u"environments"_s, Files::bytesBelow(m_folder.environments())},
            };
            const auto end = std::chrono::steady_clock::now();
            m_next = end + (end - begin) * storageRest;
        }
        return m_known;
    }

private:
    const WorkspaceFolder m_folder;
    std::mutex m_mutex;
    QMap<QString, qint64> m_known;
    std::chrono::steady_clock::time_point m_next;
};

Response changes(WorkspaceStore &store, const Request &request)
{
    bool sinceFine = true;
    bool waitFine = true;
    const qint64 since = request.hasParameter(u"since") ? request.parameter(u"since").toLongLong(&sinceFine) : -1;
    const int wait = request.hasParameter(u"wait") ? request.parameter(u"wait").toInt(&waitFine) : 0;
    if (!sinceFine || !waitFine || wait < 0) {
        throw ApiError(ErrorKind::Rejected,
                       u"`since` takes a revision, or -1; `wait` takes seconds from 0 to %1."_s.arg(longestWait));
    }
    const auto changed = store.changes().wait(since, std::chrono::seconds(std::min(wait, longestWait)),
                                              [&request] { return request.isAbandoned(); });
    return Response::json(Wire::toJson(changed));
}

Response stop(const ServiceFacts &facts, Request &request)
{
    const auto message = valueOf(request.json());
    const int active = facts.activeRuns();
    if (active > 0 && !Wire::isForcedStop(message)) {
        throw ApiError(ErrorKind::Conflict,
                       u"%1 run(s) are in progress. With {\"force\": true} the service leaves all the same: running "
                       "processes go on and are found again, waiting ones wait until it is back."_s.arg(active));
    }
    facts.stop();
    return Response::json(Wire::stopReply(active), 202);
}

} // namespace

void addExtensions(Router &router, WorkspaceStore &store, ServiceFacts facts)
{
    const auto storage = std::make_shared<StorageUse>(store.folder());
    const auto shared = std::make_shared<const ServiceFacts>(std::move(facts));
    addExtensionRoute(router, "GET", "changes", [&store](Request &request) { return changes(store, request); });
    addExtensionRoute(router, "GET", "status", [&store, storage, shared](Request &request) {
        Wire::ServiceStatus status;
        status.pid = QCoreApplication::applicationPid();
        status.version = shared->version;
        status.workspace = store.folder().path;
        status.name = store.folder().name;
        status.started = shared->started;
        status.activeRuns = shared->activeRuns();
        status.storeError = store.database().writeError();
        // A client that only checks whether the service runs need not wait until all folders are measured.
        if (request.parameter(u"storage") != u"0")
            status.storage = storage->get();
        return Response::json(Wire::toJson(status));
    });
    addActivityRoute(router, store);
    addMetricRoutes(router, store);
    addMaintenanceRoutes(router, store);
    addExtensionRoute(router, "POST", "stop", [shared](Request &request) { return stop(*shared, request); });
}

} // namespace Roost::Service::Extensions
