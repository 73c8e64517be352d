// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/items/workspace/topicquery.h"

#include <functional>
#include <memory>

namespace Roost::Items {

/// Queries of a workspace's catalogs. Each reads a whole catalog, and reads it again when the session announces a
/// change of it. `receive` is called with each reply, before LiveQuery::arrived is emitted.
std::unique_ptr<LiveQuery> readComputes(WorkspaceSession &session, std::function<void(const QList<Compute> &)> receive);
std::unique_ptr<LiveQuery> readEnvironments(WorkspaceSession &session,
                                            std::function<void(const QList<Environment> &)> receive);
std::unique_ptr<LiveQuery> readModels(WorkspaceSession &session,
                                      std::function<void(const QList<RegisteredModel> &)> receive);

} // namespace Roost::Items
