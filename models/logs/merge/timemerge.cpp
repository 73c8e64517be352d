// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/logs/merge/timemerge.h"

#include <algorithm>
#include <functional>
#include <span>
#include <utility>

namespace Roost::Logs {

TimeMerge::TimeMerge(int sources)
    : m_sources(size_t(sources))
{
}

// If the log is complete, the lines after the last mark are one more stretch.
size_t TimeMerge::stretches(const Known &source)
{
    if (source.complete)
        return source.marks + 1;
    return source.marks == 0 ? 0 : source.marks - 1;
}

TimePoint TimeMerge::timeOf(const Known &source, size_t stretch)
{
    return stretch < source.marks ? source.times->marks[stretch].time.value_or(Unknown) : Open;
}

qint64 TimeMerge::firstOf(const Known &source, size_t stretch)
{
    if (stretch < source.marks)
        return source.times->marks[stretch].first.value;
    return stretch == source.marks ? source.timed.value : source.lineCount;
}

bool TimeMerge::next(int index, Next &next) const
{
    const Source &source = m_sources[size_t(index)];
    next.source = index;
    next.blocked = source.runs.size() >= stretches(source);
    if (!next.blocked)
        next.time = timeOf(source, source.runs.size());
    else if (source.complete)
        return false;
    else
        next.time = source.marks == 0 ? Earliest : timeOf(source, source.marks - 1);
    return true;
}

void TimeMerge::update(int index, const LineTimes *times)
{
    Source &source = m_sources[size_t(index)];
    const Known old = source;
    static_cast<Known &>(source) = {times, times->marks.size(), times->timed, times->lineCount, times->complete};
    m_heap.clear();

    // The first stretch that changed. Incomplete stretches were never merged.
    size_t changed = old.complete ? old.marks : stretches(old);
    if (old.complete && old.marks > 0 && firstOf(source, old.marks) != old.timed.value)
        changed = old.marks - 1;
    else if (old.complete && source.marks == old.marks && source.lineCount == old.lineCount)
        return;
    if (changed < source.marks)
        removeFrom({timeOf(source, changed), index});
    else
        removeFrom({Open, index});
    // Stretches without lines have no run, so removeFrom() did not remove them.
    if (source.runs.size() > changed)
        source.runs.resize(changed);
}

// Removes all runs from the key on.
void TimeMerge::removeFrom(const Key &from)
{
    while (!m_runs.empty()) {
        const Run &last = m_runs.back();
        if (Key{timeOf(m_sources[last.source], last.stretch), int(last.source)} < from)
            break;
        m_sources[last.source].runs.resize(last.stretch);
        m_lineCount = last.first;
        m_runs.pop_back();
    }
    m_firstChanged = std::min(m_firstChanged, LineNumber{m_lineCount});
}

void TimeMerge::appendNext(int index)
{
    Source &source = m_sources[size_t(index)];
    const auto stretch = source.runs.size();
    const qint64 count = firstOf(source, stretch + 1) - firstOf(source, stretch);
    if (count <= 0) {
        source.runs.push_back(NoRun);
        return;
    }
    source.runs.push_back(quint32(m_runs.size()));
    m_runs.push_back({m_lineCount, quint32(index), quint32(stretch)});
    m_lineCount += count;
}

void TimeMerge::refill()
{
    m_heap.clear();
    for (int i = 0; i < sourceCount(); ++i) {
        if (Next entry; next(i, entry))
            m_heap.push_back(entry);
    }
    std::ranges::make_heap(m_heap, std::ranges::greater());
}

bool TimeMerge::advance(qsizetype budget)
{
    if (m_heap.empty())
        refill();
    while (!m_heap.empty() && !m_heap.front().blocked) {
        std::ranges::pop_heap(m_heap, std::ranges::greater());
        Next entry = m_heap.back();
        m_heap.pop_back();
        bool more = true;
        // Usually the next stretch belongs to the same log.
        do {
            if (budget-- <= 0) {
                m_heap.push_back(entry);
                std::ranges::push_heap(m_heap, std::ranges::greater());
                return true;
            }
            appendNext(entry.source);
            more = next(entry.source, entry);
        } while (more && !entry.blocked && (m_heap.empty() || Key(entry) < Key(m_heap.front())));
        if (more) {
            m_heap.push_back(entry);
            std::ranges::push_heap(m_heap, std::ranges::greater());
        }
    }
    return false;
}

LineNumber TimeMerge::takeFirstChanged()
{
    return std::exchange(m_firstChanged, {std::numeric_limits<qint64>::max()});
}

TimeMerge::Place TimeMerge::at(LineNumber line) const
{
    const auto after = std::ranges::upper_bound(m_runs, line.value, {}, &Run::first);
    const Run &run = *(after - 1);
    const qint64 end = after == m_runs.end() ? m_lineCount : after->first;
    const Source &source = m_sources[run.source];
    const TimePoint time = timeOf(source, run.stretch);
    return {int(run.source),
            {firstOf(source, run.stretch) + line.value - run.first},
            time == Open || time == Unknown ? std::nullopt : std::optional(time),
            end - line.value};
}

LineNumber TimeMerge::find(int index, LineNumber line) const
{
    const Source &source = m_sources[size_t(index)];
    if (!source.times || line.value >= linesOf(index))
        return {m_lineCount};
    const std::span marks(source.times->marks.data(), source.marks);
    size_t stretch = source.marks;
    if (line < source.timed)
        stretch = size_t(std::ranges::upper_bound(marks, line, {}, &LineMark::first) - marks.begin()) - 1;
    const Run &run = m_runs[source.runs[stretch]];
    return {run.first + line.value - firstOf(source, stretch)};
}

qint64 TimeMerge::linesOf(int index) const
{
    const Source &source = m_sources[size_t(index)];
    return source.runs.empty() ? 0 : firstOf(source, source.runs.size());
}

LineNumber TimeMerge::firstAt(TimePoint time) const
{
    const auto found = std::ranges::lower_bound(
        m_runs, time, {}, [this](const Run &run) { return timeOf(m_sources[run.source], run.stretch); });
    return {found == m_runs.end() ? m_lineCount : found->first};
}

} // namespace Roost::Logs
