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
constexpr int longestExperimentTag = 20000;
constexpr int longestRegistryTag = 100000;
constexpr int longestExperimentName = 500;
constexpr int longestModelName = 1000;
constexpr int longestAlias = 255;

/// Percent-decoded until nothing changes, as MLflow looks at paths that must not climb.
QString decodedFully(QString text);
/// Where something lies below an artifact location; a query stays at the end.
QString below(const QString &location, const QString &path);
/// The same as SQL: `location` and `path` are expressions.
QByteArray belowSql(const QByteArray &location, const QByteArray &path);

/// Unicode characters, as MLflow counts; QString::size counts those beyond U+FFFF twice.
qsizetype characters(const QString &text);
/// The first `most` characters, none of them cut in half.
QString firstCharacters(const QString &text, qsizetype most);

/// Throw a Refusal where a name cannot be one of a metric, param or tag. `parameter` names it in the message.
void checkKey(const QString &parameter, const QString &key);
/// The same with the limit of length; `what` is MLflow's word for the thing then ("Metric name").
void checkKey(const QString &parameter, const QString &key, QStringView what);
void checkLength(QStringView what, const QString &text, qsizetype most);
void checkModelName(const QString &name);
void checkAlias(const QString &alias);
void checkLoggedModelName(const QString &name);
/// A tag of an experiment, a registered model or a version: key and length of the value.
void checkTag(const QString &key, const QString &value, qsizetype longestValue);
/// An id of a run as it is written, whether or not there is one.
bool isRunId(const QString &text);

/// MLflow's word for a status of Azure ML, and back; nothing for a word that is none.
QString statusWord(RunStatus status);
std::optional<RunStatus> statusFromWord(QStringView word);
/// The same as SQL over the column `status`.
extern const QByteArray statusSql;

/// Page tokens are opaque to clients: where the next page begins. Throws a Refusal on one that is not ours.
QString pageToken(qint64 offset);
qint64 offsetOf(const QString &token);

} // namespace Roost::Service::Mlflow
