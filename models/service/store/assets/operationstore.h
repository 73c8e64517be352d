// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/values.h"
#include "models/service/store/database/database.h"

#include <QList>

#include <optional>

namespace Roost::Service::Store {

/// Something that takes time and that a client polls: Azure's long-running operation.
struct Operation
{
    enum class Status { Running, Succeeded, Failed };

    QString id;
    /// What is done ("create compute") to what ("birds-cluster").
    QString kind;
    QString target;
    Status status = Status::Running;
    /// Of a failed one.
    QString errorCode;
    QString errorText;
    QDateTime created;
    QDateTime ended;
};

/// The operations of a workspace; those that ended a day ago are forgotten. Thread-safe.
class OperationStore
{
public:
    explicit OperationStore(Database &database)
        : m_database(database)
    {
    }

    Result<Operation> begin(const QString &kind, const QString &target);
    Result<bool> end(const QString &id, const std::optional<Error> &error = {});
    Result<Operation> operation(const QString &id) const;
    /// Those a service that was stopped left behind, oldest first.
    Result<QList<Operation>> running() const;

private:
    Database &m_database;
};

} // namespace Roost::Service::Store
