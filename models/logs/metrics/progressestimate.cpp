// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/logs/metrics/progressestimate.h"

#include <algorithm>
#include <chrono>

using namespace Qt::StringLiterals;

namespace Roost::Logs {

namespace {

constexpr double weightOfNew = 0.2;
constexpr double leastSeconds = 1; // between two measurements of the rate

} // namespace

void ProgressEstimate::add(const LinePosition &position, TimePoint time)
{
    if (position.isEmpty())
        return;
    const auto measured = measure(position);
    if (!measured)
        return;
    m_progress = measured;
    if (m_isRepeated && !m_epoch)
        m_rate.reset();
    else
        smooth(std::clamp(measured->done / measured->total, 0.0, 1.0), time);
    if (m_rate && *m_rate > 0)
        m_progress->secondsLeft = (1 - measured->done / measured->total) / *m_rate;
}

// Returns the position in the whole training as far as the line, and the lines before, state it.
std::optional<RunProgress> ProgressEstimate::measure(const LinePosition &position)
{
    if (position.epoch && position.epoch->total) {
        m_isEpochFromZero = m_isEpochFromZero || position.epoch->done == 0;
        m_epoch = position.epoch;
    } else if (position.epoch && m_epoch && position.epoch->done <= *m_epoch->total) {
        m_isEpochFromZero = m_isEpochFromZero || position.epoch->done == 0;
        m_epoch->done = position.epoch->done;
    }
    const bool isBarOfEpochs = position.bar && position.barName.toLower().contains("epoch") && !position.epoch;
    if (isBarOfEpochs) {
        m_epoch.reset();
        return RunProgress{position.bar->done, *position.bar->total, u"epoch"_s, std::nullopt};
    }
    if (m_epoch) {
        const double total = *m_epoch->total + (m_isEpochFromZero ? 1 : 0);
        const bool isInside = position.bar || (position.step && position.step->total);
        m_hasInside = m_hasInside || isInside;
        // Alone, a line "epoch 3/10" ends the third epoch. Between bars it begins it.
        const double finished = m_epoch->done - (m_hasInside && !m_isEpochFromZero ? 1 : 0);
        const double done = finished + (isInside ? within(position) : 0);
        return RunProgress{std::clamp(done, 0.0, total), total, u"epoch"_s, std::nullopt};
    }
    const auto &count = position.step && position.step->total ? position.step : position.bar;
    if (!count || !count->total)
        return std::nullopt;
    const double inner = *count->total > 0 ? count->done / *count->total : 0;
    m_isRepeated = m_isRepeated || inner < m_lastInner - 0.5;
    m_lastInner = inner;
    return RunProgress{count->done, *count->total, position.bar ? u"it"_s : u"step"_s, std::nullopt};
}

// Returns the part of the epoch that is done.
double ProgressEstimate::within(const LinePosition &position)
{
    const auto &count = position.bar ? position.bar : position.step;
    return count && count->total && *count->total > 0 ? std::clamp(count->done / *count->total, 0.0, 1.0) : 0;
}

void ProgressEstimate::smooth(double fraction, TimePoint time)
{
    if (!m_time || fraction < m_fraction) {
        m_time = time;
        m_fraction = fraction;
        m_rate.reset();
        return;
    }
    const double seconds = std::chrono::duration<double>(time - *m_time).count();
    if (seconds < leastSeconds || fraction <= m_fraction)
        return;
    const double rate = (fraction - m_fraction) / seconds;
    m_rate = m_rate ? *m_rate + weightOfNew * (rate - *m_rate) : rate;
    m_time = time;
    m_fraction = fraction;
}

} // namespace Roost::Logs
