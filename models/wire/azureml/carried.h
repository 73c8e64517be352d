// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/job.h"

namespace Roost::Wire {

/// Whether an entry of a job's inputs is a word of the command; others are data with a type and a mode.
bool isLiteralInput(const QJsonObject &input);

/// What of a job's `properties` no member of Job stands for, ready to be sent with another job: without what the
/// service itself added (states, addresses of services, the places of `runId`'s outputs) and without nulls.
CarriedParts carriedParts(const QJsonObject &properties, const QString &runId);

/// `properties` of a new job with the carried parts beside its own; where both say something, its own holds.
QJsonObject withCarried(QJsonObject properties, const CarriedParts &carried);

} // namespace Roost::Wire
