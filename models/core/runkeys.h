// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLatin1StringView>

namespace Roost {

/// Names of the properties that a local workspace sets on its runs and models.
namespace PropertyName {
inline constexpr QLatin1StringView experiment("roost.experiment");
inline constexpr QLatin1StringView exitCode("roost.exitCode");
inline constexpr QLatin1StringView queueReason("roost.queueReason");
inline constexpr QLatin1StringView held("roost.held");
/// "true" or "false".
inline constexpr QLatin1StringView archived("roost.isArchived");
inline constexpr QLatin1StringView phases("roost.phases");
inline constexpr QLatin1StringView ranks("roost.ranks");
inline constexpr QLatin1StringView cause("roost.cause");
inline constexpr QLatin1StringView progress("roost.progress");
inline constexpr QLatin1StringView resources("roost.resources");
/// Sentences about metrics in files that were not read, one on each line.
inline constexpr QLatin1StringView metricNotes("roost.metricNotes");
/// Set on jobs: the metrics to read from their logs, as JSON.
inline constexpr QLatin1StringView metrics("roost.metrics");
/// Set on model versions: the path within the run's artifacts that the version was copied from.
inline constexpr QLatin1StringView sourcePath("roost.sourcePath");
} // namespace PropertyName

/// Names of tags of a run: those of MLflow, and the first cause for MLflow clients.
namespace TagName {
inline constexpr QLatin1StringView runName("mlflow.runName");
inline constexpr QLatin1StringView user("mlflow.user");
inline constexpr QLatin1StringView note("mlflow.note.content");
inline constexpr QLatin1StringView parentRun("mlflow.parentRunId");
inline constexpr QLatin1StringView sourceName("mlflow.source.name");
inline constexpr QLatin1StringView sourceType("mlflow.source.type");
/// The first cause as a sentence.
inline constexpr QLatin1StringView cause("roost.cause");
/// A word of CauseKind.
inline constexpr QLatin1StringView causeKind("roost.cause.kind");
/// The number of the rank; absent if several ranks tie.
inline constexpr QLatin1StringView causeRank("roost.cause.rank");
} // namespace TagName

} // namespace Roost
