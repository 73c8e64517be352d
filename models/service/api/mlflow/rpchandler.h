// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/service/api/mlflow/rpccontext.h"
#include "models/service/http/router.h"
#include "models/wire/json.h"
#include "models/wire/mlflow/parameters.h"

#include <QJsonObject>

#include <functional>
#include <type_traits>

namespace Roost::Service::Mlflow {

/// The path and the HTTP method of a method of the protocol, and its handler. The handler throws an ApiError for a
/// mistake of the client.
struct RpcHandler
{
    enum class Access { Reads, Writes };

    QByteArray method;
    QByteArray path; // below /api/2.0/mlflow/: "runs/create"
    Access access = Access::Reads;
    Wire::Parameters parameters;
    std::function<QByteArray(RpcContext &, const Wire::Message &)> answer; // JSON
};

/// Returns a handler whose request is read into a struct of models/wire/mlflow.
/// `answer` returns a QJsonObject, or a JSON text where a reply has many values.
template <typename Request, typename Reply>
RpcHandler rpc(QByteArray method, QByteArray path, RpcHandler::Access access,
               Reply (*answer)(RpcContext &, const Request &))
{
    return {std::move(method), std::move(path), access, Request::parameters(),
            [answer](RpcContext &context, const Wire::Message &message) -> QByteArray {
                if constexpr (std::is_same_v<Reply, QByteArray>)
                    return answer(context, Request::read(message));
                else
                    return Wire::print(answer(context, Request::read(message)));
            }};
}

/// Returns the body of a request, which must be declared as JSON.
QByteArray jsonBodyOf(Http::Request &request);

/// Returns a handler that reads and checks the request, handles it in a transaction, and bumps the changed topics. It
/// throws ApiError.
Http::Handler httpHandlerOf(Store::WorkspaceStore &store, const RpcHandler &handler);

/// Returns a handler that converts an ApiError to a reply of the protocol; no other code does so.
Http::Handler answeringErrors(Http::Handler handler);

} // namespace Roost::Service::Mlflow
