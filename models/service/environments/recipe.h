// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/error.h"
#include "models/core/job.h"
#include "models/process/tool.h"

#include <functional>

namespace Roost::Service::Environments {

/// How an environment is to be made, decided before anything is done.
struct Recipe
{
    enum class Kind { System, Venv, Conda };
    Kind kind = Kind::System;
    /// Of all that decides the outcome; the name of its folder.
    QString hash;
    /// The interpreter it stands on; of Conda empty.
    QString python;
    /// One step: what is said of it when it fails ("Installing the pip packages"), and the call.
    struct Step
    {
        QString purpose;
        Process::ToolCall call;
    };
    /// Files to be written into the folder first, name and text.
    StringMap files;
    QList<Step> steps;
    /// What a run in it finds set: the conda YAML's `variables`.
    StringMap variables;
};

/// Set to 1 among the conda YAML's `variables`: the venv sees the packages of the interpreter it stands on, so that
/// what the machine has already (torch, say) is not fetched again. Elsewhere it is a variable like any other.
inline constexpr auto systemSitePackagesVariable = QLatin1StringView("ROOST_SYSTEM_SITE_PACKAGES");

/// `folder` is the one that holds environments; `searchPath` as PATH, empty: PATH itself. Rejected, with what is
/// missing and where to get it, when this machine cannot make it. May block while it asks an interpreter.
Result<Recipe> recipeFor(const EnvironmentRef &environment, const QString &folder, const QString &searchPath = {});

} // namespace Roost::Service::Environments
