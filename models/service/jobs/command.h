// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/error.h"
#include "models/core/values.h"

#include <QStringList>

namespace Roost::Service::Jobs {

/// A command in which the bindings are replaced.
struct BoundCommand
{
    QString line;
    /// The output paths in the command, absolute.
    QStringList outputs;
};

/// Replaces the bindings of a command. `${{inputs.x}}` becomes the value of the input, quoted for its place so that the
/// program receives the value unchanged and as one word. `${{outputs.y}}` becomes outputs/y below `runFolder`, an
/// absolute path as on Azure. `$NAME` is left to the shell. Rejected if a binding names an input or output that the job
/// does not have, or if the shell has no way to quote a value at its place (models/shell/shellplace.h).
Result<BoundCommand> bindCommand(const QString &command, const StringMap &inputs, const QString &runFolder);

} // namespace Roost::Service::Jobs
