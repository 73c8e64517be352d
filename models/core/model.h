// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/values.h"

namespace Roost {

/// One version of a registered model.
struct ModelVersion
{
    /// The types of Azure ML.
    static constexpr QLatin1StringView CustomType{"custom_model"};
    static constexpr QLatin1StringView MlFlowType{"mlflow_model"};
    static constexpr QLatin1StringView TritonType{"triton_model"};

    QString name;
    QString version;
    QString description;
    QString type;
    /// azureml://jobs/<run>/outputs/artifacts/paths/<path>, or a datastore URI.
    QString uri;
    /// The run that produced the version; empty if none did.
    QString runId;
    StringMap tags;
    StringMap properties;
    QDateTime created;
    /// The size in bytes; -1 if the back end does not report it.
    qint64 size = -1;

    bool operator==(const ModelVersion &) const = default;
};

/// What MLflow's registry states of a version beside its ModelVersion.
struct ModelRegistration
{
    /// As stored, and as the numbers of MLflow's protocol.
    enum class Status { Unspecified = 0, PendingRegistration = 1, FailedRegistration = 2, Ready = 3 };

    /// The logged model that it was registered from; empty without one.
    QString loggedModel;
    QString runLink;
    QString user;
    /// None, Staging, Production, Archived
    QString stage;
    Status status = Status::Ready;
    QString statusMessage;
    QDateTime updated;
};

/// A name for one version of a registered model.
struct ModelAlias
{
    QString alias;
    qint64 version = 0;
};

/// A registered model: a name with versions. `latestVersion` is empty if it has no versions yet.
struct RegisteredModel
{
    QString name;
    QString description;
    QString latestVersion;
    StringMap tags;
    QDateTime created;
    bool operator==(const RegisteredModel &) const = default;
};

/// Returns why the name is invalid, as one sentence; empty if it is valid: at most 255 letters, digits, '-', '_' and
/// '.'.
QString whyNotAModelName(const QString &name);

} // namespace Roost
