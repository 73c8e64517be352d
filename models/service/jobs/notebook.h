// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/future.h"
#include "models/core/values.h"

namespace Roost::Service::Jobs {

/// Whether the command is "python NOTEBOOK.ipynb", which python cannot run.
bool isNotebook(const QString &command);

/// The command that runs the notebook with papermill or nbconvert, whichever the environment contains, and keeps the
/// output in outputs/. Rejected if the environment contains neither. The python on the PATH of `environment` is
/// queried; `mark` is the mark of the run's processes (see Tool).
Future<QString> notebookCommand(const QString &command, const StringMap &environment, const QByteArray &mark);

} // namespace Roost::Service::Jobs
