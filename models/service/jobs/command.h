// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/error.h"
#include "models/core/values.h"

#include <QStringList>

namespace Roost::Service::Jobs {

/// A command with its bindings put in.
struct BoundCommand
{
    QString line;
    /// Where it was told to write to, absolute.
    QStringList outputs;
};

/// `${{inputs.x}}` becomes the input's value, quoted where it stands so that the program gets it as it is and in one
/// word; `${{outputs.y}}` becomes outputs/y below `runFolder`, an absolute path as on Azure; `$NAME` is left to the
/// shell. Rejected where a binding names what the job does not have, and where the shell has no way to quote a value
/// (models/shell/shellplace.h).
Result<BoundCommand> bindCommand(const QString &command, const StringMap &inputs, const QString &runFolder);

} // namespace Roost::Service::Jobs
