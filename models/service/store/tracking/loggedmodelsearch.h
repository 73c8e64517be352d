// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/service/store/database/select.h"
#include "models/service/store/tracking/loggedmodelstore.h"

namespace Roost::Service::Store {

/// A search for logged models that are not deleted, built from conditions and orders.
class LoggedModelSearch
{
public:
    /// Status is one of READY, UPLOAD_FAILED, PENDING.
    enum class Field { Id, Name, Type, SourceRun, Status, Created, Updated };
    /// A data set; if the digest is empty, every data set with that name.
    struct Dataset
    {
        QString name;
        QString digest;
    };
    using Datasets = QList<Dataset>;

    explicit LoggedModelSearch(const QList<qint64> &experiments);

    void where(Field field, const Condition &condition);
    void whereParam(const QString &key, const Condition &condition);
    void whereTag(const QString &key, const Condition &condition);
    /// Compares the metric on one of the data sets, or any metric with this key if `datasets` is empty.
    void whereMetric(const QString &key, const Condition &condition, const Datasets &datasets);
    /// Finds the models that have a metric on one of the data sets.
    void whereMeasuredOn(const Datasets &datasets);

    void orderBy(Field field, Direction direction);
    /// Orders by the value of the metric at its highest step.
    void orderByMetric(const QString &key, Direction direction, const Datasets &datasets);

    /// After the given orders, the newest model is first.
    QList<LoggedModelRow> run(Connection &connection, qint64 offset, qint64 limit);

private:
    QByteArray datasetCondition(const Datasets &datasets);

    Select m_select;
};

} // namespace Roost::Service::Store
