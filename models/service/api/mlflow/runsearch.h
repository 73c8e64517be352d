// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/service/api/mlflow/call.h"

namespace Roost::Service::Mlflow {

/// runs/search
QJsonObject searchRuns(Call &call);

} // namespace Roost::Service::Mlflow
