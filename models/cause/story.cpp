// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/cause/story.h"

#include <QTimeZone>

#include <algorithm>
#include <array>
#include <csignal>

using namespace Qt::StringLiterals;

namespace Roost {

namespace {

// Lines that may stand behind what ended a process: what is torn down after it has its words too.
constexpr qint64 nearTheEnd = 60;
constexpr qint64 tornDown = 30;

using Form = LogEvent::Form;

// A shell tells of a signal as 128 more.
std::optional<int> signalOf(const Story &story)
{
    if (story.outcome.signal)
        return story.outcome.signal;
    const int code = story.outcome.exitCode.value_or(0);
    if (code > 128 && code <= 128 + 64)
        return code - 128;
    return std::nullopt;
}

bool crashes(int signal)
{
    constexpr std::array crashing{SIGSEGV, SIGBUS, SIGILL, SIGFPE, SIGABRT, SIGTRAP, SIGSYS};
    return std::ranges::contains(crashing, signal);
}

// Whether a rank that ended so can have ended because of that event. What was caught and printed long ago is no cause.
bool explains(const TimedEvent &timed, const Story &story)
{
    const auto signal = signalOf(story);
    const auto kind = timed.event.meaning.kind;
    if (!signal)
        return story.outcome.exitCode || timed.linesAfter <= nearTheEnd;
    if (*signal == SIGKILL)
        return timed.linesAfter <= nearTheEnd && (kind == CauseKind::OutOfMemory || kind == CauseKind::Killed);
    if (*signal == SIGINT)
        return kind == CauseKind::Interrupted;
    if (crashes(*signal) && *signal != SIGABRT)
        return timed.event.form == Form::Fatal;
    return timed.linesAfter <= nearTheEnd;
}

const TimedEvent *deciding(const Story &story)
{
    const TimedEvent *strong = nullptr;
    const TimedEvent *words = nullptr;
    for (const TimedEvent &timed : story.events) {
        if (!explains(timed, story))
            continue;
        if (timed.event.form == Form::Words) {
            words = &timed;
        } else if (timed.event.form == Form::Fatal && strong != nullptr && strong->log == timed.log &&
                   strong->linesAfter - timed.linesAfter <= tornDown) {
            // The interpreter fell apart on the way out, or faulthandler adds its stack: the first says why.
        } else {
            strong = &timed;
        }
    }
    return strong != nullptr ? strong : words;
}

void takeEvent(CauseCandidate &candidate, const LogEvent &event)
{
    candidate.kind = event.meaning.kind;
    candidate.type = event.form == Form::Traceback ? event.type : QString();
    candidate.message = event.message;
    candidate.surface = event.surface;
    candidate.evidence = event.evidence;
    candidate.headline = event.headline;
    if (!candidate.signal)
        candidate.signal = event.meaning.signal;
}

void takeLastLine(CauseCandidate &candidate, const Story &story)
{
    if (!story.lastLine)
        return;
    candidate.evidence = {*story.lastLine};
    candidate.headline = 0;
}

Story::Part partOf(Role role)
{
    switch (role) {
    case Role::Followed:
        return Story::Part::Followed;
    case Role::Waited:
        return Story::Part::Waited;
    case Role::Broke:
    case Role::Launcher:
        break;
    }
    return Story::Part::Broke;
}

// Neither its log nor its error file says why: what remains is how it ended.
void judgeByOutcome(Story &story, std::optional<int> signal)
{
    auto &candidate = story.candidate;
    takeLastLine(candidate, story);
    story.part = Story::Part::Broke;
    if (signal == SIGKILL) {
        candidate.kind = CauseKind::Killed;
    } else if (signal == SIGINT) {
        candidate.kind = CauseKind::Interrupted;
    } else if (signal && signal != SIGTERM) {
        candidate.kind = crashes(*signal) ? CauseKind::Crash : CauseKind::Killed;
    } else if (!signal && story.outcome.exitCode) {
        candidate.kind = CauseKind::Exit;
        candidate.message = story.lastLine ? story.lastLine->text.trimmed() : QString();
    } else {
        story.part = Story::Part::Ended;
    }
}

// What the launcher says of a rank that says nothing itself.
void judgeByLauncher(Story &story)
{
    const LogEvent &event = story.launcher->event;
    const bool mute = story.part == Story::Part::Ended || story.part == Story::Part::Fine;
    auto &candidate = story.candidate;
    if (!candidate.signal)
        candidate.signal = event.meaning.signal;
    if (!candidate.exitCode)
        candidate.exitCode = event.meaning.exitCode;
    if (event.meaning.kind == CauseKind::MpiAbort) {
        if (story.part != Story::Part::Broke || candidate.type.isEmpty())
            takeEvent(candidate, event);
    } else if (mute) {
        takeEvent(candidate, event);
        const int signal = candidate.signal.value_or(0);
        candidate.kind = signal == SIGKILL ? CauseKind::Killed : crashes(signal) ? CauseKind::Crash : CauseKind::Exit;
        if (story.lastLine)
            candidate.evidence.prepend(*story.lastLine), ++candidate.headline;
    } else if (candidate.evidence.isEmpty()) {
        candidate.evidence = event.evidence;
        candidate.headline = event.headline;
    }
    story.part = Story::Part::Broke;
    // Nobody marks times in the launcher's own log: then its own time holds.
    if (story.launcher->time > 0)
        candidate.time = QDateTime::fromMSecsSinceEpoch(story.launcher->time, QTimeZone::UTC);
}

} // namespace

qint64 timeOf(const Story &story)
{
    return story.candidate.time.isValid() ? story.candidate.time.toMSecsSinceEpoch() : 0;
}

void judge(Story &story)
{
    auto &candidate = story.candidate;
    candidate = {};
    candidate.rank = story.rank;
    candidate.exitCode = story.outcome.exitCode;
    candidate.time = story.outcome.ended;
    const auto signal = signalOf(story);
    candidate.signal = signal;
    const bool fine = story.outcome.exitCode == 0;
    if (fine && !story.launcher) {
        story.part = Story::Part::Fine;
        candidate.kind = CauseKind::EndedEarly;
        takeLastLine(candidate, story);
        return;
    }
    const TimedEvent *event = fine ? nullptr : deciding(story);
    if (!story.memoryWords.isEmpty() && signal == SIGKILL) {
        story.part = Story::Part::Broke;
        takeLastLine(candidate, story);
        candidate.kind = CauseKind::OutOfMemory;
        candidate.message = story.memoryWords;
    } else if (event != nullptr) {
        story.part = partOf(event->event.meaning.role);
        story.blamed = event->event.meaning.ranks;
        story.waitedAs = event->event.meaning.kind;
        takeEvent(candidate, event->event);
        if (event->time > 0)
            candidate.time = QDateTime::fromMSecsSinceEpoch(event->time, QTimeZone::UTC);
    } else if (!story.errorText.isEmpty() && !signal) {
        const auto meaning = meaningOfException(story.errorText).value_or(Meaning());
        story.part = partOf(meaning.role);
        story.waitedAs = meaning.kind;
        takeLastLine(candidate, story);
        candidate.kind = meaning.kind;
        candidate.message = story.errorText;
    } else {
        judgeByOutcome(story, signal);
    }
    // Python exits with 1 after its own words; a shell that is told another code was told so by somebody.
    if (story.part == Story::Part::Broke && candidate.kind == CauseKind::Exception && candidate.type == "SystemExit"_L1)
        candidate.kind = CauseKind::Exit;
    if (story.launcher)
        judgeByLauncher(story);
}

} // namespace Roost
