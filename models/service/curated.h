// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/environment.h"

#include <QList>

namespace Roost::Service {

/// The environments this machine offers as it is: its own python3, with the packages found in it now. None where
/// python3 cannot be started. Any thread; the first call, and the first after a package came or went, starts the
/// interpreter and may take a second.
QList<Environment> curatedEnvironments();

} // namespace Roost::Service
