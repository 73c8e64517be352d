// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/distribution.h"
#include "models/core/values.h"

#include <QJsonObject>

namespace Roost {

/// The environment a job names: a registered one (`name`, and `version` or, empty, the latest), or
/// one written into the job itself (`condaYaml`, and `image` where a container is wanted).
struct EnvironmentRef
{
    QString name;
    QString version;
    QString image;
    QString condaYaml;

    bool isInline() const { return !condaYaml.isEmpty() || !image.isEmpty(); }
    bool operator==(const EnvironmentRef &) const = default;
};

/// Parts of a job's body on Azure that no member of Job represents (identity, outputs, data inputs ...), as they came.
/// They go back with a job that is run again.
struct CarriedParts
{
    QJsonObject body;
    /// For people: "identity", "output model", "input data", "distribution Ray".
    QStringList names;
    /// Of the body, if present: a distribution of another kind ("Ray"), and the size of the nodes that a job
    /// without a compute asks for.
    QString distribution;
    QString serverlessSize;

    bool operator==(const CarriedParts &) const = default;
};

/// A command job before it is submitted: the run configuration of the article.
struct Job
{
    /// The run's id; empty lets the client invent one. ^[a-zA-Z0-9][a-zA-Z0-9\-_]{0,254}$
    QString name;
    QString displayName;
    QString experiment; // empty: "Default"
    QString description;
    /// The shell line each process runs in the snapshot folder; `${{inputs.x}}` and `$NAME` are expanded.
    QString command;
    /// Local folder that is snapshot, absolute. Empty: no code, or `codeId` names it.
    QString codePath;
    QString codeId;
    EnvironmentRef environment;
    QString compute;
    Distribution distribution;
    int instanceCount = 1;
    QString shmSize;
    /// Seconds; 0 is no limit.
    qint64 timeoutSeconds = 0;
    StringMap environmentVariables;
    StringMap inputs; // literal inputs
    StringMap tags;
    StringMap properties;
    CarriedParts carried;

    bool operator==(const Job &) const = default;
};

/// The rule Azure ML keeps for job names; empty when `name` is fine, else one sentence.
QString whyNotAJobName(const QString &name);

/// A fresh readable name, "calm-finch-42" with a short unique tail.
QString inventJobName();

} // namespace Roost
