// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/error.h"

#include <QJsonObject>

namespace Roost::Wire {

/// 401, 403 Denied; 404, 410 NotFound; 409, 412 Conflict; 408, 429, 502, 503, 504 Unreachable; other 4xx and
/// 501 Rejected; anything else Failed.
ErrorKind kindOfStatus(int status);

/// The Error in an unsuccessful HTTP reply: the resource manager's, the data plane's, MLflow's (also with capitals),
/// a blob's XML, or plain text. A missing workspace has an Error of its own: NotFound if the workspace was requested,
/// Rejected for anything below it, because the reply does not state whether the requested resource exists. `detail`
/// is the status with the most specific code of the server, the id for its support (`correlation`, a header of the
/// reply, or the body's own), and the body, cut at about 4000 characters.
Error errorFromReply(int status, const QByteArray &body, const QString &correlation = {});
/// The server's own error code ("UserError", "RESOURCE_DOES_NOT_EXIST", "BlobNotFound"); empty if it has none.
QString errorCode(const QByteArray &body);
/// The most specific code: that of the innermost innerError if present, else errorCode().
QString finestErrorCode(const QByteArray &body);

/// The status of a service's reply for an Error, and the bodies of the protocols for it.
int statusOfKind(ErrorKind kind);
QJsonObject armError(const QString &code, const QString &message, const QString &target = {});
/// The resource manager's error for Azure ML: the code states whether client or service is at fault, the inner code
/// the exact fault. `time` is ISO 8601, `operation` the correlation id.
QJsonObject armError(const Error &error, const QString &operation = {}, const QString &time = {});
/// The resource manager's own error for a missing workspace `wanted`: for the workspace, or for a resource `below`
/// it.
QJsonObject noWorkspaceError(const QString &wanted, bool below);
/// `time` is ISO 8601.
QJsonObject dataPlaneError(const Error &error, const QString &requestId, const QString &time);
QByteArray blobError(const QString &code, const QString &message);
/// A body that clients of both protocols understand, for requests that belong to neither.
/// {"error": {"code", "message", "details"}, "error_code", "message"}
QJsonObject plainError(const QString &code, const QString &mlflowCode, const QString &message);

/// The reason in details.error of run history; empty if there is none.
QString runErrorText(const QJsonObject &error);
QJsonObject runError(const QString &text);

} // namespace Roost::Wire
