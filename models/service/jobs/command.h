// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/error.h"
#include "models/core/values.h"

#include <QStringList>

namespace Roost::Service {

/// A command with its bindings put in.
struct BoundCommand
{
    QString line;
    /// Folders it was told to write to, relative to the working folder.
    QStringList outputs;
};

/// `${{inputs.x}}` becomes the input's value, quoted where it stands so that the program gets it as it is and in one
/// word; `${{outputs.y}}` becomes the folder outputs/y; `$NAME` is left to the shell. Rejected where a binding names
/// what the job does not have.
Result<BoundCommand> bindCommand(const QString &command, const StringMap &inputs);

} // namespace Roost::Service
