// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/service/api/mlflow/rpccontext.h"
#include "models/service/http/router.h"
#include "models/wire/mlflow/parameters.h"

#include <QJsonObject>

#include <functional>

namespace Roost::Service::Mlflow {

/// The path and method of a protocol method, and its handler. The handler throws an ApiError for a mistake of the
/// client.
struct RpcHandler
{
    enum class Access { Reads, Writes };

    QByteArray method;
    QByteArray path; // below /api/2.0/mlflow/: "runs/create"
    Access access = Access::Reads;
    Wire::Parameters parameters;
    std::function<QJsonObject(RpcContext &, const Wire::Message &)> answer;
};

/// A handler whose request is read into a struct of models/wire/mlflow.
template <typename Request>
RpcHandler rpc(QByteArray method, QByteArray path, RpcHandler::Access access,
               QJsonObject (*answer)(RpcContext &, const Request &))
{
    return {std::move(method), std::move(path), access, Request::parameters(),
            [answer](RpcContext &context, const Wire::Message &message) {
                return answer(context, Request::read(message));
            }};
}

/// The body of a request that must declare it as JSON.
QByteArray jsonBodyOf(Http::Request &request);

/// Reads and checks the request, handles it in a transaction, and bumps the changed topics. Throws ApiError.
Http::Handler httpHandlerOf(Store::WorkspaceStore &store, const RpcHandler &handler);

/// The only place that converts an ApiError to a reply of the protocol.
Http::Handler answeringErrors(Http::Handler handler);

} // namespace Roost::Service::Mlflow
