// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/cause/rankcandidate.h"

#include "models/cause/endingevents.h"
#include "models/cause/exitsignals.h"
#include "models/cause/progress.h"

#include <QRegularExpression>

#include <algorithm>
#include <csignal>

using namespace Qt::StringLiterals;

namespace Roost::Causes {

namespace {

using Form = LogEvent::Form;

constexpr qsizetype mostEvidence = 12;

std::optional<int> signalOf(const RankEvidence &evidence)
{
    return evidence.outcome.signal ? evidence.outcome.signal : signalOfCode(evidence.outcome.exitCode.value_or(0));
}

void applyEvent(CauseCandidate &candidate, const LogEvent &event)
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

void applyLastLine(CauseCandidate &candidate, const RankEvidence &evidence)
{
    if (!evidence.lastLine)
        return;
    candidate.evidence = {*evidence.lastLine};
    candidate.headline = 0;
}

RankRole rankRoleOf(LineRole role)
{
    switch (role) {
    case LineRole::Followed:
        return RankRole::Followed;
    case LineRole::Waited:
        return RankRole::Waited;
    case LineRole::Broke:
    case LineRole::Secondary:
    case LineRole::Launcher:
        break;
    }
    return RankRole::Broke;
}

// Returns true for "No GPU found and --require-gpu was given.", and false for "3" or "step 4 loss 0.2".
bool readsLikeAMessage(const QString &line)
{
    static const QRegularExpression word(u"[^\\W\\d_]{3,}"_s, QRegularExpression::UseUnicodePropertiesOption);
    return word.match(line).hasMatch() && !reportsProgress(line.toUtf8()) && !line.contains(u'|') &&
           !line.contains("loss"_L1, Qt::CaseInsensitive) && !line.contains("accuracy"_L1, Qt::CaseInsensitive);
}

// Judges a rank whose failure neither log nor error file explains, by its exit code or signal.
void applyOutcome(RankEvidence &evidence, std::optional<int> signal)
{
    auto &candidate = evidence.candidate;
    applyLastLine(candidate, evidence);
    evidence.role = RankRole::Broke;
    if (signal == SIGKILL) {
        candidate.kind = CauseKind::Killed;
    } else if (signal == SIGINT) {
        candidate.kind = CauseKind::Interrupted;
    } else if (signal && signal != SIGTERM) {
        candidate.kind = isCrash(*signal) ? CauseKind::Crash : CauseKind::Killed;
    } else if (!signal && evidence.outcome.exitCode) {
        candidate.kind = CauseKind::Exit;
        const QString last = evidence.lastLine ? evidence.lastLine->text.trimmed() : QString();
        candidate.message = readsLikeAMessage(last) ? last : QString();
        evidence.hasExplanation = !candidate.message.isEmpty();
    } else {
        evidence.role = RankRole::Ended;
    }
}

// Applies the report of the launcher; `isMute` if the rank itself explains nothing.
void applyLauncherReport(RankEvidence &evidence, bool isMute)
{
    const LogEvent &event = evidence.launcher->event;
    auto &candidate = evidence.candidate;
    if (!candidate.signal)
        candidate.signal =
            event.meaning.signal ? event.meaning.signal : signalOfCode(event.meaning.exitCode.value_or(0));
    if (!candidate.exitCode)
        candidate.exitCode = event.meaning.exitCode;
    if (event.meaning.kind == CauseKind::MpiAbort) {
        if (evidence.role != RankRole::Broke || candidate.type.isEmpty())
            applyEvent(candidate, event);
        evidence.role = RankRole::Broke;
        evidence.hasExplanation = true;
    } else if (isMute) {
        applyEvent(candidate, event);
        const int signal = candidate.signal.value_or(0);
        evidence.role = signal == SIGTERM ? RankRole::Ended : RankRole::Broke;
        const bool exception = event.form == Form::Traceback && event.meaning.kind == CauseKind::Exception;
        if (event.meaning.killedForMemory)
            candidate.kind = CauseKind::OutOfMemory;
        else if (signal == SIGKILL || signal == SIGTERM || event.meaning.kind == CauseKind::Killed)
            candidate.kind = CauseKind::Killed;
        else if (isCrash(signal))
            candidate.kind = CauseKind::Crash;
        else
            candidate.kind = exception ? CauseKind::Exception : CauseKind::Exit;
        evidence.hasExplanation = event.meaning.killedForMemory;
        // The code or the signal shows how the rank ended; the launcher's line is the evidence.
        if (!evidence.hasExplanation && !exception)
            candidate.type.clear(), candidate.message.clear();
        if (evidence.lastLine)
            candidate.evidence.prepend(*evidence.lastLine), ++candidate.headline;
        if (evidence.launcher->time)
            candidate.time = toDateTime(evidence.launcher->time);
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

// Applies a message that memory ran out, if the rank was killed.
void applyOutOfMemory(RankEvidence &evidence, const LogEvent &message)
{
    auto &candidate = evidence.candidate;
    candidate.kind = CauseKind::OutOfMemory;
    candidate.type.clear();
    candidate.surface.clear();
    candidate.message = message.message;
    candidate.evidence += message.evidence[message.headline];
    candidate.headline = int(candidate.evidence.size()) - 1;
    evidence.hasExplanation = true;
    evidence.role = RankRole::Broke;
}

} // namespace

std::optional<TimePoint> timeOf(const RankEvidence &evidence)
{
    return toTimePoint(evidence.candidate.time);
}

void determineCandidate(RankEvidence &evidence)
{
    auto &candidate = evidence.candidate;
    candidate = {};
    candidate.rank = evidence.rank;
    candidate.exitCode = evidence.outcome.exitCode;
    candidate.time = evidence.outcome.ended;
    const auto signal = signalOf(evidence);
    candidate.signal = signal;
    const bool succeeded = evidence.outcome.exitCode == 0;
    if (succeeded && !evidence.launcher) {
        evidence.role = RankRole::Fine;
        candidate.kind = CauseKind::EndedEarly;
        applyLastLine(candidate, evidence);
        return;
    }
    const auto ending = succeeded ? EndingEvents() : endingEventsOf(evidence, signal);
    bool isMute = false;
    if (!evidence.kernelMessage.isEmpty() && signal == SIGKILL) {
        evidence.role = RankRole::Broke;
        applyLastLine(candidate, evidence);
        candidate.kind = CauseKind::OutOfMemory;
        candidate.message = evidence.kernelMessage;
        evidence.hasExplanation = true;
    } else if (ending.event) {
        const LogEvent &event = ending.event->event;
        evidence.role = rankRoleOf(event.meaning.role);
        evidence.awaited = event.meaning.ranks;
        evidence.waitKind = event.meaning.kind;
        evidence.hasExplanation = true;
        applyEvent(candidate, event);
        for (const LogEvent &other : ending.later) {
            evidence.later += candidate;
            evidence.later.last().signal.reset();
            applyEvent(evidence.later.last(), other);
        }
        if (ending.event->time)
            candidate.time = toDateTime(ending.event->time);
    } else if (!evidence.errorText.isEmpty() && !signal) {
        const auto meaning = meaningOfException(evidence.errorText).value_or(Meaning());
        evidence.role = rankRoleOf(meaning.role);
        evidence.waitKind = meaning.kind;
        evidence.hasExplanation = true;
        applyLastLine(candidate, evidence);
        candidate.kind = meaning.kind;
        candidate.message = evidence.errorText;
    } else {
        isMute = true;
        applyOutcome(evidence, signal);
    }
    // SystemExit is an exit with a chosen code, not an uncaught exception.
    if (evidence.role == RankRole::Broke && candidate.kind == CauseKind::Exception && candidate.type == "SystemExit"_L1)
        candidate.kind = CauseKind::Exit;
    if (evidence.launcher)
        applyLauncherReport(evidence, isMute);
    if (ending.outOfMemory && candidate.kind == CauseKind::Killed)
        applyOutOfMemory(evidence, *ending.outOfMemory);
}

} // namespace Roost::Causes
