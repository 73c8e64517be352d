// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/items/workspace/topicquery.h"

#include <functional>
#include <memory>

namespace Roost::Items {

/// Readings of a workspace's catalogs, whole and anew whenever the session says that one changed. `take` is called
/// with each answer before Reading::arrived.
std::unique_ptr<LiveQuery> readComputes(WorkspaceSession &session, std::function<void(const QList<Compute> &)> take);
std::unique_ptr<LiveQuery> readEnvironments(WorkspaceSession &session,
                                            std::function<void(const QList<Environment> &)> take);
std::unique_ptr<LiveQuery> readModels(WorkspaceSession &session,
                                      std::function<void(const QList<RegisteredModel> &)> take);

} // namespace Roost::Items
