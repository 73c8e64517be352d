// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/topic.h"
#include "models/service/http/request.h"
#include "models/service/store/workspace/workspacestore.h"

#include <QSet>

#include <functional>
#include <vector>

namespace Roost::Service::Mlflow {

/// The context of a handler during one request, which is one transaction.
struct RpcContext
{
    Store::Connection &connection;
    Store::WorkspaceStore &store;
    const Http::Request &request; // its captures are parts of the path
    /// Topics to bump after the commit.
    QSet<QString> changed;
    /// Changes of files to make after the commit.
    std::vector<std::function<void()>> afterCommit;

    void changedRun(const QString &id) { changed.insert(Topic::run(id)); }
    void changedModels() { changed.insert(Topic::Models); }
};

} // namespace Roost::Service::Mlflow
