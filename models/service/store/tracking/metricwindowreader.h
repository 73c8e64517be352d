// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/metricwindows.h"
#include "models/service/store/tracking/metricpyramid.h"

#include <functional>
#include <vector>

namespace Roost::Service::Store {

/// Reads a part of one series from its pyramid. The search descends from the top: a bucket outside the part is left
/// out, one that is inside and not wider than a column is taken, any other is opened. So every order of arrival gives
/// exact results; in a series that arrived in order, the rows that are read are in proportion to the columns, and the
/// more a series is shuffled, the more of it is read.
class MetricWindowReader
{
public:
    MetricWindowReader(const MetricPyramid &pyramid, qint64 size, const MetricWindowQuery &query);

    /// Call once. If the series is not summarized, all its points are read.
    MetricWindow read(bool isSummarized);

private:
    struct Part
    {
        MetricBucket bucket;
        qint64 lastPoint = 0; // the number of the point whose value is `bucket.last`
    };

    qint64 first(const MetricBucket &bucket) const;
    qint64 last(const MetricBucket &bucket) const;
    void readTop(const std::function<void(const MetricPyramid::Visitor &)> &visitTop);
    void narrowTo(qint64 least, qint64 greatest);
    void visit(const MetricPyramid::Node &node);
    void take(const Part &part);
    void addToColumn(const Part &part);
    MetricWindow window();

    const MetricPyramid &m_pyramid;
    const MetricWindowQuery m_query;
    const qint64 m_size;
    // The part of the axis that has points, and the width of a column in it.
    qint64 m_from;
    qint64 m_to;
    double m_columnWidth = 0;
    std::vector<std::vector<qint64>> m_toOpen; // by level
    std::vector<Part> m_parts;
    // Used instead of m_parts if there are more than two parts a column.
    std::vector<Part> m_columns;
};

} // namespace Roost::Service::Store
