// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/service/api/mlflow/rpchandler.h"

#include "models/wire/mlflow/mlflowerror.h"

using namespace Qt::StringLiterals;

namespace Roost::Service::Mlflow {

using namespace Http;
using namespace Store;
using namespace Wire;

namespace {

/// Reads the parameters of a request: from the query for GET and for DELETE without a body, otherwise from the body,
/// which POST and PUT must declare as JSON.
Message messageOf(Request &request)
{
    if (request.method == "POST" || request.method == "PUT")
        return Message::fromBody(jsonBodyOf(request));
    const QByteArray body = valueOf(request.body());
    return body.isEmpty() ? Message::fromQuery(request.query) : Message::fromBody(body);
}

} // namespace

QByteArray jsonBodyOf(Request &request)
{
    QByteArray body = valueOf(request.body());
    if (!request.header("Content-Type").toLower().startsWith("application/json"))
        throw ApiError(ErrorKind::Rejected, u"Bad Request. Content-Type must be one of ['application/json']."_s);
    return body;
}

Handler answeringErrors(Handler handler)
{
    return [handler = std::move(handler)](Request &request) {
        try {
            return handler(request);
        } catch (const ApiError &problem) {
            const Error &error = problem.error();
            return Response::json(problem.code().isEmpty() ? mlflowError(error)
                                                           : mlflowError(problem.code(), error.text),
                                  problem.status().value_or(mlflowStatusOf(error.kind)));
        }
    };
}

Handler httpHandlerOf(WorkspaceStore &store, const RpcHandler &handler)
{
    return [&store, handler](Request &request) {
        const Message message = messageOf(request);
        check(message, handler.parameters);
        QSet<QString> changed;
        std::vector<std::function<void()>> afterCommit;
        const auto work = [&](Connection &connection) {
            RpcContext context{connection, store, request, {}, {}};
            QByteArray answer = handler.answer(context, message);
            changed = std::move(context.changed);
            afterCommit = std::move(context.afterCommit);
            return answer;
        };
        QByteArray answer = valueOf(handler.access == RpcHandler::Access::Writes ? store.database().write(work)
                                                                                 : store.database().read(work));
        for (const auto &step : afterCommit)
            step();
        for (const QString &topic : std::as_const(changed))
            store.changes().bump(topic);
        return Response::jsonText(std::move(answer));
    };
}

} // namespace Roost::Service::Mlflow
