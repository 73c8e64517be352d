// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/environment.h"

#include <QList>

namespace Roost::Service {

/// Returns the environments that this machine offers without a build: its own python3 with the currently installed
/// packages. Empty if python3 cannot be started. Any thread. The first call, and the first call after the packages have
/// changed, starts the interpreter and may take a second.
QList<Environment> curatedEnvironments();

} // namespace Roost::Service
