// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/process/tool.h"

namespace Roost::Process {

/// Where programs of the service's own accord stand: a folder that holds nothing a person works on. Python imports
/// from the folder it stands in, other tools read their settings there.
QString neutralFolder();

/// A module of the interpreter itself (`venv`, `pip`): nothing is imported from the folder, PYTHONPATH or the user's
/// packages.
ToolCall isolatedPython(const QString &python, const QStringList &arguments, const StringMap &environment = {});

/// A few lines that look at what a run would import: with the user's packages and PYTHONPATH, without the folder.
ToolCall pythonAsRunsSeeIt(const QString &python, const QString &code, const StringMap &environment = {});

} // namespace Roost::Process
