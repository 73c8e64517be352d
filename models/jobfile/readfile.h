// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/error.h"

#include <QString>

#include <functional>

namespace Roost::JobFile {

/// Returns the text of a file that a job file refers to. Tests pass their own function.
using ReadFile = std::function<Result<QString>(const QString &absolutePath)>;

/// Reads a file from disk. Errors: NotFound, Rejected or Failed, with a sentence for users.
Result<QString> readFromDisk(const QString &absolutePath);

} // namespace Roost::JobFile
