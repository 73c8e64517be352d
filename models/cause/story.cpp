// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/cause/story.h"

#include "models/cause/deciding.h"

#include <QRegularExpression>
#include <QTimeZone>

#include <algorithm>
#include <array>
#include <csignal>

using namespace Qt::StringLiterals;

namespace Roost::Causes {

namespace {

using Form = LogEvent::Form;

constexpr qsizetype mostEvidence = 12;

std::optional<int> signalOf(const Story &story)
{
    return story.outcome.signal ? story.outcome.signal : signalOfCode(story.outcome.exitCode.value_or(0));
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
    case Role::Aside:
    case Role::Launcher:
        break;
    }
    return Story::Part::Broke;
}

// "No GPU found and --require-gpu was given.", unlike "3" or "step 4 loss 0.2".
bool readsLikeAMessage(const QString &line)
{
    static const QRegularExpression word(u"[^\\W\\d_]{3,}"_s, QRegularExpression::UseUnicodePropertiesOption);
    return word.match(line).hasMatch() && !saysItGoesOn(line.toUtf8()) && !line.contains(u'|') &&
           !line.contains("loss"_L1, Qt::CaseInsensitive) && !line.contains("accuracy"_L1, Qt::CaseInsensitive);
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
        candidate.kind = isCrash(*signal) ? CauseKind::Crash : CauseKind::Killed;
    } else if (!signal && story.outcome.exitCode) {
        candidate.kind = CauseKind::Exit;
        const QString last = story.lastLine ? story.lastLine->text.trimmed() : QString();
        candidate.message = readsLikeAMessage(last) ? last : QString();
        story.hasWords = !candidate.message.isEmpty();
    } else {
        story.part = Story::Part::Ended;
    }
}

// What the launcher says of a rank that says nothing itself.
void judgeByLauncher(Story &story, bool mute)
{
    const LogEvent &event = story.launcher->event;
    auto &candidate = story.candidate;
    if (!candidate.signal)
        candidate.signal =
            event.meaning.signal ? event.meaning.signal : signalOfCode(event.meaning.exitCode.value_or(0));
    if (!candidate.exitCode)
        candidate.exitCode = event.meaning.exitCode;
    if (event.meaning.kind == CauseKind::MpiAbort) {
        if (story.part != Story::Part::Broke || candidate.type.isEmpty())
            takeEvent(candidate, event);
        story.part = Story::Part::Broke;
        story.hasWords = true;
    } else if (mute) {
        takeEvent(candidate, event);
        const int signal = candidate.signal.value_or(0);
        story.part = signal == SIGTERM ? Story::Part::Ended : Story::Part::Broke;
        const bool exception = event.form == Form::Traceback && event.meaning.kind == CauseKind::Exception;
        if (event.meaning.killedForMemory)
            candidate.kind = CauseKind::OutOfMemory;
        else if (signal == SIGKILL || signal == SIGTERM || event.meaning.kind == CauseKind::Killed)
            candidate.kind = CauseKind::Killed;
        else if (isCrash(signal))
            candidate.kind = CauseKind::Crash;
        else
            candidate.kind = exception ? CauseKind::Exception : CauseKind::Exit;
        story.hasWords = event.meaning.killedForMemory;
        // How it ended is said by the code or the signal; the launcher's line is the evidence.
        if (!story.hasWords && !exception)
            candidate.type.clear(), candidate.message.clear();
        if (story.lastLine)
            candidate.evidence.prepend(*story.lastLine), ++candidate.headline;
        if (story.launcher->time > 0)
            candidate.time = QDateTime::fromMSecsSinceEpoch(story.launcher->time, QTimeZone::UTC);
    } else {
        if (candidate.evidence.size() > mostEvidence - 2)
            candidate.evidence.resize(std::max<qsizetype>(candidate.headline + 1, mostEvidence - 2));
        candidate.evidence += event.evidence[event.headline];
        const auto signal = std::ranges::find_if(
            event.evidence, [](const EvidenceLine &line) { return line.text.contains(": Signal "_L1); });
        if (signal != event.evidence.end())
            candidate.evidence += *signal;
        candidate.headline = std::max(candidate.headline, 0);
    }
}

// Killed, and words say that the system was out of memory.
void blameMemory(Story &story, const LogEvent &words)
{
    auto &candidate = story.candidate;
    candidate.kind = CauseKind::OutOfMemory;
    candidate.type.clear();
    candidate.surface.clear();
    candidate.message = words.message;
    candidate.evidence += words.evidence[words.headline];
    candidate.headline = int(candidate.evidence.size()) - 1;
    story.hasWords = true;
    story.part = Story::Part::Broke;
}

} // namespace

std::optional<int> signalOfCode(int code)
{
    if (code > 128 && code <= 128 + 64)
        return code - 128;
    const int negative = 256 - code;
    if (code < 256 && (isCrash(negative) || negative == SIGKILL || negative == SIGTERM))
        return negative;
    return std::nullopt;
}

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
    const auto decision = fine ? Decision() : decide(story, signal);
    bool mute = false;
    if (!story.memoryWords.isEmpty() && signal == SIGKILL) {
        story.part = Story::Part::Broke;
        takeLastLine(candidate, story);
        candidate.kind = CauseKind::OutOfMemory;
        candidate.message = story.memoryWords;
        story.hasWords = true;
    } else if (decision.event) {
        const LogEvent &event = decision.event->event;
        story.part = partOf(event.meaning.role);
        story.blamed = event.meaning.ranks;
        story.waitedAs = event.meaning.kind;
        story.hasWords = true;
        takeEvent(candidate, event);
        for (const LogEvent &other : decision.later) {
            story.later += candidate;
            story.later.last().signal.reset();
            takeEvent(story.later.last(), other);
        }
        if (decision.event->time > 0)
            candidate.time = QDateTime::fromMSecsSinceEpoch(decision.event->time, QTimeZone::UTC);
    } else if (!story.errorText.isEmpty() && !signal) {
        const auto meaning = meaningOfException(story.errorText).value_or(Meaning());
        story.part = partOf(meaning.role);
        story.waitedAs = meaning.kind;
        story.hasWords = true;
        takeLastLine(candidate, story);
        candidate.kind = meaning.kind;
        candidate.message = story.errorText;
    } else {
        mute = true;
        judgeByOutcome(story, signal);
    }
    // Python exits with 1 after its own words; a shell that is told another code was told so by somebody.
    if (story.part == Story::Part::Broke && candidate.kind == CauseKind::Exception && candidate.type == "SystemExit"_L1)
        candidate.kind = CauseKind::Exit;
    if (story.launcher)
        judgeByLauncher(story, mute);
    if (decision.memory && candidate.kind == CauseKind::Killed)
        blameMemory(story, *decision.memory);
}

} // namespace Roost::Causes
