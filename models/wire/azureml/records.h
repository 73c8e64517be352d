// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/values.h"

namespace Roost::Wire {

/// Returns whether Azure itself stores notes under this tag ("_aml_system_ComputeTargetStatus"). Users neither write
/// nor read such a tag.
bool isSystemTag(const QString &key);

/// Return whether the service or a tracking client wrote the tag or property while the job ran. A copy of the job omits
/// it. The origin of the code (mlflow.source.git, azureml.git) also applies to the copy, and is not omitted.
bool isRecordTag(const QString &key);
bool isRecordProperty(const QString &key);

/// Returns `tags` without those for which isSystemTag() is true.
StringMap withoutSystemTags(StringMap tags);

} // namespace Roost::Wire
