// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/error.h"

#include <QString>

#include <functional>

namespace Roost::JobFile {

/// Returns the text of a file that a job file names. Tests pass their own function.
using ReadFile = std::function<Result<QString>(const QString &absolutePath)>;

/// NotFound or Failed with a sentence for people.
Result<QString> readFromDisk(const QString &absolutePath);

} // namespace Roost::JobFile
