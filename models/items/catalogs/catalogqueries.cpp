// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/catalogs/catalogqueries.h"

#include "models/core/topic.h"

using namespace Qt::StringLiterals;

namespace Roost::Items {

std::unique_ptr<LiveQuery> readComputes(WorkspaceSession &session, std::function<void(const QList<Compute> &)> receive)
{
    return std::make_unique<TopicQuery<QList<Compute>>>(
        &session, Topic::Computes,
        [](Workspace &from) -> std::optional<Future<QList<Compute>>> {
            return from.computes() ? std::optional(from.computes()->computes()) : std::nullopt;
        },
        std::move(receive));
}

std::unique_ptr<LiveQuery> readEnvironments(WorkspaceSession &session,
                                            std::function<void(const QList<Environment> &)> receive)
{
    return std::make_unique<TopicQuery<QList<Environment>>>(
        &session, Topic::Environments,
        [](Workspace &from) -> std::optional<Future<QList<Environment>>> {
            return from.environments() ? std::optional(from.environments()->environments()) : std::nullopt;
        },
        std::move(receive));
}

std::unique_ptr<LiveQuery> readModels(WorkspaceSession &session,
                                      std::function<void(const QList<RegisteredModel> &)> receive)
{
    return std::make_unique<TopicQuery<QList<RegisteredModel>>>(
        &session, Topic::Models,
        [](Workspace &from) -> std::optional<Future<QList<RegisteredModel>>> {
            return from.models() ? std::optional(from.models()->models()) : std::nullopt;
        },
        std::move(receive));
}

} // namespace Roost::Items
