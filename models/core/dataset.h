// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/values.h"

#include <QString>

#include <optional>

namespace Roost {

/// A dataset that a run read, as reported by an MLflow client.
struct DatasetInput
{
    QString name;
    QString digest;
    QString sourceType;
    QString source;
    std::optional<QString> schema;
    std::optional<QString> profile;
    /// Tags of the run's use of the dataset.
    StringMap tags;
};

/// A data set that runs of an experiment read.
struct DatasetSummary
{
    qint64 experiment = 0;
    QString name;
    QString digest;
    std::optional<QString> context;
};

} // namespace Roost
