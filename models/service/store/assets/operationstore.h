// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/values.h"
#include "models/service/store/database/database.h"

#include <QList>

#include <optional>

namespace Roost::Service::Store {

/// Work that takes long and whose state clients poll: Azure's long-running operation.
struct Operation
{
    enum class Status { Running, Succeeded, Failed };

    QString id;
    QString kind;   // "create compute"
    QString target; // "birds-cluster"
    Status status = Status::Running;
    /// Empty unless the operation failed.
    QString errorCode;
    QString errorText;
    QDateTime created;
    QDateTime ended;
};

/// The operations of a workspace. Each is deleted one day after its end. Thread-safe.
class OperationStore
{
public:
    explicit OperationStore(Database &database)
        : m_database(database)
    {
    }

    Result<Operation> add(const QString &kind, const QString &target);
    Result<void> end(const QString &id, const std::optional<Error> &error = {});
    Result<Operation> operation(const QString &id) const;
    /// Returns the operations without an end, oldest first. A stopped service leaves such operations behind.
    Result<QList<Operation>> running() const;

private:
    Database &m_database;
};

} // namespace Roost::Service::Store
