// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/error.h"

#include <QByteArray>
#include <QString>

namespace Roost::Files {

/// Removes `name` of an open folder and all below it, without following a link anywhere: of a link the link itself
/// goes. Folders that their modes close are opened first. What is not there is removed already. The error names the
/// first thing that stayed and says how many did; all others are gone.
Result<void> removeTree(int folder, const QByteArray &name);
/// The same by a path; the folders on the way to its last name are followed.
Result<void> removeTree(const QString &path);

} // namespace Roost::Files
