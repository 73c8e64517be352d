// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/job.h"

namespace Roost::Wire {

/// Returns whether an entry of a job's inputs is a literal of the command; other entries are data with a type and a
/// mode.
bool isLiteralInput(const QJsonObject &input);

/// Returns the parts of a job's `properties` that no member of Job represents, ready to be sent with another job:
/// without the service's own additions (states, addresses of services, the locations of `runId`'s outputs) and without
/// nulls.
CarriedParts carriedParts(const QJsonObject &properties, const QString &runId);

/// Returns `properties` of a new job with the carried parts added. If both contain a value, the job's own is used.
QJsonObject withCarried(QJsonObject properties, const CarriedParts &carried);

} // namespace Roost::Wire
