// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/values.h"

#include <QString>

#include <optional>

namespace Roost {

/// A data set that a run read, as clients of MLflow describe it.
struct DatasetInput
{
    QString name;
    QString digest;
    QString sourceType;
    QString source;
    std::optional<QString> schema;
    std::optional<QString> profile;
    /// Tags of this use of the data set.
    StringMap tags;
};

} // namespace Roost
