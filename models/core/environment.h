// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/values.h"

namespace Roost {

/// One version of an environment. The content of a version never changes; editing creates the next version.
struct Environment
{
    QString name;
    QString version;
    QString description;
    /// The base image of the container; empty if jobs run directly on the machine.
    QString image;
    /// The location of the Docker context that the image is built from, and the Dockerfile in that context; both empty
    /// if the image is not built. Roost shows such environments but does not create them.
    QString buildContext;
    QString dockerfile;
    /// The text of the conda YAML; empty for a curated environment that uses the interpreter as it is.
    QString condaYaml;
    bool curated = false;
    StringMap tags;
    QDateTime created;
    /// The packages of the environment, such as "torch 2.6.0", if the back end knows them without building it.
    QStringList packages;

    bool isBuilt() const { return !buildContext.isEmpty(); }
    bool operator==(const Environment &) const = default;
};

/// The beginning of the names of curated environments, in any case.
inline constexpr QLatin1StringView CuratedPrefix("AzureML-");
bool isCuratedName(QStringView name);

/// Returns why the name is invalid, as one sentence; empty if it is valid. Valid names consist of letters, digits, '-',
/// '_' and '.', and are not names of curated environments.
QString whyNotAnEnvironmentName(const QString &name);

} // namespace Roost
