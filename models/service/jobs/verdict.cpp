// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/service/jobs/verdict.h"

#include "models/cause/sentences.h"
#include "models/service/jobs/firstcause.h"

#include <QFile>
#include <QFileInfo>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Roost::Service::Jobs {

using namespace Causes;
using namespace Launch;

namespace {

constexpr qsizetype longestSentence = 300;

QString sentenceOf(const FirstCause &cause)
{
    return CauseText::of(cause, false).left(longestSentence);
}

QString outcomeOf(const RankOutcome &rank)
{
    const QString who = u"Rank %1"_s.arg(rank.rank);
    if (rank.signal)
        return u"%1 was ended by %2"_s.arg(who, CauseText::signalName(*rank.signal));
    return u"%1 exited with code %2"_s.arg(who).arg(rank.exitCode.value_or(-1));
}

std::optional<int> exitCodeOf(const LaunchEvents &events)
{
    auto decisive = std::ranges::find(events.ranks, events.firstFailed, &RankOutcome::rank);
    if (decisive == events.ranks.cend() && events.outcome == LaunchOutcome::Completed)
        return 0;
    if (decisive == events.ranks.cend())
        decisive = std::ranges::find_if(events.ranks, [](const RankOutcome &rank) { return rank.signal.has_value(); });
    if (decisive == events.ranks.cend())
        return std::nullopt;
    return decisive->signal ? 128 + *decisive->signal : decisive->exitCode;
}

// Finds the cause in the output of the processes if the launcher ended before they could report.
std::optional<FirstCause> causeWithoutReport(const LaunchEvents &events, const LaunchPlan &plan)
{
    if (events.ranks.isEmpty())
        return std::nullopt;
    auto cause = firstCauseOf(events, plan, Ending::Failed);
    if (!cause || cause->first().type.isEmpty() || cause->first().kind == CauseKind::PeerLost)
        return std::nullopt;
    if (cause->certainty == FirstCause::Certainty::Told)
        cause->certainty = FirstCause::Certainty::Inferred;
    return cause;
}

// Returns the error text of a run whose supervisor has written no event.
QString whyNoEvents(const LaunchEvents &events, const RunFolder &folder)
{
    if (!QFileInfo::exists(folder.launchFile())) {
        return u"The run removed its own folder %1, or somebody else did, and with it what was written about it: its "
               "logs, its outputs and how it ended."_s.arg(folder.path);
    }
    if (!events.ranks.isEmpty()) {
        return u"The run's file %1 is gone or empty, where its supervisor had written how the run went."_s.arg(
            eventsFile(folder.state()));
    }
    QFile log(folder.state() + u"/supervisor.log"_s);
    const QByteArray output = log.open(QIODevice::ReadOnly) ? log.readAll().trimmed() : QByteArray();
    return u"The supervisor of the run did not come up: %1"_s.arg(
        output.isEmpty() ? u"it said nothing."_s : QString::fromLocal8Bit(output.split('\n').last()));
}

Verdict verdictOfEvents(const LaunchEvents &events, const LaunchPlan &plan, bool cancelRequested)
{
    Verdict verdict;
    const auto failing = std::ranges::find(events.ranks, events.firstFailed, &RankOutcome::rank);
    verdict.exitCode = exitCodeOf(events);
    if (!events.outcome) {
        if (cancelRequested)
            verdict.status = RunStatus::Canceled;
        else if (events.fromEarlierBoot)
            verdict.text = u"The machine was restarted while the run was under way."_s;
        else if (events.unfinished)
            verdict.text = u"The supervisor of the run ended while it wrote down how the run went; the disk may have "
                           "been full. What was left of the run was ended."_s;
        else
            verdict.text = u"The supervisor of the run ended without saying how the run went: it was killed, or the "
                           "machine ran out of memory. What was left of the run was ended."_s;
        return verdict;
    }
    switch (*events.outcome) {
    case LaunchOutcome::Completed:
        verdict.status = RunStatus::Completed;
        break;
    case LaunchOutcome::Canceled:
        verdict.status = RunStatus::Canceled;
        break;
    case LaunchOutcome::TimedOut:
        verdict.cause = firstCauseOf(events, plan, Ending::TimedOut);
        verdict.text = u"The run was ended after %1 s, its time limit."_s.arg(plan.timeLimitSeconds);
        if (verdict.cause)
            verdict.text += u' ' + sentenceOf(*verdict.cause) + u'.';
        break;
    case LaunchOutcome::Failed:
        if (failing == events.ranks.cend()) {
            verdict.text = events.error;
            verdict.cause = causeWithoutReport(events, plan);
            if (verdict.cause)
                verdict.text = sentenceOf(*verdict.cause);
            break;
        }
        verdict.cause = firstCauseOf(events, plan, Ending::Failed);
        verdict.text = verdict.cause ? sentenceOf(*verdict.cause) : outcomeOf(*failing);
        break;
    }
    return verdict;
}

} // namespace

Verdict verdictOf(const LaunchEvents &events, const LaunchPlan &plan, const RunFolder &folder, bool cancelRequested)
{
    Verdict verdict = verdictOfEvents(events, plan, cancelRequested);
    if (!events.supervisor && verdict.status == RunStatus::Failed)
        verdict.text = whyNoEvents(events, folder);
    return verdict;
}

} // namespace Roost::Service::Jobs
