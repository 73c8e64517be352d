// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/logs/times/linetimes.h"

#include <limits>
#include <vector>

namespace Roost::Logs {

/// The merged order of the lines of several logs: by time, then by log; the lines of one log keep their order. It is
/// stored as runs of lines between marks, with a few bytes per mark, independent of the number of lines. The logs may
/// grow in any order: if a line arrives late, the runs that must follow it are removed and merged again. If a log was
/// not yet read to its end, all lines that may follow its unknown lines have to wait.
class TimeMerge
{
public:
    struct Place
    {
        int source = 0;
        LineNumber line;
        std::optional<TimePoint> time;
        qint64 following = 0; // the number of consecutive lines of this source, beginning with this line
    };

    explicit TimeMerge(int sources = 0);

    int sourceCount() const { return int(m_sources.size()); }
    /// `times` must remain valid and unchanged until the next call for the same source. Since the last call, it may
    /// have changed only after the part that was complete. If a log restarts, a new TimeMerge is needed.
    void update(int source, const LineTimes *times);
    /// Merges at most about `budget` runs. Returns false if nothing is left that can be merged now.
    bool advance(qsizetype budget);

    qint64 lineCount() const { return m_lineCount; }
    /// Returns the first line that has changed since the last call.
    LineNumber takeFirstChanged();
    /// `line` must be less than lineCount().
    Place at(LineNumber line) const;
    /// Returns the merged position of a line of a source; lineCount() if the line is not merged yet.
    LineNumber find(int source, LineNumber line) const;
    /// Returns the number of merged lines of a source.
    qint64 linesOf(int source) const;
    /// Returns the first line that was written at `time` or later; lineCount() if there is none.
    LineNumber firstAt(TimePoint time) const;

private:
    // Positions of stretches without a known time: Earliest is before all others; Unknown is after it, but before every
    // known time; Open is after all others.
    static constexpr TimePoint Earliest = TimePoint::min();
    static constexpr TimePoint Unknown = Earliest + std::chrono::milliseconds(1);
    static constexpr TimePoint Open = TimePoint::max();
    static constexpr quint32 NoRun = std::numeric_limits<quint32>::max();

    struct Key
    {
        TimePoint time;
        int source = 0;
        auto operator<=>(const Key &) const = default;
    };
    struct Next : Key
    {
        bool blocked = false;
    };
    struct Run
    {
        qint64 first = 0; // the merged position of the first line
        quint32 source = 0;
        quint32 stretch = 0; // index in the source: a stretch is between two marks, or after the last one
    };
    /// The state at the last update().
    struct Known
    {
        const LineTimes *times = nullptr;
        size_t marks = 0;
        LineNumber timed;
        qint64 lineCount = 0;
        bool complete = false;
    };
    struct Source : Known
    {
        std::vector<quint32> runs; // by merged stretch; NoRun for a stretch without lines
    };

    static size_t stretches(const Known &source);
    static TimePoint timeOf(const Known &source, size_t stretch);
    static qint64 firstOf(const Known &source, size_t stretch);
    bool next(int source, Next &next) const;
    void removeFrom(const Key &from);
    void appendNext(int source);
    void refill();

    std::vector<Source> m_sources;
    std::vector<Run> m_runs;
    std::vector<Next> m_heap; // the earliest next stretch is first; if empty, it must be filled again
    qint64 m_lineCount = 0;
    LineNumber m_firstChanged;
};

} // namespace Roost::Logs
