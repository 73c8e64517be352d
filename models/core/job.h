// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/distribution.h"
#include "models/core/values.h"

#include <QJsonObject>

namespace Roost {

/// The environment of a job: a registered environment (`name` and `version`; an empty version means the latest), or one
/// that is defined in the job itself (`condaYaml`, and `image` if the job runs in a container).
struct EnvironmentRef
{
    QString name;
    QString version;
    QString image;
    QString condaYaml;

    bool isInline() const { return !condaYaml.isEmpty() || !image.isEmpty(); }
    bool operator==(const EnvironmentRef &) const = default;
};

/// Parts of a job's body on Azure that no member of Job represents (identity, outputs, data inputs ...), unchanged.
/// They are sent back when the job is submitted again.
struct CarriedParts
{
    QJsonObject body;
    /// Names for users: "identity", "output model", "input data", "distribution Ray".
    QStringList names;
    /// Copies of two values of `body`, if present: a distribution of another kind ("Ray"), and the node size that a job
    /// without a compute requests.
    QString distribution;
    QString serverlessSize;

    bool operator==(const CarriedParts &) const = default;
};

/// The metrics that the service reads from the lines of the driver logs.
struct MetricDefinitions
{
    /// Whether common shapes are recognized without a pattern: "epoch 3 loss 0.12", "loss=0.12", {'loss': 0.12}.
    bool automatic = false;
    /// A regular expression for each metric, with a group named `value` and optionally one named `step`, or with one
    /// unnamed group that is the value.
    StringMap patterns;

    bool isEmpty() const { return !automatic && patterns.isEmpty(); }
    bool operator==(const MetricDefinitions &) const = default;
};

/// A command job before it is submitted.
struct Job
{
    /// The ID of the run; if it is empty, the client generates one. ^[a-zA-Z0-9][a-zA-Z0-9\-_]{0,254}$
    QString name;
    QString displayName;
    QString experiment; // empty: "Default"
    QString description;
    /// The shell command that each process runs in the snapshot folder; `${{inputs.x}}` and `$NAME` are expanded.
    QString command;
    /// The absolute path of the local folder whose snapshot is sent. Empty if there is no code or `codeId` names the
    /// snapshot.
    QString codePath;
    QString codeId;
    EnvironmentRef environment;
    QString compute;
    Distribution distribution;
    int instanceCount = 1;
    QString shmSize;
    /// In seconds; 0 means no limit.
    qint64 timeoutSeconds = 0;
    StringMap environmentVariables;
    StringMap inputs; // literal inputs
    MetricDefinitions metrics;
    StringMap tags;
    StringMap properties;
    CarriedParts carried;

    /// Returns the number of processes on all nodes.
    int processCount() const { return distribution.processCount(instanceCount); }
    bool operator==(const Job &) const = default;
};

/// Checks `name` against Azure ML's rule for job names. Returns one sentence that explains the violation, or an empty
/// string if the name is valid.
QString whyNotAJobName(const QString &name);

/// Returns a new readable name, such as "calm-finch-3f9a1c": an adjective, a bird and a short unique suffix.
QString inventJobName();

} // namespace Roost
