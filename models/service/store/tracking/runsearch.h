// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/service/store/database/select.h"
#include "models/service/store/tracking/experimentsearch.h"
#include "models/service/store/tracking/runstore.h"

#include <functional>
#include <optional>

namespace Roost::Service::Store {

/// A search for runs, built from conditions and orders. A page is read in one of three ways: from the few runs that an
/// indexed condition leaves; along the index of the first order, until the page is full; or, if neither applies, from
/// all runs of the experiments.
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
    /// Adds something to a SELECT whose runs are `r`.
    using Part = std::function<void(Select &)>;
    /// Returns the SELECT of the runs that have an indexed value.
    using Runs = std::function<QByteArray(Select &)>;

    /// An order. `sections` are the SELECTs that together return all runs in this order, each along an index; empty if
    /// there is no index.
    struct Order
    {
        Part add;
        std::vector<std::pair<QByteArray, Part>> sections;
    };

    void orderByKeyed(const QByteArray &table, const QString &key, Direction direction);
    void whereKeyed(const QByteArray &table, const QString &key, const Condition &condition);
    Select select(const QByteArray &from, bool isWalk) const;
    void addOrders(Select &select, std::size_t from) const;
    bool hasFewRuns(Connection &connection) const;
    std::optional<Runs> fewestRuns(Connection &connection) const;
    QList<qint64> walk(Connection &connection, qint64 offset, qint64 limit) const;
    QList<qint64> find(Connection &connection, qint64 offset, qint64 limit) const;

    QList<qint64> m_experiments;
    std::vector<Part> m_conditions;
    std::vector<Runs> m_indexed; // the conditions among them that an index can find
    std::vector<Order> m_orders;
};

} // namespace Roost::Service::Store
