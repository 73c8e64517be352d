// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/values.h"

namespace Roost::Wire {

/// Whether Azure itself stores notes under this tag ("_aml_system_ComputeTargetStatus"). Users neither write nor read
/// such a tag.
bool isSystemTag(const QString &key);

/// The tags and properties that the service or a tracking client wrote while a job ran. A copy of the job omits them.
/// The origin of the code (mlflow.source.git, azureml.git) also applies to the copy and is kept.
bool isRecordTag(const QString &key);
bool isRecordProperty(const QString &key);

/// `tags` without those that isSystemTag() reports.
StringMap withoutSystemTags(StringMap tags);

} // namespace Roost::Wire
