// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/error.h"

#include <QJsonObject>

namespace Roost::Wire {

/// Returns Denied for 401 and 403; NotFound for 404 and 410; Conflict for 409 and 412; Unreachable for 408, 429, 502,
/// 503 and 504; Rejected for other 4xx and 501; Failed for any other status.
ErrorKind kindOfStatus(int status);

/// Reads the Error of an unsuccessful HTTP reply: the resource manager's, the data plane's, MLflow's (also with
/// capitals), a blob's XML, or plain text. A missing workspace has its own Error: NotFound if the workspace was
/// requested, Rejected for anything below it, because the reply does not state whether the requested resource exists.
/// `detail` is the status with the most specific code of the server, the id for its support (`correlation`, a header of
/// the reply, or the id in the body), and the body, truncated at about 4000 characters.
Error errorFromReply(int status, const QByteArray &body, const QString &correlation = {});
/// Returns the server's own error code ("UserError", "RESOURCE_DOES_NOT_EXIST", "BlobNotFound"); empty if it has none.
QString errorCode(const QByteArray &body);
/// Returns the most specific code: the code of the innermost innerError if there is one, else errorCode().
QString finestErrorCode(const QByteArray &body);

/// Return the status of a service's reply for an Error, and the bodies for it in each protocol.
int statusOfKind(ErrorKind kind);
QJsonObject armError(const QString &code, const QString &message, const QString &target = {});
/// Returns the resource manager's error for Azure ML: the code states whether client or service is at fault, the inner
/// code states the exact fault. `time` is ISO 8601, `operation` is the correlation id.
QJsonObject armError(const Error &error, const QString &operation = {}, const QString &time = {});
/// Returns the resource manager's own error for the missing workspace `wanted`: for the workspace, or for a resource
/// `below` it.
QJsonObject noWorkspaceError(const QString &wanted, bool below);
/// `time` is ISO 8601.
QJsonObject dataPlaneError(const Error &error, const QString &requestId, const QString &time);
QByteArray blobError(const QString &code, const QString &message);
/// Returns a body that clients of both protocols understand, for requests that belong to neither: {"error": {"code",
/// "message", "details"}, "error_code", "message"}
QJsonObject plainError(const QString &code, const QString &mlflowCode, const QString &message);

/// Returns the reason in details.error of run history; empty if there is none.
QString runErrorText(const QJsonObject &error);
QJsonObject runError(const QString &text);

} // namespace Roost::Wire
