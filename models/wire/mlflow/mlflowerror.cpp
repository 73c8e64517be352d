// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/wire/mlflow/mlflowerror.h"

using namespace Qt::StringLiterals;

namespace Roost::Wire {

namespace {

QString codeOf(ErrorKind kind)
{
    switch (kind) {
    case ErrorKind::NotFound:
        return u"RESOURCE_DOES_NOT_EXIST"_s;
    case ErrorKind::Conflict:
        return u"RESOURCE_ALREADY_EXISTS"_s;
    case ErrorKind::Rejected:
    case ErrorKind::Unreadable:
        return u"INVALID_PARAMETER_VALUE"_s;
    case ErrorKind::Denied:
        return u"PERMISSION_DENIED"_s;
    case ErrorKind::Unreachable:
        return u"BAD_REQUEST"_s;
    case ErrorKind::Failed:
        break;
    }
    return u"INTERNAL_ERROR"_s;
}

} // namespace

QJsonObject mlflowError(const QString &code, const QString &message)
{
    return {{u"error_code"_s, code}, {u"message"_s, message}};
}

QJsonObject mlflowError(const Error &error)
{
    return mlflowError(codeOf(error.kind), error.text);
}

int mlflowStatusOf(ErrorKind kind)
{
    switch (kind) {
    case ErrorKind::NotFound:
        return 404;
    case ErrorKind::Denied:
        return 403;
    case ErrorKind::Conflict:
    case ErrorKind::Rejected:
    case ErrorKind::Unreadable:
    case ErrorKind::Unreachable:
        return 400;
    case ErrorKind::Failed:
        break;
    }
    return 500;
}

} // namespace Roost::Wire
