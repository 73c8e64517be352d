// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace Roost::Ctl {

class CommandContext;
struct JobArguments;

/// Implements `submit --dry-run`: prints the job that submit would send and every problem that can be found without
/// sending it. Returns Done, BadUsage if the job file has errors, or Trouble if the folder or the workspace would
/// reject the job.
int dryRun(CommandContext &context, const JobArguments &arguments);

} // namespace Roost::Ctl
