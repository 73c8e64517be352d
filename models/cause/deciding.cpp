// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/cause/deciding.h"

#include <algorithm>
#include <array>
#include <csignal>

using namespace Qt::StringLiterals;

namespace Roost::Causes {

namespace {

using Form = LogEvent::Form;

// Lines that may stand behind what ended a process: what is torn down after it has its words too.
constexpr qint64 nearTheEnd = 60;
constexpr qint64 atTheEnd = 10;
// Bars are drawn once more while all is torn down; who says more often that it goes on was not ended by that.
constexpr qint64 drawnAgain = 3;
// Lines between what several processes say that end for one reason.
constexpr qint64 oneEnd = 25;

// The higher, the more it says about why a process ended.
enum Strength { Nothing, Consequence, Interruption, PeerGone, Line, Waiting, Own };

Strength strengthOf(const LogEvent &event)
{
    const auto role = event.meaning.role;
    if (event.aside || role == Role::Aside)
        return Consequence;
    if (role == Role::Waited)
        return Waiting;
    if (role == Role::Followed)
        return PeerGone;
    if (event.meaning.kind == CauseKind::Interrupted || event.type == "SystemExit"_L1)
        return Interruption;
    // That C++ threw says little without what().
    const bool wordless = event.form == Form::Fatal && event.message.startsWith("terminate called after"_L1);
    return event.form == Form::Words || wordless ? Line : Own;
}

// Whether the program went on from an exception that it caught. The others that share the log of a launcher may go on
// for a while after one ended; Python itself ends with 1.
bool wentOnFrom(const TimedEvent &timed, const Story &story)
{
    if (timed.event.form != Form::Traceback || timed.wentOnAfter <= drawnAgain || story.launcher || story.isNamed)
        return false;
    return !timed.event.whole || story.outcome.exitCode != 1 || timed.linesAfter > nearTheEnd;
}

// Whether a rank that ended so can have ended because of that event. What was caught and printed long ago is no cause.
bool explains(const TimedEvent &timed, const Story &story, std::optional<int> signal)
{
    const auto kind = timed.event.meaning.kind;
    if (wentOnFrom(timed, story))
        return false;
    if (!signal)
        return story.outcome.exitCode || timed.linesAfter <= nearTheEnd;
    // One that hangs while it is torn down is killed in the end, or crashes on its way out.
    const bool last = timed.linesAfter <= atTheEnd && timed.event.form == Form::Traceback && timed.event.whole;
    if (*signal == SIGKILL)
        return last || timed.event.meaning.role == Role::Waited ||
               (timed.linesAfter <= nearTheEnd && (kind == CauseKind::OutOfMemory || kind == CauseKind::Killed));
    if (*signal == SIGINT)
        return kind == CauseKind::Interrupted;
    if (isCrash(*signal) && *signal != SIGABRT)
        return last || timed.event.form == Form::Fatal;
    return timed.linesAfter <= nearTheEnd;
}

// The events of one log that belong to its end: nothing between them says that the program went on.
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
        const bool wentOn =
            oneWriter ? before.event.wentOn != first->event.wentOn : before.event.allWentOn != first->event.allWentOn;
        if (wentOn || (oneWriter && before.linesAfter - first->linesAfter > oneEnd))
            break;
        --first;
    }
    return {first, events.end()};
}

bool isUncaught(const LogEvent &event)
{
    return strengthOf(event) == Own && (event.whole || event.form == Form::Fatal);
}

// Of several that could have ended it the first that was not caught: what comes after it is its consequence, in
// the same process or of others that share the log. What was caught and printed gives way to what was not.
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
        // Who gave up waiting says nonsense afterwards.
        if (before == Waiting && now == Own && best->event.stream == timed.event.stream)
            continue;
        const bool firstHolds = now == Own && isUncaught(best->event);
        if (now > before || (now == before && !firstHolds && now != Waiting && now != PeerGone))
            best = &timed;
    }
    return best;
}

// faulthandler shows Python's own stack, which says more than one of C.
void addPythonStack(LogEvent &event, const QList<TimedEvent> &events)
{
    if (event.form != Form::Fatal || event.message.startsWith("Fatal Python error"_L1))
        return;
    const auto stack = std::ranges::find_if(events, [&event](const TimedEvent &timed) {
        return timed.event.order > event.order && timed.event.message.startsWith("Fatal Python error"_L1);
    });
    if (stack == events.end())
        return;
    const EvidenceLine said = event.evidence[event.headline];
    if (event.message.contains("Caught signal"_L1)) {
        event = stack->event;
        event.evidence.insert(event.headline + 1, said);
    } else {
        event.evidence = QList{said} + stack->event.evidence;
        event.headline = 0;
    }
}

// NCCL and CUDA say on lines of their own what PyTorch's exception leaves out.
void addLibraryWords(LogEvent &event, const QList<TimedEvent> &events)
{
    const auto kind = event.meaning.kind;
    if ((kind != CauseKind::NcclError && kind != CauseKind::CudaError) || event.form != Form::Traceback)
        return;
    for (const TimedEvent &timed : events) {
        const LogEvent &words = timed.event;
        if (words.form != Form::Words || words.meaning.kind != kind || words.meaning.role != Role::Broke)
            continue;
        const auto at = std::max(words.message.indexOf("NCCL WARN "_L1) + 10, words.message.indexOf("Assertion `"_L1));
        event.evidence.prepend(words.evidence.first());
        ++event.headline;
        if (const QString said = words.message.sliced(at); !event.message.contains(said))
            event.message += u": "_s + said;
        return;
    }
}

} // namespace

bool isCrash(int signal)
{
    constexpr std::array crashing{SIGSEGV, SIGBUS, SIGILL, SIGFPE, SIGABRT, SIGTRAP, SIGSYS};
    return std::ranges::contains(crashing, signal);
}

Decision decide(const Story &story, std::optional<int> signal)
{
    Decision decision;
    QList<int> logs;
    for (const TimedEvent &timed : story.events) {
        if (timed.event.meaning.killedForMemory && timed.linesAfter <= nearTheEnd)
            decision.memory = timed.event;
        if (!logs.contains(timed.log))
            logs += timed.log;
    }
    for (const int log : logs) {
        QList<TimedEvent> events;
        std::ranges::copy_if(story.events, std::back_inserter(events), [&](const TimedEvent &timed) {
            return timed.log == log && explains(timed, story, signal);
        });
        const auto last = lastOf(events);
        const TimedEvent *best = strongest(last);
        // Another process may have gone on for a moment after one ended, before it lost it.
        const auto ended = std::ranges::find_if(
            events, [](const TimedEvent &timed) { return isUncaught(timed.event) && timed.linesAfter <= nearTheEnd; });
        if (best != nullptr && strengthOf(best->event) < Waiting && ended != events.end())
            best = &*ended;
        if (best == nullptr || (decision.event && strengthOf(decision.event->event) > strengthOf(best->event)))
            continue;
        decision.event = *best;
        decision.later.clear();
        for (const TimedEvent &timed : last) {
            if (timed.event.order > best->event.order && best->event.form == Form::Traceback && timed.event.whole &&
                isUncaught(timed.event) && isUncaught(best->event) && timed.event.form == Form::Traceback &&
                timed.event.headlineText() != best->event.headlineText())
                decision.later += timed.event;
        }
        addPythonStack(decision.event->event, last);
        addLibraryWords(decision.event->event, story.events);
    }
    return decision;
}

} // namespace Roost::Causes
