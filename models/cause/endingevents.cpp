// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/cause/endingevents.h"

#include "models/cause/exitsignals.h"

#include <algorithm>
#include <array>
#include <csignal>

using namespace Qt::StringLiterals;

namespace Roost::Causes {

namespace {

using Form = LogEvent::Form;

// The number of lines that may follow the message of the event that ended a process, because lines are also printed
// during the shutdown.
constexpr qint64 nearTheEnd = 60;
constexpr qint64 atTheEnd = 10;
// Progress bars are drawn again during the shutdown. A writer that reports progress more often than this was not ended.
constexpr qint64 drawnAgain = 3;
// The maximal number of lines between the messages of several processes that end for the same reason.
constexpr qint64 oneEnd = 25;

// A higher value is a better explanation.
enum Strength { Nothing, Consequence, Interruption, PeerGone, Line, Waiting, Own };

Strength strengthOf(const LogEvent &event)
{
    const auto role = event.meaning.role;
    if (event.isSecondary || role == LineRole::Secondary)
        return Consequence;
    if (role == LineRole::Waited)
        return Waiting;
    if (role == LineRole::Followed)
        return PeerGone;
    if (event.meaning.kind == CauseKind::Interrupted || event.type == "SystemExit"_L1)
        return Interruption;
    // "terminate called" explains little without the text of what().
    const bool wordless = event.form == Form::Fatal && event.message.startsWith("terminate called after"_L1);
    return event.form == Form::Words || wordless ? Line : Own;
}

// Returns whether the program continued after an exception that it caught. Other processes in the log of a launcher may
// continue for a while after one of them ended; Python itself exits with 1.
bool continuedAfter(const TimedEvent &timed, const RankEvidence &evidence)
{
    if (timed.event.form != Form::Traceback || timed.progressAfter <= drawnAgain || evidence.launcher ||
        evidence.isNamed)
        return false;
    return !timed.event.isComplete || evidence.outcome.exitCode != 1 || timed.linesAfter > nearTheEnd;
}

// Returns whether the event can be the reason for this exit code or signal. An exception that was caught and printed
// long before the end is not a reason.
bool explains(const TimedEvent &timed, const RankEvidence &evidence, std::optional<int> signal)
{
    const auto kind = timed.event.meaning.kind;
    if (continuedAfter(timed, evidence))
        return false;
    if (!signal)
        return evidence.outcome.exitCode || timed.linesAfter <= nearTheEnd;
    // A process that hangs during its shutdown is killed in the end, or crashes.
    const bool last = timed.linesAfter <= atTheEnd && timed.event.form == Form::Traceback && timed.event.isComplete;
    if (*signal == SIGKILL)
        return last || timed.event.meaning.role == LineRole::Waited ||
               (timed.linesAfter <= nearTheEnd && (kind == CauseKind::OutOfMemory || kind == CauseKind::Killed));
    if (*signal == SIGINT)
        return kind == CauseKind::Interrupted;
    if (isCrash(*signal) && *signal != SIGABRT)
        return last || timed.event.form == Form::Fatal;
    return timed.linesAfter <= nearTheEnd;
}

// Returns the events at the end of one log, between which no progress is reported.
QList<TimedEvent> lastOf(const QList<TimedEvent> &events)
{
    auto anchor = std::ranges::find_if(events.rbegin(), events.rend(),
                                       [](const TimedEvent &timed) { return timed.event.form != Form::Words; });
    if (anchor == events.rend())
        return events;
    auto first = anchor.base() - 1;
    while (first != events.begin()) {
        const TimedEvent &before = *(first - 1);
        const bool oneWriter = before.event.stream == first->event.stream;
        const bool progressed = oneWriter ? before.event.progressCount != first->event.progressCount
                                          : before.event.totalProgressCount != first->event.totalProgressCount;
        if (progressed || (oneWriter && before.linesAfter - first->linesAfter > oneEnd))
            break;
        --first;
    }
    return {first, events.end()};
}

bool isUncaught(const LogEvent &event)
{
    return strengthOf(event) == Own && (event.isComplete || event.form == Form::Fatal);
}

// Returns the first of several events that was not caught: later ones are its consequences, in the same process or in
// other processes that write to the log. An exception that was caught and printed is weaker than an uncaught one.
const TimedEvent *strongest(const QList<TimedEvent> &events)
{
    const TimedEvent *best = nullptr;
    for (const TimedEvent &timed : events) {
        if (best == nullptr) {
            best = &timed;
            continue;
        }
        const auto now = strengthOf(timed.event);
        const auto before = strengthOf(best->event);
        // If a process has given up waiting, its further messages have no meaning.
        if (before == Waiting && now == Own && best->event.stream == timed.event.stream)
            continue;
        const bool firstHolds = now == Own && isUncaught(best->event);
        if (now > before || (now == before && !firstHolds && now != Waiting && now != PeerGone))
            best = &timed;
    }
    return best;
}

// Adds the Python stack that faulthandler prints, which explains more than the C stack.
void addPythonStack(LogEvent &event, const QList<TimedEvent> &events)
{
    if (event.form != Form::Fatal || event.message.startsWith("Fatal Python error"_L1))
        return;
    const auto stack = std::ranges::find_if(events, [&event](const TimedEvent &timed) {
        return timed.event.order > event.order && timed.event.message.startsWith("Fatal Python error"_L1);
    });
    if (stack == events.end())
        return;
    const EvidenceLine headline = event.evidence[event.headline];
    if (event.message.contains("Caught signal"_L1)) {
        event = stack->event;
        event.evidence.insert(event.headline + 1, headline);
    } else {
        event.evidence = QList{headline} + stack->event.evidence;
        event.headline = 0;
    }
}

// Adds what NCCL and CUDA print on separate lines and PyTorch's exception omits.
void addLibraryWords(LogEvent &event, const QList<TimedEvent> &events)
{
    const auto kind = event.meaning.kind;
    if ((kind != CauseKind::NcclError && kind != CauseKind::CudaError) || event.form != Form::Traceback)
        return;
    for (const TimedEvent &timed : events) {
        const LogEvent &words = timed.event;
        if (words.form != Form::Words || words.meaning.kind != kind || words.meaning.role != LineRole::Broke)
            continue;
        const auto at = std::max(words.message.indexOf("NCCL WARN "_L1) + 10, words.message.indexOf("Assertion `"_L1));
        event.evidence.prepend(words.evidence.first());
        ++event.headline;
        if (const QString message = words.message.sliced(at); !event.message.contains(message))
            event.message += u": "_s + message;
        return;
    }
}

} // namespace

EndingEvents endingEventsOf(const RankEvidence &evidence, std::optional<int> signal)
{
    EndingEvents ending;
    QList<int> logs;
    for (const TimedEvent &timed : evidence.events) {
        if (timed.event.meaning.killedForMemory && timed.linesAfter <= nearTheEnd)
            ending.outOfMemory = timed.event;
        if (!logs.contains(timed.log))
            logs += timed.log;
    }
    for (const int log : logs) {
        QList<TimedEvent> events;
        std::ranges::copy_if(evidence.events, std::back_inserter(events), [&](const TimedEvent &timed) {
            return timed.log == log && explains(timed, evidence, signal);
        });
        const auto last = lastOf(events);
        const TimedEvent *best = strongest(last);
        // Another process may have continued for a moment after the first one ended.
        const auto ended = std::ranges::find_if(
            events, [](const TimedEvent &timed) { return isUncaught(timed.event) && timed.linesAfter <= nearTheEnd; });
        if (best != nullptr && strengthOf(best->event) < Waiting && ended != events.end())
            best = &*ended;
        if (best == nullptr || (ending.event && strengthOf(ending.event->event) > strengthOf(best->event)))
            continue;
        ending.event = *best;
        ending.later.clear();
        for (const TimedEvent &timed : last) {
            if (timed.event.order > best->event.order && best->event.form == Form::Traceback &&
                timed.event.isComplete && isUncaught(timed.event) && isUncaught(best->event) &&
                timed.event.form == Form::Traceback && timed.event.headlineText() != best->event.headlineText())
                ending.later += timed.event;
        }
        addPythonStack(ending.event->event, last);
        addLibraryWords(ending.event->event, evidence.events);
    }
    return ending;
}

} // namespace Roost::Causes
