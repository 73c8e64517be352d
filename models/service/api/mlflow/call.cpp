// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/service/api/mlflow/call.h"

using namespace Qt::StringLiterals;

namespace Roost::Service::Mlflow {

using namespace Http;
using namespace Store;

Response errorResponse(const Error &error)
{
    const auto body = [&error](const QString &code) {
        return QJsonObject{{u"error_code"_s, code}, {u"message"_s, error.text}};
    };
    switch (error.kind) {
    case ErrorKind::NotFound:
        return Response::json(body(u"RESOURCE_DOES_NOT_EXIST"_s), 404);
    case ErrorKind::Conflict:
        return Response::json(body(u"RESOURCE_ALREADY_EXISTS"_s), 400);
    case ErrorKind::Rejected:
    case ErrorKind::Unreadable:
        return Response::json(body(u"INVALID_PARAMETER_VALUE"_s), 400);
    case ErrorKind::Denied:
        return Response::json(body(u"PERMISSION_DENIED"_s), 403);
    case ErrorKind::Unreachable:
        return Response::json(body(u"BAD_REQUEST"_s), 400);
    case ErrorKind::Failed:
        break;
    }
    return Response::json(body(u"INTERNAL_ERROR"_s), 500);
}

Handler handlerOf(WorkspaceStore &store, const Entry &entry)
{
    return [&store, entry](Request &request) {
        try {
            const Message message = Message::from(request);
            check(message, entry.parameters);
            QSet<QString> changed;
            std::vector<std::function<void()>> afterwards;
            const auto work = [&](Connection &connection) -> Result<QJsonObject> {
                Call call{message, connection, store, request, {}, {}};
                QJsonObject answer = entry.procedure(call);
                changed = std::move(call.changed);
                afterwards = std::move(call.afterwards);
                return answer;
            };
            Result<QJsonObject> answer =
                entry.kind == Kind::Writes ? store.database().write(work) : store.database().read(work);
            if (!answer)
                return errorResponse(answer.error());
            for (const auto &step : afterwards)
                step();
            for (const QString &topic : std::as_const(changed))
                store.changes().bump(topic);
            return Response::json(*answer);
        } catch (const ApiError &refusal) {
            return errorResponse(refusal.error());
        }
    };
}

} // namespace Roost::Service::Mlflow
