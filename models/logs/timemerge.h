// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/logs/logline.h"

#include <limits>
#include <vector>

namespace Roost::Logs {

/// The lines of a log from `first` up to the next mark's were written at `time`, or, where it is 0, nobody knows when.
struct LineMark
{
    qint64 time = 0; // UTC milliseconds since 1970
    LineNumber first;
    bool operator==(const LineMark &) const = default;
};

/// What is known of when the lines of one log were written.
struct LineTimes
{
    std::vector<LineMark> marks; // ascending in both; the first one begins at line 0
    /// Lines from here on came behind the last mark: later than all marks of all logs.
    LineNumber timed;
    qint64 lineCount = 0;
    /// The log was read to its end once. Before, neither the end of the last mark's lines nor what follows is known.
    bool complete = false;
};

/// One order of the lines of several logs: by time, then by log, lines of one log always in their own order. It is
/// kept as runs of lines between marks, so that it costs a few bytes a mark however many lines there are.
/// The logs grow in any order; what an earlier line would have to stand in front of is taken back and merged anew.
/// A log that was not yet read to its end holds back what may come behind its unknown lines.
class TimeMerge
{
public:
    struct Place
    {
        int source = 0;
        LineNumber line;
        qint64 time = 0;      // 0: not known
        qint64 following = 0; // lines of the same source that come next in the merged order, this one included
    };

    explicit TimeMerge(int sources = 0);

    int sourceCount() const { return int(m_sources.size()); }
    /// `times` stays where it is and as it is until the next call for the same source. It may have changed where
    /// logs grow only: behind what was complete. A log that began anew needs a new TimeMerge.
    void update(int source, const LineTimes *times);
    /// Puts at most about `budget` runs in order; false when nothing is left that can be ordered now.
    bool advance(qsizetype budget);

    qint64 lineCount() const { return m_lineCount; }
    /// Since it was last asked for: lines from here on are not those that stood there before.
    LineNumber takeFirstChanged();
    /// `line` is one of lineCount().
    Place at(LineNumber line) const;
    /// Where a line of a source stands; lineCount() when it does not stand anywhere yet.
    LineNumber find(int source, LineNumber line) const;
    /// How many lines of a source stand in the order.
    qint64 linesOf(int source) const;
    /// The first line that was written at `time` or later; lineCount() where there is none.
    LineNumber firstAt(qint64 time) const;

private:
    static constexpr qint64 Open = std::numeric_limits<qint64>::max();
    static constexpr qint64 Earliest = std::numeric_limits<qint64>::min();
    static constexpr quint32 NoRun = std::numeric_limits<quint32>::max();

    struct Key
    {
        qint64 time = 0;
        int source = 0;
        auto operator<=>(const Key &) const = default;
    };
    struct Next : Key
    {
        bool blocked = false;
    };
    struct Run
    {
        qint64 first = 0; // its first line in the merged order
        quint32 source = 0;
        quint32 stretch = 0; // of the source: between two marks, or behind the last one
    };
    /// What was told at the last update.
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
        std::vector<quint32> runs; // of each stretch that was taken, NoRun where it has no lines
    };

    static size_t stretches(const Known &source);
    static qint64 timeOf(const Known &source, size_t stretch);
    static qint64 firstOf(const Known &source, size_t stretch);
    bool next(int source, Next &next) const;
    void takeBack(const Key &from);
    void take(int source);
    void refill();

    std::vector<Source> m_sources;
    std::vector<Run> m_runs;
    std::vector<Next> m_heap; // the earliest next stretch in front; empty: to be filled anew
    qint64 m_lineCount = 0;
    LineNumber m_firstChanged;
};

} // namespace Roost::Logs
