// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/job.h"

#include <optional>

namespace Roost::Ui {

/// Folder of a sample as installed beside the program, or in the source tree it was built from; empty where absent.
QString sampleFolder(const QString &name);

/// A sample as a job for the wizard; nothing where it is not installed.
std::optional<Job> sampleJob(const QString &name);

} // namespace Roost::Ui
