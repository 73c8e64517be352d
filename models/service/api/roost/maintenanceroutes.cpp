// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/service/api/roost/maintenanceroutes.h"

#include "models/service/api/roost/extensionroute.h"
#include "models/service/api/roost/maintenancetasks.h"
#include "models/service/store/upkeep/backupcopy.h"
#include "models/service/store/upkeep/trash.h"
#include "models/service/store/upkeep/workspacecheck.h"
#include "models/wire/apierror.h"
#include "models/wire/roost/maintenance.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Roost::Service::Extensions {

using namespace Http;
using namespace Store;
using Wire::valueOf;

namespace {

constexpr int longestWait = 60;

/// Returns the result of a task as JSON.
template <typename T>
Result<QJsonObject> jsonOf(const Result<T> &result)
{
    if (!result)
        return std::unexpected(result.error());
    return Wire::toJson(*result);
}

Response accepted(const Result<QString> &task)
{
    return Response::json(Wire::taskReply(valueOf(task)), 202);
}

Response check(MaintenanceTasks &tasks, WorkspaceStore &store, Request &request)
{
    const bool repair = Wire::isRepair(valueOf(request.json()));
    return accepted(tasks.begin(
        u"check"_s, [&store, repair](LongTask &task) { return jsonOf(WorkspaceCheck(store, task).run(repair)); }));
}

Response backup(MaintenanceTasks &tasks, WorkspaceStore &store, Request &request)
{
    const QString folder = Wire::backupFolderFrom(valueOf(request.json()));
    return accepted(tasks.begin(
        u"backup"_s, [&store, folder](LongTask &task) { return jsonOf(BackupCopy(store, folder, task).make()); }));
}

Response emptyTrash(MaintenanceTasks &tasks, WorkspaceStore &store, Request &request)
{
    const QDateTime before = Wire::emptyTrashTimeFrom(valueOf(request.json()));
    return accepted(tasks.begin(u"removal of deleted runs"_s,
                                [&store, before](LongTask &task) { return jsonOf(Trash(store).empty(before, task)); }));
}

Response task(MaintenanceTasks &tasks, const Request &request)
{
    const int wait = std::clamp(request.parameter(u"wait").toInt(), 0, longestWait);
    return Response::json(
        Wire::toJson(valueOf(tasks.wait(request.capture(u"task"), std::chrono::seconds(wait), request))));
}

} // namespace

void addMaintenanceRoutes(Router &router, WorkspaceStore &store)
{
    const auto tasks = std::make_shared<MaintenanceTasks>();
    addExtensionRoute(router, "POST", "maintenance/check",
                      [tasks, &store](Request &request) { return check(*tasks, store, request); });
    addExtensionRoute(router, "POST", "maintenance/backup",
                      [tasks, &store](Request &request) { return backup(*tasks, store, request); });
    addExtensionRoute(router, "GET", "maintenance/trash",
                      [&store](Request &) { return Response::json(Wire::toJson(valueOf(Trash(store).list()))); });
    addExtensionRoute(router, "POST", "maintenance/trash/restore", [&store](Request &request) {
        valueOf(Trash(store).restore(Wire::restoredRunFrom(valueOf(request.json()))));
        return Response::json(QJsonObject());
    });
    addExtensionRoute(router, "POST", "maintenance/trash/empty",
                      [tasks, &store](Request &request) { return emptyTrash(*tasks, store, request); });
    addExtensionRoute(router, "GET", "maintenance/tasks/{task}",
                      [tasks](Request &request) { return task(*tasks, request); });
}

} // namespace Roost::Service::Extensions
