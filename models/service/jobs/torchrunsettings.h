// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/future.h"
#include "models/core/values.h"

namespace Roost::Service::Jobs {

/// Whether a command may start torchrun itself: by its name, as a module, by a tool over it, or in a shell script.
bool mayStartTorchrun(const QString &command);

/// What torchrun needs to be told on PyTorch builds without libuv (Debian's, conda-forge's of some years, all on
/// Windows): torchrun makes its own TCP store with libuv whatever USE_LIBUV says, so that there it never comes up.
/// With these variables, which are torchrun's own options, its agent meets over a file, and its ranks over the store
/// that every build has. Options on the command line go before them.
StringMap torchrunVariables();

/// Asks the python that is found with `environment` whether its PyTorch is such a build, without loading it; the
/// variables if so, else none. `mark` is that of the run's processes (Tool).
Future<StringMap> torchrunSettings(const StringMap &environment, const QByteArray &mark);

} // namespace Roost::Service::Jobs
