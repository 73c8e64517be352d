// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/service/store/database/select.h"
#include "models/service/store/tracking/experimentsearch.h"
#include "models/service/store/tracking/runstore.h"

namespace Roost::Service::Store {

/// A search for runs, built from conditions and orders.
class RunSearch
{
public:
    /// Status is MLflow's word; ArtifactUri is the root of the run's artifacts.
    enum class Field { Id, Name, User, Status, ArtifactUri, Started, Ended };
    enum class DatasetField { Name, Digest, Context };

    explicit RunSearch(const QList<qint64> &experiments);

    void setView(LifecycleView view);
    void where(Field field, const Condition &condition);
    void whereMetric(const QString &key, const Condition &condition);
    void whereParam(const QString &key, const Condition &condition);
    void whereTag(const QString &key, const Condition &condition);
    void whereDataset(DatasetField field, const Condition &condition);

    /// Runs without the value are last in both directions.
    void orderBy(Field field, Direction direction);
    /// Orders by the latest value. Runs whose value is NaN are after the other runs, and before the runs without the
    /// metric.
    void orderByMetric(const QString &key, Direction direction);
    void orderByParam(const QString &key, Direction direction);
    void orderByTag(const QString &key, Direction direction);

    /// After the given orders, the run that was started last is first.
    QList<RunRow> run(Connection &connection, qint64 offset, qint64 limit);

private:
    void orderByKeyed(const QByteArray &table, const QString &key, Direction direction);

    Select m_select;
};

} // namespace Roost::Service::Store
