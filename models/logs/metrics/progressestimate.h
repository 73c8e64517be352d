// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/run.h"
#include "models/core/timepoint.h"
#include "models/logs/metrics/lineposition.h"

#include <optional>

namespace Roost::Logs {

/// How far a run is and how long it will still take, from the positions that its lines state. Epochs are the outer
/// measure; steps or a bar within an epoch refine it. The time left is smoothed, because the lines of one epoch are
/// not written evenly.
class ProgressEstimate
{
public:
    /// Call for each line in order; `time` is when it was written.
    void add(const LinePosition &position, TimePoint time);

    /// Returns nullopt if no line has stated an end.
    std::optional<RunProgress> progress() const { return m_progress; }

private:
    std::optional<RunProgress> measure(const LinePosition &position);
    static double within(const LinePosition &position);
    void smooth(double fraction, TimePoint time);

    std::optional<RunProgress> m_progress;
    std::optional<LineCount> m_epoch; // with its end
    bool m_isEpochFromZero = false;
    bool m_hasInside = false;  // whether lines state positions within an epoch
    bool m_isRepeated = false; // whether a bar has begun again, which says nothing about the end of the run
    double m_lastInner = 0;
    std::optional<TimePoint> m_time;
    double m_fraction = 0;
    std::optional<double> m_rate; // of all of it, per second
};

} // namespace Roost::Logs
