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

/// Percent-decodes the text until it no longer changes, as MLflow does before it checks that a path does not leave its
/// folder.
QString decodedFully(QString text);

// Each of these functions throws an ApiError if the name or value violates MLflow's rule. `parameter` is its name in
// the message.

/// Checks the key of a metric, param or tag.
void checkKey(const QString &parameter, const QString &key);
/// Also checks the length. `what` is MLflow's term for the key in the message ("Metric name").
void checkKey(const QString &parameter, const QString &key, QStringView what);
void checkModelName(const QString &name);
void checkAlias(const QString &alias);
void checkLoggedModelName(const QString &name);
/// Checks the key and the length of the value of a tag of an experiment, a registered model or a version.
void checkTag(const QString &key, const QString &value, qsizetype longestValue);

/// Returns whether the text has the form of a run id; the run need not exist.
bool isRunId(const QString &text);

} // namespace Roost::Service::Mlflow
