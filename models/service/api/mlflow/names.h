// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/run.h"

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
constexpr int longestExperimentTag = 5000;
constexpr int longestRegistryTag = 100000;
constexpr int longestExperimentName = 500;

/// Throw a Refusal where a name cannot be one of a metric, param or tag ("what" is the word in the message).
void checkKey(QStringView what, const QString &key);
void checkLength(QStringView what, const QString &text, int most);
void checkModelName(const QString &name);
void checkAlias(const QString &alias);
void checkLoggedModelName(const QString &name);

/// MLflow's word for a status of Azure ML, and back; nothing for a word that is none.
QString statusWord(RunStatus status);
std::optional<RunStatus> statusFromWord(QStringView word);
/// The same as SQL over the column `status`.
extern const QByteArray statusSql;

/// Page tokens are opaque to clients: where the next page begins. Throws a Refusal on one that is not ours.
QString pageToken(qint64 offset);
qint64 offsetOf(const QString &token);

} // namespace Roost::Service::Mlflow
