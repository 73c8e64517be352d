// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/future.h"
#include "models/core/values.h"

namespace Roost::Service::Jobs {

/// Returns whether the command is "python NOTEBOOK.ipynb", which python cannot run.
bool isNotebook(const QString &command);

/// Returns the command that runs the notebook with papermill or nbconvert, whichever the environment contains, and
/// writes the output to outputs/. Rejected if the environment contains neither. Queries the python on the PATH of
/// `environment`; `mark` is the mark of the run's processes (see Tool).
Future<QString> notebookCommand(const QString &command, const StringMap &environment, const QByteArray &mark);

} // namespace Roost::Service::Jobs
