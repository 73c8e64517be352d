// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/service/store/database/connection.h"

#include <QList>

namespace Roost::Service::Store {

/// A series of metrics, by the numbers of its run and key.
struct SeriesNumber
{
    qint64 run = 0;
    qint64 key = 0;
};

/// Compares what is derived from the points of metrics with the points, and derives it again. Within one transaction.
class MetricRepair
{
public:
    explicit MetricRepair(Connection &connection)
        : m_connection(connection)
    {
    }

    /// Returns all series that have points or a latest value, and whose run exists.
    QList<SeriesNumber> series() const;
    /// Returns whether the points are numbered without gaps, and the latest value and the summaries are theirs.
    bool isRight(SeriesNumber series) const;
    /// Numbers the points, finds the latest value, and marks the series to be summarized by MetricStore.
    void rebuild(SeriesNumber series);

private:
    void renumber(SeriesNumber series);

    Connection &m_connection;
};

} // namespace Roost::Service::Store
