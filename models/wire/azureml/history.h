// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/compute.h"
#include "models/core/error.h"
#include "models/core/job.h"
#include "models/core/run.h"

#include <QHash>
#include <QJsonArray>
#include <QJsonObject>

#include <utility>

namespace Roost::Wire {

// Requests and replies of run history about several runs, or about a run and its job. For the run itself see run.h, for
// its changes runchange.h.

/// The body of runs:query, or the query parameters of a list of children.
struct HistoryQuery
{
    QString filter;  // OData
    QString orderBy; // "createdUtc desc"
    QString token;
    QString view; // listViewType
    qint64 top = 100;
};
HistoryQuery historyQueryFrom(const QJsonObject &body);

/// Returns an experiment in the form of run history.
QJsonObject historyExperiment(qint64 id, const QString &name, const QString &artifactLocation,
                              const QDateTime &created);

/// Returns the submitted job in the terms of the classic run configuration.
QJsonObject runDefinition(const Job &job);
/// Adds to runDetails() of a job its definition and, if known, its compute.
QJsonObject withJobDetails(QJsonObject details, const Job &job, const Compute *compute, int nodes);

/// One entry of rundata and batchrundata: the run, and the parts of it that the reply should contain (by default all).
struct RundataRequest
{
    QString runId;
    bool wantsMetadata = true;
    bool wantsDefinition = true;
    bool wantsSpecification = true;
};
RundataRequest rundataRequestFrom(const QJsonObject &body);
/// Returns the entries by the key that the client chose for each; for an entry without a run id, the key is the run id.
QList<std::pair<QString, RundataRequest>> batchRundataRequestFrom(const QJsonObject &body);

/// Write the body of batchrundata for the metadata of these runs, and read the metadata in the reply by run id.
QJsonObject batchRundataBody(const QStringList &runIds);
QHash<QString, QJsonObject> metadataFromBatch(const QJsonObject &reply);

/// Returns the reply to one request, with the requested parts. `jobResource` is the job's resource, the specification;
/// `definition` is empty for a run that is not a job.
QJsonObject rundata(const RundataRequest &request, const QJsonObject &metadata, const QJsonObject &definition,
                    const QJsonObject &jobResource);
QJsonObject batchRundata(const QJsonObject &found, const QList<std::pair<QString, Error>> &failed);

/// Reads the body of DELETE runs/RUN/tags: a list of keys. Returns an empty list for an unreadable body.
QStringList tagKeysFrom(const QByteArray &body);

/// Adds to `historyRun` the flag that hides an archived run, and the parts that clients sent.
QJsonObject withServiceParts(QJsonObject historyRun, bool isHidden, const QJsonObject &sent);

} // namespace Roost::Wire
