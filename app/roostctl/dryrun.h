// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace Roost::Ctl {

class CommandContext;
struct JobArguments;

/// `submit --dry-run`: prints the job that submit would send and every problem that is known before; sends nothing.
/// Returns Done, BadUsage where the job file has errors, or Trouble where the folder or the workspace would refuse the
/// job.
int dryRun(CommandContext &context, const JobArguments &arguments);

} // namespace Roost::Ctl
