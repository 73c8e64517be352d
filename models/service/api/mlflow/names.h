// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace Roost::Service::Mlflow {

// MLflow's limits, in characters; see mlflow/utils/validation.py.
constexpr int mostMetrics = 1000;
constexpr int mostParams = 100;
constexpr int mostTags = 100;
constexpr int mostInBatch = 1000;
constexpr int longestKey = 250;
constexpr int longestParam = 6000;
constexpr int longestTag = 8000;
constexpr int longestExperimentTag = 20000;
constexpr int longestRegistryTag = 100000;
constexpr int longestExperimentName = 500;
constexpr int longestModelName = 1000;
constexpr int longestAlias = 255;

/// Percent-decoded until nothing changes, as MLflow decodes paths before it checks that they do not climb.
QString decodedFully(QString text);
/// The URI of `path` below an artifact location; a query of the location stays at the end.
QString below(const QString &location, const QString &path);

// Each of these throws an ApiError where the name or value breaks MLflow's rule. `parameter` names it in the message.

/// The key of a metric, param or tag.
void checkKey(const QString &parameter, const QString &key);
/// The same with the limit of length; `what` is MLflow's word for the thing then ("Metric name").
void checkKey(const QString &parameter, const QString &key, QStringView what);
void checkModelName(const QString &name);
void checkAlias(const QString &alias);
void checkLoggedModelName(const QString &name);
/// A tag of an experiment, a registered model or a version: key and length of the value.
void checkTag(const QString &key, const QString &value, qsizetype longestValue);

/// Whether the text has the form of a run's id; there need not be such a run.
bool isRunId(const QString &text);

} // namespace Roost::Service::Mlflow
