// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/media/mediaseries.h"

#include <algorithm>
#include <utility>

namespace Roost::Items {

qsizetype MediaSeries::indexOf(qint64 step) const
{
    if (m_records.empty())
        return -1;
    const auto above = std::ranges::upper_bound(m_records, step, {}, &MediaRecord::step);
    if (above == m_records.begin())
        return 0;
    const auto below = above - 1;
    const bool isAboveNearer = above != m_records.end() && above->step - step < step - below->step;
    return (isAboveNearer ? above : below) - m_records.begin();
}

void MediaSeries::add(const MediaRecord &record)
{
    const auto place = std::ranges::upper_bound(m_records, record.step, {}, &MediaRecord::step);
    m_records.insert(place, record);
}

void MediaSeries::keep(qint64 step, MediaBuckets buckets, qsizetype most)
{
    if (std::exchange(m_lastIsExtra, false))
        m_distributions.pop_back();
    m_lastIsExtra = m_offered % m_stride != 0;
    ++m_offered;
    m_distributions.push_back({step, std::move(buckets)});
    if (m_lastIsExtra || qsizetype(m_distributions.size()) <= most)
        return;
    std::vector<MediaDistribution> half;
    for (size_t i = 0; i < m_distributions.size(); i += 2)
        half.push_back(std::move(m_distributions[i]));
    m_lastIsExtra = m_distributions.size() % 2 == 0;
    if (m_lastIsExtra)
        half.push_back(std::move(m_distributions.back()));
    m_distributions = std::move(half);
    m_stride *= 2;
}

void MediaSeries::removeFile(int file)
{
    std::erase_if(m_records, [file](const MediaRecord &record) { return record.file == file; });
    m_distributions.clear();
    m_stride = 1;
    m_offered = 0;
    m_lastIsExtra = false;
}

void MediaSeries::removeFrom(qint64 step)
{
    std::erase_if(m_records, [step](const MediaRecord &record) { return record.step >= step; });
    std::erase_if(m_distributions, [step](const MediaDistribution &one) { return one.step >= step; });
    m_lastIsExtra = false;
}

MediaBuckets united(const MediaBuckets &buckets, qsizetype most)
{
    if (most < 1 || qsizetype(buckets.size()) <= most)
        return buckets;
    const size_t each = (buckets.size() + size_t(most) - 1) / size_t(most);
    MediaBuckets result;
    result.reserve(size_t(most));
    for (size_t i = 0; i < buckets.size(); ++i) {
        if (i % each == 0)
            result.push_back(buckets[i]);
        else
            result.back() = {result.back().low, buckets[i].high, result.back().count + buckets[i].count};
    }
    return result;
}

} // namespace Roost::Items
