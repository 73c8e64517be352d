// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/error.h"
#include "models/core/job.h"
#include "models/process/tool.h"

#include <functional>

namespace Roost::Service::Environments {

/// The plan for building an environment, determined before any step is executed.
struct Recipe
{
    enum class Kind { System, Venv, Conda };
    Kind kind = Kind::System;
    /// The hash of all inputs that determine the result; also the name of the folder.
    QString hash;
    /// The base interpreter; empty for Conda.
    QString python;
    /// One step: its description for an error message ("Installing the pip packages"), and the command.
    struct Step
    {
        QString purpose;
        Process::ToolCall call;
    };
    /// Files to write into the folder first: name and text.
    StringMap files;
    QList<Step> steps;
    /// Variables for the runs in this environment: `variables` of the conda YAML.
    StringMap variables;
};

/// If the conda YAML's `variables` set this variable to 1, the venv uses the packages of its base interpreter, so that
/// packages that the machine already has (for example torch) are not downloaded again. In other kinds of environments
/// it is an ordinary variable.
inline constexpr auto systemSitePackagesVariable = QLatin1StringView("ROOST_SYSTEM_SITE_PACKAGES");

/// Returns the plan for an environment. `folder` contains all environments; `searchPath` has the format of PATH, and
/// empty means PATH. Rejected if this machine cannot build the environment; the error names the missing program and
/// where to get it. May block while an interpreter runs.
Result<Recipe> recipeFor(const EnvironmentRef &environment, const QString &folder, const QString &searchPath = {});

} // namespace Roost::Service::Environments
