// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/error.h"

#include <QJsonObject>

namespace Roost::Wire {

/// 401, 403 Denied; 404, 410 NotFound; 409, 412 Conflict; 408, 429, 502, 503, 504 Unreachable; other 4xx and
/// 501 Rejected; anything else Failed.
ErrorKind kindOfStatus(int status);

/// The Error in an HTTP answer that is no success: the resource manager's, the data plane's, MLflow's (also with
/// capitals), a blob's XML, or plain text. A missing workspace has an Error of its own: NotFound where the workspace
/// was requested, Rejected for anything below it, since the answer does not state whether the requested thing exists.
/// `detail` is the status with the most exact code of the server, the id for its support (`correlation`, a header of
/// the answer, or the body's own), and the body, cut at about 4000 characters.
Error errorFromReply(int status, const QByteArray &body, const QString &correlation = {});
/// The server's own error code ("UserError", "RESOURCE_DOES_NOT_EXIST", "BlobNotFound"); empty where it has none.
QString errorCode(const QByteArray &body);
/// The most exact code: that of the innermost innerError where there is one, else errorCode().
QString finestErrorCode(const QByteArray &body);

/// The status a service answers an Error with, and the bodies of the protocols for it.
int statusOfKind(ErrorKind kind);
QJsonObject armError(const QString &code, const QString &message, const QString &target = {});
/// As the resource manager answers for Azure ML: the code states whose fault it is, the inner code which fault. `time`
/// is ISO 8601, `operation` the correlation id.
QJsonObject armError(const Error &error, const QString &operation = {}, const QString &time = {});
/// As the resource manager itself answers where the workspace `wanted` does not exist: for the workspace, or for
/// something `below` it.
QJsonObject noWorkspaceError(const QString &wanted, bool below);
/// `time` is ISO 8601.
QJsonObject dataPlaneError(const Error &error, const QString &requestId, const QString &time);
QByteArray blobError(const QString &code, const QString &message);

/// The reason in details.error of run history; empty where there is none.
QString runErrorText(const QJsonObject &error);
QJsonObject runError(const QString &text);

} // namespace Roost::Wire
