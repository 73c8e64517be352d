// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/service/api/mlflow/message.h"
#include "models/service/http/router.h"
#include "models/service/store/workspace/workspacestore.h"

#include <QJsonObject>
#include <QSet>

#include <functional>
#include <vector>

namespace Roost::Service::Mlflow {

/// One call of the protocol while it is answered: inside one transaction, with what it was asked.
struct Call
{
    const Message &message;
    Store::Connection &connection;
    Store::WorkspaceStore &store;
    const Http::Request &request;
    /// Topics to tell once it is committed.
    QSet<QString> changed;
    /// Work on files that waits for the commit.
    std::vector<std::function<void()>> afterwards;

    void changedRun(const QString &id) { changed.insert(QStringLiteral("runs/") + id); }
    void changedModels() { changed.insert(QStringLiteral("models")); }
};

/// Gives the object to answer; throws Refusal for what the client got wrong.
using Procedure = QJsonObject (*)(Call &);

enum class Kind { Reads, Writes };

/// "runs/create" and how it is called.
struct Entry
{
    QByteArray method;
    QByteArray path; // below /api/2.0/mlflow/
    Kind kind;
    Procedure procedure;
    Parameters parameters = {};
};

/// A route's handler that reads and checks the message, runs the procedure in a transaction, tells what changed.
Http::Handler handlerOf(Store::WorkspaceStore &store, const Entry &entry);

/// {"error_code", "message"} with the status that belongs to it. Never 5xx for what a client asked wrongly:
/// MLflow's client repeats those for minutes.
Http::Response errorResponse(const Error &error);

} // namespace Roost::Service::Mlflow
