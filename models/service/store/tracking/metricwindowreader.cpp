// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/service/store/tracking/metricwindowreader.h"

#include "models/service/store/tracking/metricbuckets.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <tuple>

namespace Roost::Service::Store {

namespace {

constexpr int deepest = 24;
constexpr std::size_t mostPartsPerColumn = 2;

qint64 wholeNumber(double value)
{
    constexpr double beyond = 9223372036854775808.0; // 2^63
    if (value >= beyond)
        return std::numeric_limits<qint64>::max();
    if (value < -beyond)
        return std::numeric_limits<qint64>::min();
    return qint64(value);
}

// The distance may exceed the range of qint64.
double distance(qint64 from, qint64 to)
{
    return double(to) - double(from);
}

} // namespace

MetricWindowReader::MetricWindowReader(const MetricPyramid &pyramid, qint64 size, const MetricWindowQuery &query)
    : m_pyramid(pyramid)
    , m_query(query)
    , m_size(size)
    , m_from(wholeNumber(std::ceil(query.from)))
    , m_to(wholeNumber(std::floor(query.to)))
    , m_toOpen(deepest)
{
}

qint64 MetricWindowReader::first(const MetricBucket &bucket) const
{
    return m_query.axis == MetricWindowQuery::Axis::Step ? bucket.firstStep : bucket.firstTimestamp;
}

qint64 MetricWindowReader::last(const MetricBucket &bucket) const
{
    return m_query.axis == MetricWindowQuery::Axis::Step ? bucket.lastStep : bucket.lastTimestamp;
}

// A window that is wider than the series has the columns of the series.
void MetricWindowReader::narrowTo(qint64 least, qint64 greatest)
{
    m_from = std::max(m_from, least);
    m_to = std::min(m_to, greatest);
    m_columnWidth = (distance(m_from, m_to) + 1) / m_query.columns;
}

void MetricWindowReader::visit(const MetricPyramid::Node &node)
{
    const qint64 begin = first(node.bucket);
    const qint64 end = last(node.bucket);
    if (end < m_from || begin > m_to)
        return;
    if (begin >= m_from && end <= m_to && (begin == end || distance(begin, end) < m_columnWidth))
        take({node.bucket, node.lastPoint()});
    else
        m_toOpen[std::size_t(node.level)].push_back(node.number);
}

void MetricWindowReader::take(const Part &part)
{
    if (!m_columns.empty()) {
        addToColumn(part);
        return;
    }
    m_parts.push_back(part);
    if (m_parts.size() <= mostPartsPerColumn * std::size_t(m_query.columns))
        return;
    m_columns.resize(std::size_t(m_query.columns));
    for (const Part &earlier : m_parts)
        addToColumn(earlier);
    m_parts.clear();
}

void MetricWindowReader::addToColumn(const Part &part)
{
    const double place = distance(m_from, first(part.bucket)) / m_columnWidth;
    Part &column = m_columns[std::min(std::size_t(place), m_columns.size() - 1)];
    if (column.bucket.count == 0) {
        column = part;
        return;
    }
    const bool isLater = std::isnan(column.bucket.last) || part.lastPoint > column.lastPoint;
    addBucket(column.bucket, part.bucket, isLater);
    if (isLater && !std::isnan(part.bucket.last))
        column.lastPoint = part.lastPoint;
}

void MetricWindowReader::readTop(const std::function<void(const MetricPyramid::Visitor &)> &visitTop)
{
    qint64 least = std::numeric_limits<qint64>::max();
    qint64 greatest = std::numeric_limits<qint64>::min();
    visitTop([&](const MetricPyramid::Node &node) {
        least = std::min(least, first(node.bucket));
        greatest = std::max(greatest, last(node.bucket));
    });
    narrowTo(least, greatest);
    if (m_from <= m_to)
        visitTop([this](const MetricPyramid::Node &node) { visit(node); });
}

MetricWindow MetricWindowReader::read(bool isSummarized)
{
    if (isSummarized) {
        std::vector<MetricPyramid::Node> top;
        m_pyramid.visitTop(m_size, [&top](const MetricPyramid::Node &node) { top.push_back(node); });
        readTop([&top](const MetricPyramid::Visitor &visitor) { std::ranges::for_each(top, visitor); });
    } else {
        readTop([this](const MetricPyramid::Visitor &visitor) { m_pyramid.visitPoints(0, m_size - 1, visitor); });
    }
    for (std::size_t level = deepest - 1; level >= 1; --level) {
        std::vector<qint64> numbers = std::move(m_toOpen[level]);
        std::ranges::sort(numbers);
        m_pyramid.visitBelow(int(level), numbers, [this](const MetricPyramid::Node &node) { visit(node); });
    }
    return window();
}

MetricWindow MetricWindowReader::window()
{
    std::vector<Part> &found = m_columns.empty() ? m_parts : m_columns;
    std::erase_if(found, [](const Part &part) { return part.bucket.count == 0; });
    std::ranges::sort(found, {}, [this](const Part &part) {
        return std::tuple(first(part.bucket), last(part.bucket), part.lastPoint);
    });
    MetricWindow window;
    window.size = m_size;
    window.buckets.reserve(qsizetype(found.size()));
    for (const Part &part : found)
        window.buckets.append(part.bucket);
    return window;
}

} // namespace Roost::Service::Store
