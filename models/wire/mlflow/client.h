// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/run.h"
#include "models/core/values.h"

#include <QJsonObject>

#include <utility>

namespace Roost::Wire {

// Requests that a client of MLflow sends, and the parts of the replies that it reads.

/// The lists that replies contain.
enum class MlflowList { Experiments, Files, Metrics, ModelVersions, RegisteredModels, Runs };

/// One page of a list, and the token of the next page, which is empty at the end.
struct MlflowPage
{
    QList<QJsonObject> items;
    QString next;
};
MlflowPage mlflowPageFrom(const QJsonObject &reply, MlflowList list);

/// experiments/search
QJsonObject experimentsSearchBody(const QString &pageToken, int most = 1000);
/// runs/search: the run that was started last is first. `activeOnly` leaves finished runs out, in a filter that all
/// servers understand.
QJsonObject runsSearchBody(const QStringList &experimentIds, qint64 most, const QString &pageToken,
                           bool activeOnly = false);
/// runs/search: only these runs. Ids with a quote are left out.
QJsonObject runsSearchBody(const QStringList &experimentIds, const QStringList &runIds);
/// runs/search: the runs that started until that time, the newest first.
QJsonObject runsSearchBodyUntil(const QStringList &experimentIds, const QDateTime &until, qint64 most);

/// runs/set-tag, or runs/delete-tag if the value is null.
QJsonObject runTagBody(const QString &runId, const QString &key, const QString &value);
/// runs/update
QJsonObject runNameBody(const QString &runId, const QString &displayName);
/// model-versions/create
QJsonObject newModelVersionBody(const QString &name, const QString &source, const QString &runId,
                                const QString &description, const StringMap &tags);
/// registered-models/create, and model-versions/delete.
QJsonObject modelNameBody(const QString &name);
QJsonObject modelVersionBody(const QString &name, const QString &version);

/// Return the object in the reply to runs/get, experiments/get and model-versions/create.
QJsonObject runIn(const QJsonObject &reply);
QJsonObject experimentIn(const QJsonObject &reply);
QJsonObject modelVersionIn(const QJsonObject &reply);
/// Returns the aliases by version from the reply to registered-models/get; empty for servers without aliases.
QHash<QString, QStringList> aliasesIn(const QJsonObject &reply);
/// artifacts/credentials-for-read of Databricks
QJsonObject readCredentialsBody(const QString &runId, const QString &path);
/// The first address in the reply to it, with the headers that a request to the address needs.
struct SignedAddress
{
    QString url;
    QList<std::pair<QByteArray, QByteArray>> headers;
};
SignedAddress signedAddressIn(const QJsonObject &reply);
/// Returns the root of the run's artifacts from a reply to runs/get.
QString artifactRootIn(const QJsonObject &reply);

} // namespace Roost::Wire
