// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/run.h"

namespace Roost::Wire {

/// Returns run.properties plus the values for which Azure's run has no field, under roost.*.
StringMap withRunProperties(const Run &run);
/// Moves roost.experiment, roost.queueReason, roost.phases, roost.ranks, roost.cause, roost.progress and
/// roost.resources from the properties to the fields. roost.exitCode remains a property.
void extractRunFields(Run &run);

/// Write and read the texts of the properties roost.phases and roost.ranks.
QString phasesToText(const QList<PhaseTimes> &phases);
QList<PhaseTimes> phasesFromText(const QString &text);
QString ranksToText(const QList<RankOutcome> &ranks);
QList<RankOutcome> ranksFromText(const QString &text);
/// Write and read the texts of the properties roost.progress and roost.resources; an empty text is nullopt.
QString progressToText(const std::optional<RunProgress> &progress);
std::optional<RunProgress> progressFromText(const QString &text);
QString resourcesToText(const std::optional<RunResources> &resources);
std::optional<RunResources> resourcesFromText(const QString &text);

} // namespace Roost::Wire
