// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/workspace.h"
#include "models/items/base/longwork.h"

#include <memory>

namespace Roost::Transfer {

/// Fetches all files of a model version into `folder`, one after the other, as one piece of work that can be
/// canceled. Files already complete stay when it is; it ends at the first error. Both parts outlive the work.
std::shared_ptr<Items::LongWork> downloadModel(ModelRegistry *registry, RunHistory *history,
                                               const ModelVersion &version, const QString &folder);

} // namespace Roost::Transfer
