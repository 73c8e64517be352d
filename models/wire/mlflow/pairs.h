// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/values.h"

#include <QJsonArray>
#include <QJsonValue>

namespace Roost::Wire {

// MLflow's params and tags: [{key, value}].

StringMap pairsFrom(const QJsonValue &list);
QJsonArray toPairs(const StringMap &map);

} // namespace Roost::Wire
