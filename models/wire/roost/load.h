// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/computeload.h"

namespace Roost::Wire {

/// The reply of the extension /roost/v1/computes/COMPUTE/load.
QJsonObject loadReply(const QList<NodeLoad> &nodes);
QList<NodeLoad> loadFrom(const QJsonObject &reply);

} // namespace Roost::Wire
