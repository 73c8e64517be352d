// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/cause/conclusion.h"

#include "models/cause/rankcandidate.h"

#include <algorithm>
#include <array>
#include <csignal>
#include <utility>

using namespace Qt::StringLiterals;

namespace Roost::Causes {

using namespace std::chrono_literals;

namespace {

using Certainty = FirstCause::Certainty;

// Times are those of marks of growing files: if two times differ by less than this, their order is unknown.
constexpr auto sameMoment = 120ms;
// The same bug appears on every rank when the rank reaches it.
constexpr auto sameFault = 60'000ms;
// The time by which the failure of a rank that only followed may appear earlier; if it is more, the clocks of two
// machines differ.
constexpr auto clockSlack = 2000ms;
constexpr auto shortestStall = 3000ms;
constexpr qsizetype mostCandidates = 16;

QList<RankEvidence> withRole(const QList<RankEvidence> &ranks, RankRole role)
{
    QList<RankEvidence> found;
    std::ranges::copy_if(ranks, std::back_inserter(found),
                         [role](const RankEvidence &one) { return one.role == role; });
    return found;
}

// Sorts by time. Ranks without a time are last, because nothing shows that they were first.
void sortByTime(QList<RankEvidence> &ranks)
{
    std::ranges::stable_sort(ranks, {},
                             [](const RankEvidence &evidence) { return timeOf(evidence).value_or(TimePoint::max()); });
}

bool within(std::chrono::milliseconds distance, const RankEvidence &a, const RankEvidence &b)
{
    const auto first = timeOf(a);
    const auto second = timeOf(b);
    return !first || !second || std::chrono::abs(*first - *second) <= distance;
}

bool failedAlike(const RankEvidence &a, const RankEvidence &b)
{
    return within(sameFault, a, b) && a.candidate.kind == b.candidate.kind && a.candidate.type == b.candidate.type &&
           a.candidate.message == b.candidate.message;
}

// Returns whether the cause is a message, or a signal that a follower does not receive. An exit code alone explains
// little.
bool explainsItself(const RankEvidence &evidence)
{
    const auto kind = evidence.candidate.kind;
    return kind != CauseKind::Exit && kind != CauseKind::Killed && kind != CauseKind::Interrupted;
}

FirstCause causeWith(const QList<RankEvidence> &candidates, const QList<RankEvidence> &ranks, Certainty certainty)
{
    FirstCause cause;
    cause.certainty = certainty;
    for (const RankEvidence &evidence : candidates.first(std::min(candidates.size(), mostCandidates))) {
        cause.candidates += evidence.candidate;
        cause.candidates += evidence.later;
    }
    for (const RankEvidence &evidence : ranks) {
        const bool named = std::ranges::contains(cause.candidates, evidence.rank, &CauseCandidate::rank);
        if (!named && (evidence.role != RankRole::Fine || !evidence.outcome.exitCode))
            cause.followers += evidence.rank;
    }
    return cause;
}

// Moves the rank that a launcher names to the front, unless other ranks have an explanation and this one has none.
void moveNamedFirst(QList<RankEvidence> &broken)
{
    const bool anyExplains = std::ranges::any_of(broken, explainsItself);
    const auto isNamedCandidate = [anyExplains](const RankEvidence &evidence) {
        return evidence.isNamed &&
               (!anyExplains || explainsItself(evidence) || evidence.candidate.kind == CauseKind::Killed);
    };
    auto named = broken.end();
    for (auto evidence = broken.begin(); evidence != broken.end(); ++evidence) {
        if (isNamedCandidate(*evidence) &&
            (named == broken.end() || evidence->launcher->event.order < named->launcher->event.order))
            named = evidence;
    }
    if (named != broken.end())
        std::rotate(broken.begin(), named, named + 1);
}

// Moves a rank with an explanation to the front if the first rank has none and failed at the same moment.
void moveExplainedFirst(QList<RankEvidence> &broken)
{
    if (explainsItself(broken.first()) || broken.first().isNamed)
        return;
    const auto explained = std::ranges::find_if(broken, [&broken](const RankEvidence &evidence) {
        return explainsItself(evidence) && within(sameMoment, broken.first(), evidence);
    });
    if (explained != broken.end())
        std::rotate(broken.begin(), explained, explained + 1);
}

// Returns the cause if at least one rank failed by itself.
FirstCause fromBroken(QList<RankEvidence> broken, const QList<RankEvidence> &ranks)
{
    sortByTime(broken);
    moveExplainedFirst(broken);
    moveNamedFirst(broken);
    const RankEvidence first = broken.first();
    QList<RankEvidence> candidates{first};
    QList<RankEvidence> later;
    for (const RankEvidence &evidence : broken.sliced(1)) {
        // A rank that fails in the same way within this time fails by itself, even if its interpreter was slower. A
        // launcher kills the other ranks within moments, so a rank that was only killed does not count as much as one
        // that explains its failure.
        const bool simultaneous =
            within(sameMoment, first, evidence) && explainsItself(evidence) == explainsItself(first);
        const bool alike = explainsItself(first) && failedAlike(first, evidence);
        const bool equal = !first.isNamed && (simultaneous || alike);
        if (equal)
            candidates += evidence;
        else if (explainsItself(evidence))
            later += evidence;
    }
    const bool tied = candidates.size() > 1;
    auto cause = causeWith(candidates + later, ranks, tied ? Certainty::Tied : Certainty::Told);
    const bool followedEarlier = std::ranges::any_of(ranks, [&first](const RankEvidence &evidence) {
        const bool followed = evidence.role == RankRole::Followed || evidence.role == RankRole::Waited;
        return followed && timeOf(evidence) && timeOf(first) && *timeOf(evidence) + clockSlack < *timeOf(first);
    });
    if (!tied && followedEarlier)
        cause.certainty = Certainty::ClocksDisagree;
    // The order is only that of lines without a name, or there is no explanation.
    else if (!tied && (!first.later.isEmpty() || (!first.hasExplanation && first.candidate.kind != CauseKind::Crash)))
        cause.certainty = Certainty::Inferred;
    return cause;
}

void appendHeadline(CauseCandidate &candidate, const RankEvidence &waiting)
{
    const auto &evidence = waiting.candidate.evidence;
    if (waiting.candidate.headline < 0 || evidence.isEmpty())
        return;
    candidate.evidence += evidence[waiting.candidate.headline];
    if (candidate.headline < 0)
        candidate.headline = 0;
}

// Makes a candidate of a rank for which other ranks waited. Its evidence is its last line and the message of a waiting
// rank.
RankEvidence awaitedRank(RankEvidence evidence, CauseKind kind, const RankEvidence &waiting)
{
    auto &candidate = evidence.candidate;
    candidate.kind = kind;
    candidate.type.clear();
    candidate.message = waiting.candidate.message;
    candidate.surface.clear();
    candidate.evidence.clear();
    candidate.headline = -1;
    candidate.signal.reset();
    candidate.exitCode.reset();
    candidate.time = toDateTime(evidence.lastWritten);
    if (evidence.lastLine) {
        candidate.evidence = {*evidence.lastLine};
        candidate.headline = 0;
    }
    appendHeadline(candidate, waiting);
    return evidence;
}

// Returns the waiting rank that was in another collective operation than the other ranks, which therefore waited for
// it.
std::optional<RankEvidence> laggingInCollective(const QList<RankEvidence> &waiting)
{
    if (waiting.size() < 2 || std::ranges::any_of(waiting, [&waiting](const RankEvidence &evidence) {
            return evidence.collective.sequence < 0 || evidence.collective.group != waiting.first().collective.group;
        }))
        return std::nullopt;
    const auto place = [](const RankEvidence &evidence) {
        return std::pair(evidence.collective.sequence, evidence.collective.lastEnqueued);
    };
    QList<RankEvidence> sorted = waiting;
    std::ranges::stable_sort(sorted, {}, place);
    if (place(sorted[0]) == place(sorted.last())) {
        // All ranks have the same sequence number, but one may be in another operation.
        std::ranges::stable_sort(sorted, {}, [&waiting](const RankEvidence &evidence) {
            return std::ranges::count(waiting, evidence.collective.operation,
                                      [](const RankEvidence &one) { return one.collective.operation; });
        });
        const auto odd = [&sorted](qsizetype i) { return sorted[i].collective.operation; };
        if (odd(0) == odd(1) || (waiting.size() == 2) || odd(1) != odd(sorted.size() - 1))
            return std::nullopt;
    } else if (place(sorted[0]) == place(sorted[1])) {
        return std::nullopt;
    }
    RankEvidence one = sorted.first();
    const auto &own = one.collective;
    const auto &others = sorted.last().collective;
    one.candidate.type.clear();
    one.candidate.message =
        u"SeqNum=%1 OpType=%2 (last enqueued: %3), the others SeqNum=%4 OpType=%5 (last enqueued: %6)"_s
            .arg(own.sequence)
            .arg(own.operation)
            .arg(own.lastEnqueued < 0 ? u"?"_s : QString::number(own.lastEnqueued))
            .arg(others.sequence)
            .arg(others.operation)
            .arg(others.lastEnqueued < 0 ? u"?"_s : QString::number(others.lastEnqueued));
    return one;
}

// Returns the cause if no rank failed by itself, but some gave up waiting.
FirstCause fromWaiting(QList<RankEvidence> waiting, const QList<RankEvidence> &ranks)
{
    sortByTime(waiting);
    const bool isRendezvous = std::ranges::contains(waiting, CauseKind::RendezvousTimeout, &RankEvidence::waitKind);
    const auto kind = isRendezvous ? CauseKind::RendezvousTimeout : CauseKind::Hang;
    // monitoredBarrier names the ranks that were late. A rank that names other ranks was itself waiting.
    QList<int> awaited;
    for (const RankEvidence &evidence : waiting)
        awaited += evidence.awaited;
    QList<RankEvidence> suspects;
    // The log of a launcher does not name all processes: a process without a name may have waited as well.
    const bool all = std::ranges::none_of(ranks, &RankEvidence::launchedInside);
    for (const RankEvidence &evidence : ranks) {
        const bool waits = std::ranges::contains(waiting, evidence.rank, &RankEvidence::rank);
        const bool named = awaited.contains(evidence.rank) && (!waits || evidence.awaited.isEmpty());
        if (named || (all && awaited.isEmpty() && !waits))
            suspects += awaitedRank(evidence, kind, waiting.first());
    }
    suspects.removeIf([](const RankEvidence &evidence) { return evidence.role == RankRole::Followed; });
    if (suspects.isEmpty()) {
        if (const auto one = laggingInCollective(waiting))
            return causeWith({*one}, ranks, Certainty::Inferred);
        return causeWith(waiting, ranks, waiting.size() > 1 ? Certainty::Tied : Certainty::Inferred);
    }
    return causeWith(suspects, ranks, suspects.size() > 1 ? Certainty::Tied : Certainty::Inferred);
}

// Returns the ranks that ended successfully before the first rank of `complaining` failed.
QList<RankEvidence> endedEarly(const QList<RankEvidence> &ranks, const QList<RankEvidence> &complaining)
{
    QList<RankEvidence> early;
    std::optional<TimePoint> first;
    for (const RankEvidence &evidence : complaining) {
        if (const auto time = timeOf(evidence); time && (!first || *time < *first))
            first = time;
    }
    for (const RankEvidence &evidence : ranks) {
        if (evidence.role == RankRole::Fine && evidence.outcome.exitCode && first && timeOf(evidence) &&
            *timeOf(evidence) <= *first + sameMoment)
            early += evidence;
    }
    return early;
}

// Makes a candidate if it is only known that another rank was lost, or that this rank was ended from outside. If there
// are no other ranks, the rank's own message is the cause.
RankEvidence fallback(RankEvidence evidence, bool alone)
{
    auto &candidate = evidence.candidate;
    const bool amongOthers = !alone || std::ranges::any_of(candidate.evidence, [](const EvidenceLine &line) {
        constexpr std::array words{"gloo"_L1, "c10d"_L1, "ProcessGroup"_L1, "nccl"_L1, "Horovod"_L1, "NCCL"_L1};
        return std::ranges::any_of(words, [&line](QLatin1StringView word) { return line.text.contains(word); });
    });
    if (evidence.role == RankRole::Ended && alone)
        candidate.kind = CauseKind::Killed;
    else if (amongOthers)
        candidate.kind = CauseKind::PeerLost;
    else
        candidate.kind = CauseKind::Exception;
    return evidence;
}

// Returns whether a rank wrote nothing for a large part of its runtime before it was ended. The pauses of most programs
// grow with their total runtime.
bool wasStalled(const RankEvidence &evidence)
{
    const QDateTime &started = evidence.outcome.started;
    const QDateTime &ended = evidence.outcome.ended;
    if (!evidence.lastWritten || !started.isValid() || !ended.isValid())
        return true;
    const auto stall = *toTimePoint(ended) - *evidence.lastWritten;
    return stall >= shortestStall && stall >= std::chrono::milliseconds(started.msecsTo(ended) / 3);
}

// Returns the cause if the run was ended at its time limit without any message: the rank with the least progress. A
// single rank, or ranks that still made progress, were only slow; then there is no cause.
std::optional<FirstCause> fromStall(const QList<RankEvidence> &ranks)
{
    if (ranks.size() < 2 || !std::ranges::all_of(ranks, wasStalled))
        return std::nullopt;
    QList<RankEvidence> all;
    for (const RankEvidence &evidence : ranks) {
        if (!evidence.outcome.exitCode || *evidence.outcome.exitCode != 0)
            all += awaitedRank(evidence, CauseKind::Hang, RankEvidence());
    }
    std::ranges::stable_sort(all, {}, &RankEvidence::progress);
    const bool one =
        all.size() == 1 || (all.size() > 1 && !all[0].progress.isEmpty() && all[0].progress < all[1].progress);
    if (one)
        all.resize(1);
    return causeWith(all, ranks, one ? Certainty::Inferred : Certainty::Tied);
}

} // namespace

std::optional<FirstCause> conclude(const QList<RankEvidence> &ranks, Ending ending)
{
    if (ending == Ending::Canceled)
        return std::nullopt;
    // A process that aborted or exited without a message, as its launcher reports, is ignored if other ranks explain
    // the failure.
    const auto isMuteChild = [](const RankEvidence &evidence) {
        return evidence.launchedInside && evidence.role == RankRole::Broke && !evidence.hasExplanation &&
               evidence.candidate.signal.value_or(SIGABRT) == SIGABRT;
    };
    const auto explains = [](const RankEvidence &evidence) {
        return (evidence.role == RankRole::Broke && evidence.hasExplanation) || evidence.role == RankRole::Waited;
    };
    if (std::ranges::any_of(ranks, isMuteChild) && std::ranges::any_of(ranks, explains)) {
        QList<RankEvidence> others = ranks;
        others.removeIf(isMuteChild);
        return conclude(others, ending);
    }
    if (const auto broken = withRole(ranks, RankRole::Broke); !broken.isEmpty())
        return fromBroken(broken, ranks);
    auto followed = withRole(ranks, RankRole::Followed);
    const auto waiting = withRole(ranks, RankRole::Waited);
    if (ending == Ending::TimedOut && waiting.isEmpty() && followed.isEmpty())
        return fromStall(ranks);
    // When one rank has ended successfully, the other ranks lose it or wait for it.
    if (auto early = endedEarly(ranks, followed + waiting); !early.isEmpty())
        return causeWith(early, ranks, early.size() > 1 ? Certainty::Tied : Certainty::Inferred);
    if (!waiting.isEmpty())
        return fromWaiting(waiting, ranks);
    if (followed.isEmpty())
        followed = withRole(ranks, RankRole::Ended);
    if (followed.isEmpty())
        return std::nullopt;
    sortByTime(followed);
    const RankEvidence last = fallback(followed.first(), ranks.size() == 1);
    const bool own = last.candidate.kind == CauseKind::Exception;
    return causeWith({last}, ranks, own ? Certainty::Told : Certainty::Inferred);
}

} // namespace Roost::Causes
