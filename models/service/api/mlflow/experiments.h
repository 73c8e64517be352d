// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/service/api/mlflow/call.h"
#include "models/service/store/database/select.h"

namespace Roost::Service::Mlflow {

/// experiments/...
QList<Entry> experimentEntries();

struct ExperimentRow
{
    qint64 id = 0;
    QString name;
    QString artifactLocation;
    bool deleted = false;
    qint64 createdMs = 0;
    qint64 updatedMs = 0;
};

/// The number an id means; a Refusal where it is none. "x" is no experiment, and never the first one.
qint64 experimentNumber(const QString &id);
/// "(?1, ?2)" for an SQL IN, of the ids of experiments.
QByteArray experimentList(Store::Select &query, const QStringList &ids);
/// Throws a Refusal where there is none.
ExperimentRow experimentOf(Store::Connection &connection, const QString &id);
/// As above; a deleted one is refused too.
ExperimentRow activeExperimentOf(Store::Connection &connection, const QString &id);
QJsonObject experimentJson(Store::Connection &connection, const ExperimentRow &row);

/// ACTIVE_ONLY, DELETED_ONLY, ALL by name or number; a condition on a column `deleted` of `alias`, or empty.
QByteArray viewCondition(const Message &message, QStringView key, const QByteArray &alias);

} // namespace Roost::Service::Mlflow
