// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/future.h"
#include "models/core/values.h"

namespace Roost::Service::Jobs {

/// Returns whether a command may start torchrun: by its name, as a module, through a tool based on it, or in a shell
/// script.
bool mayStartTorchrun(const QString &command);

/// Returns the variables that torchrun needs on PyTorch builds without libuv (Debian's, conda-forge's of some years,
/// all on Windows). On these builds torchrun fails to start, because it creates its own TCP store with libuv whatever
/// the value of USE_LIBUV. With these variables, which are torchrun's own options, its agents meet through a file, and
/// its ranks through the store that every build has. Options on the command line take precedence.
StringMap torchrunVariables();

/// Checks, without loading PyTorch, whether the PyTorch of the python on the PATH of `environment` is such a build.
/// Returns torchrunVariables() if so, otherwise no variables. `mark` is the mark of the run's processes (see Tool).
Future<StringMap> torchrunSettings(const StringMap &environment, const QByteArray &mark);

} // namespace Roost::Service::Jobs
