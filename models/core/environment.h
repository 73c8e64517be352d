// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/values.h"

namespace Roost {

/// One version of an environment. Content never changes under a version; changing it makes the next one.
struct Environment
{
    QString name;
    QString version;
    QString description;
    /// Container base image; empty: the machine itself.
    QString image;
    /// Where the Docker context lies that the image is built from, and the Dockerfile in it; both empty where there is
    /// none. Roost shows such an environment and makes none.
    QString buildContext;
    QString dockerfile;
    /// conda YAML, the text; empty for a curated one that takes the interpreter as it is.
    QString condaYaml;
    bool curated = false;
    StringMap tags;
    QDateTime created;
    /// Packages known to be in it, "torch 2.6.0", where the back end can say so without building it.
    QStringList packages;

    bool isBuilt() const { return !buildContext.isEmpty(); }
    bool operator==(const Environment &) const = default;
};

/// Names start `AzureML-` only when curated, and hold letters, digits, '-', '_', '.'; empty when fine.
QString whyNotAnEnvironmentName(const QString &name);

} // namespace Roost
