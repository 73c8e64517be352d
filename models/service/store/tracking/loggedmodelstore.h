// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/loggedmodel.h"
#include "models/core/values.h"
#include "models/service/store/database/connection.h"

#include <QList>
#include <QString>

#include <optional>

namespace Roost::Service::Store {

struct LoggedModelRow : LoggedModel
{
    qint64 seq = 0; // params, tags and metrics refer to it
    qint64 experiment = 0;
};

/// Logged models and their links to runs, within one transaction, as in RunStore.
class LoggedModelStore
{
public:
    explicit LoggedModelStore(Connection &connection)
        : m_connection(connection)
    {
    }

    /// Returns nullopt if the model does not exist or was deleted.
    std::optional<LoggedModelRow> find(const QString &id) const;
    /// Stores id, experiment, name, type, source run and artifact URI of `model`. Returns its seq.
    qint64 create(const LoggedModelRow &model);
    void setStatus(qint64 seq, LoggedModel::Status status, const QString &message);
    void markDeleted(qint64 seq);
    void touch(qint64 seq);

    StringMap params(qint64 seq) const;
    std::optional<QString> param(qint64 seq, const QString &key) const;
    void addParam(qint64 seq, const QString &key, const QString &value);
    StringMap tags(qint64 seq) const;
    void setTag(qint64 seq, const QString &key, const QString &value);
    /// Removes the tag. Returns whether it existed.
    bool removeTag(qint64 seq, const QString &key);

    /// Returns the metrics ordered by key, step and time.
    QList<LoggedModelMetric> metrics(qint64 seq) const;
    /// Does nothing if the model does not exist or has the same point already.
    void logMetric(const QString &id, const LoggedModelMetric &metric);

    void addInput(qint64 run, const QString &id);
    void addOutput(qint64 run, const RunModel &output);

private:
    Connection &m_connection;
};

} // namespace Roost::Service::Store
