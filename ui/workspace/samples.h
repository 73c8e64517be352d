// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/job.h"

#include <optional>

namespace Roost::Ui {

/// Returns the folder of a sample, installed beside the program or in the source tree of the build; empty if there is
/// none.
QString sampleFolder(const QString &name);

/// Returns the job of a sample for the wizard, or nothing if the sample is not installed.
std::optional<Job> sampleJob(const QString &name);

} // namespace Roost::Ui
