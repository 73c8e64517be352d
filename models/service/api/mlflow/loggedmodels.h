// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/service/api/mlflow/call.h"

namespace Roost::Service::Mlflow {

/// logged-models/... but for their files.
QList<Entry> loggedModelEntries();

struct LoggedModelRow
{
    qint64 seq = 0;
    QString id;
    qint64 experiment = 0;
    QString name;
    QString type;
    QString sourceRun;
    QString artifactUri;
    int status = 1; // 1 pending, 2 ready, 3 upload failed
    QString statusMessage;
    qint64 createdMs = 0;
    qint64 updatedMs = 0;
};

extern const QByteArray loggedModelColumns; // SELECT ... FROM logged_models l
LoggedModelRow loggedModelRow(const Store::Statement &at);
/// Nothing where there is none, or it was deleted.
std::optional<LoggedModelRow> findLoggedModel(Store::Connection &connection, const QString &id);
QJsonObject loggedModelJson(Store::Connection &connection, const LoggedModelRow &row);
void setLoggedModelTag(Store::Connection &connection, qint64 seq, const QString &key, const QString &value);

/// logged-models/search
QJsonObject searchLoggedModels(Call &call);

} // namespace Roost::Service::Mlflow
