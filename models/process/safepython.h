// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/process/tool.h"

namespace Roost::Process {

/// Returns the working folder of the programs that the service runs for itself: a folder without files of any user.
/// Python imports from its working folder, and other tools read their settings there.
QString neutralFolder();

/// Returns a call of a module of the interpreter itself (`venv`, `pip`). Nothing is imported from the folder,
/// PYTHONPATH or the user's packages.
ToolCall isolatedPython(const QString &python, const QStringList &arguments, const StringMap &environment = {});

/// Returns a call of a short script that inspects what a run would import: with the user's packages and PYTHONPATH, but
/// without the folder.
ToolCall pythonAsRunsSeeIt(const QString &python, const QString &code, const StringMap &environment = {});

} // namespace Roost::Process
