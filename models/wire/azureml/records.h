// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/values.h"

namespace Roost::Wire {

/// Whether Azure itself keeps notes under this tag ("_aml_system_ComputeTargetStatus"). People neither write nor read
/// such a tag.
bool isSystemTag(const QString &key);

/// The tags and properties that the service or a tracking client wrote while a job ran. A copy of the job leaves them
/// out; where the code came from (mlflow.source.git, azureml.git) holds for the copy too and stays.
bool isRecordTag(const QString &key);
bool isRecordProperty(const QString &key);

/// `tags` without those for which isSystemTag() holds.
StringMap withoutSystemTags(StringMap tags);

} // namespace Roost::Wire
