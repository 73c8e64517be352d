// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/service/store/database.h"

#include <QList>

namespace Roost::Service::Store {

/// One step of the schema. Never changed once released: what is wrong is mended by the next one.
struct Migration
{
    int number = 0; // 1, 2, 3 ... without a gap
    QByteArray sql;
};

/// All steps in order. A new one is a function beside schema_tracking.cpp, named in migrations.cpp.
QList<Migration> migrations();

/// Brings the database to the last of `steps`, each in its own transaction; Rejected when the database is
/// newer than they are. Says how many steps were taken.
Result<int> migrate(Connection &connection, const QList<Migration> &steps);

/// 1: experiments, runs, params, tags, metrics, data sets, logged models, registered models.
QByteArray trackingSchema();
/// 2: environments, code versions, uploads, computes, operations, files of models.
QByteArray workspaceSchema();
/// 3: jobs.
QByteArray jobsSchema();
/// 4: the highest number a version of each registered model ever had.
QByteArray modelNumbersSchema();
/// 5: what clients asked of a compute and the service only gives back.
QByteArray computeRequestsSchema();
/// 6: whether the secrets of a job are masked.
QByteArray jobSecretsSchema();

} // namespace Roost::Service::Store
