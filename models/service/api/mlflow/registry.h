// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/service/api/mlflow/call.h"

namespace Roost::Service::Mlflow {

/// registered-models/... and model-versions/...
QList<Entry> registeredModelEntries();
QList<Entry> modelVersionEntries();

/// Throw a Refusal where there is none.
void requireModel(Store::Connection &connection, const QString &name);
QJsonObject registeredModelJson(Store::Connection &connection, const QString &name);
QJsonObject modelVersionJson(Store::Connection &connection, const QString &name, qint64 version, bool withAliases);
/// The number a text means; a Refusal where it is none.
qint64 versionNumber(const QString &text);
/// The version a call names.
qint64 versionOf(Call &call, const QString &name);
/// "Staging" for "staging"; a Refusal where it is no stage.
QString stageNamed(const QString &given);
/// Highest version of each stage, of all stages where none is named.
QJsonArray latestVersions(Store::Connection &connection, const QString &name, const QStringList &stages);
/// Where a client downloads the files of a version.
QString downloadUri(Store::Connection &connection, const QString &name, qint64 version);
void touchModel(Store::Connection &connection, const QString &name);

QJsonObject searchRegisteredModels(Call &call);
QJsonObject searchModelVersions(Call &call);

} // namespace Roost::Service::Mlflow
