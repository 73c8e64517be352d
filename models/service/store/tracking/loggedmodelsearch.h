// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/service/store/database/select.h"
#include "models/service/store/tracking/loggedmodelstore.h"

namespace Roost::Service::Store {

/// A search for logged models that are not deleted, put together from conditions and orders.
class LoggedModelSearch
{
public:
    /// Status is one of READY, UPLOAD_FAILED, PENDING.
    enum class Field { Id, Name, Type, SourceRun, Status, Created, Updated };
    /// A data set; an empty digest means each of that name.
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
    /// Of metrics on one of the data sets; of any metric where there is none.
    void whereMetric(const QString &key, const Condition &condition, const Datasets &datasets);
    /// The model has a metric on one of the data sets.
    void whereMeasuredOn(const Datasets &datasets);

    void orderBy(Field field, Direction direction);
    /// By the metric of the highest step.
    void orderByMetric(const QString &key, Direction direction, const Datasets &datasets);

    /// Behind the given orders: newest first.
    QList<LoggedModelRow> run(Connection &connection, qint64 offset, qint64 limit);

private:
    QByteArray datasetCondition(const Datasets &datasets);

    Select m_select;
};

} // namespace Roost::Service::Store
