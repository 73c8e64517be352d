// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/future.h"
#include "models/core/values.h"

namespace Roost::Service::Jobs {

/// Whether the command is "python NOTEBOOK.ipynb", which python cannot run.
bool isNotebook(const QString &command);

/// The command that runs the notebook with what the environment has, papermill or nbconvert, and keeps what it printed
/// in outputs/. Rejected where it has neither. The python that is found with `environment` is asked;
/// `mark` is that of the run's processes (Tool).
Future<QString> notebookCommand(const QString &command, const StringMap &environment, const QByteArray &mark);

} // namespace Roost::Service::Jobs
