// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/values.h"

namespace Roost {

/// One version of a registered model.
struct ModelVersion
{
    QString name;
    QString version;
    QString description;
    /// "custom_model", "mlflow_model", "triton_model"
    QString type;
    /// azureml://jobs/<run>/outputs/artifacts/paths/<path>, or a datastore URI.
    QString uri;
    /// The run it came from; empty where none.
    QString runId;
    StringMap tags;
    StringMap properties;
    QDateTime created;
    /// Bytes in all; -1 where not said.
    qint64 size = -1;

    bool operator==(const ModelVersion &) const = default;
};

/// A registered model: a name with versions. `latestVersion` is empty where there is none yet.
struct RegisteredModel
{
    QString name;
    QString description;
    QString latestVersion;
    StringMap tags;
    QDateTime created;
    bool operator==(const RegisteredModel &) const = default;
};

/// Letters, digits, '-', '_', '.', up to 255; empty when fine.
QString whyNotAModelName(const QString &name);

} // namespace Roost
