// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/cause/conclusion.h"

#include <QTimeZone>

#include <algorithm>
#include <array>
#include <csignal>
#include <limits>

using namespace Qt::StringLiterals;

namespace Roost::Causes {

namespace {

using Part = Story::Part;
using Certainty = FirstCause::Certainty;

// Times are marks of growing files: two within this may as well have come the other way round.
constexpr qint64 sameMoment = 120;
// One fault in the code shows on each rank, as soon as it gets there.
constexpr qint64 sameFault = 60'000;
// A rank that follows cannot do so this much earlier, unless the clocks of two machines differ.
constexpr qint64 clockSlack = 2000;
constexpr qint64 leastSilence = 3000;
constexpr qsizetype mostCandidates = 16;

QList<Story> those(const QList<Story> &stories, Part part)
{
    QList<Story> found;
    std::ranges::copy_if(stories, std::back_inserter(found), [part](const Story &s) { return s.part == part; });
    return found;
}

// Without a time last: nothing says it was the first.
void sortByTime(QList<Story> &stories)
{
    std::ranges::stable_sort(stories, {}, [](const Story &story) {
        const qint64 time = timeOf(story);
        return time > 0 ? time : std::numeric_limits<qint64>::max();
    });
}

bool within(qint64 milliseconds, const Story &a, const Story &b)
{
    return timeOf(a) == 0 || timeOf(b) == 0 || std::abs(timeOf(a) - timeOf(b)) <= milliseconds;
}

bool sameWay(const Story &a, const Story &b)
{
    return within(sameFault, a, b) && a.candidate.kind == b.candidate.kind && a.candidate.type == b.candidate.type &&
           a.candidate.message == b.candidate.message;
}

// Its own words, or a signal, which nobody gets for following; an exit code alone says little.
bool speaksForItself(const Story &story)
{
    const auto kind = story.candidate.kind;
    return kind != CauseKind::Exit && kind != CauseKind::Killed && kind != CauseKind::Interrupted;
}

FirstCause causeWith(const QList<Story> &candidates, const QList<Story> &stories, Certainty certainty)
{
    FirstCause cause;
    cause.certainty = certainty;
    for (const Story &story : candidates.first(std::min(candidates.size(), mostCandidates))) {
        cause.candidates += story.candidate;
        cause.candidates += story.later;
    }
    for (const Story &story : stories) {
        const bool named = std::ranges::contains(cause.candidates, story.rank, &CauseCandidate::rank);
        if (!named && (story.part != Part::Fine || !story.outcome.exitCode))
            cause.followers += story.rank;
    }
    return cause;
}

// The one that a launcher names as the first, unless it is mute while others say why they broke.
void putToldFirst(QList<Story> &broken)
{
    const bool anySpeaks = std::ranges::any_of(broken, speaksForItself);
    const auto isTold = [anySpeaks](const Story &story) {
        return story.isNamed && (!anySpeaks || speaksForItself(story) || story.candidate.kind == CauseKind::Killed);
    };
    auto told = broken.end();
    for (auto story = broken.begin(); story != broken.end(); ++story) {
        if (isTold(*story) && (told == broken.end() || story->launcher->event.order < told->launcher->event.order))
            told = story;
    }
    if (told != broken.end())
        std::rotate(broken.begin(), told, told + 1);
}

// What ends without words never was first where another says at the same moment why it broke.
void putWordsFirst(QList<Story> &broken)
{
    if (speaksForItself(broken.first()) || broken.first().isNamed)
        return;
    const auto speaking = std::ranges::find_if(broken, [&broken](const Story &story) {
        return speaksForItself(story) && within(sameMoment, broken.first(), story);
    });
    if (speaking != broken.end())
        std::rotate(broken.begin(), speaking, speaking + 1);
}

// Some rank broke by itself.
FirstCause fromBroken(QList<Story> broken, const QList<Story> &stories)
{
    sortByTime(broken);
    putWordsFirst(broken);
    putToldFirst(broken);
    const Story first = broken.first();
    QList<Story> rivals{first};
    QList<Story> later;
    for (const Story &story : broken.sliced(1)) {
        // Who fails the same way before anybody could have told it fails by itself, however long its interpreter took.
        // A launcher kills the others within moments: who only was killed is no rival of one that has words.
        const bool rival = within(sameMoment, first, story) && speaksForItself(story) == speaksForItself(first);
        const bool alike = speaksForItself(first) && sameWay(first, story);
        const bool equal = !first.isNamed && (rival || alike);
        if (equal)
            rivals += story;
        else if (speaksForItself(story))
            later += story;
    }
    const bool tied = rivals.size() > 1;
    auto cause = causeWith(rivals + later, stories, tied ? Certainty::Tied : Certainty::Told);
    const bool followedEarlier = std::ranges::any_of(stories, [&first](const Story &story) {
        const bool followed = story.part == Part::Followed || story.part == Part::Waited;
        return followed && timeOf(story) > 0 && timeOf(first) > 0 && timeOf(story) + clockSlack < timeOf(first);
    });
    if (!tied && followedEarlier)
        cause.certainty = Certainty::ClocksDisagree;
    // The order of lines without names is all that tells, or nothing says why.
    else if (!tied && (!first.later.isEmpty() || (!first.hasWords && first.candidate.kind != CauseKind::Crash)))
        cause.certainty = Certainty::Inferred;
    return cause;
}

void appendWords(CauseCandidate &candidate, const Story &waiting)
{
    const auto &evidence = waiting.candidate.evidence;
    if (waiting.candidate.headline < 0 || evidence.isEmpty())
        return;
    candidate.evidence += evidence[waiting.candidate.headline];
    if (candidate.headline < 0)
        candidate.headline = 0;
}

// The rank that others waited for: what is known of it is its last line, and what they say.
Story absent(Story story, CauseKind kind, const Story &waiting)
{
    auto &candidate = story.candidate;
    candidate.kind = kind;
    candidate.type.clear();
    candidate.message = waiting.candidate.message;
    candidate.surface.clear();
    candidate.evidence.clear();
    candidate.headline = -1;
    candidate.signal.reset();
    candidate.exitCode.reset();
    candidate.time =
        story.lastWritten > 0 ? QDateTime::fromMSecsSinceEpoch(story.lastWritten, QTimeZone::UTC) : QDateTime();
    if (story.lastLine) {
        candidate.evidence = {*story.lastLine};
        candidate.headline = 0;
    }
    appendWords(candidate, waiting);
    return story;
}

// The one of those that waited that was not in the collective of the others: the others waited for it.
std::optional<Story> behindOthers(const QList<Story> &waiting)
{
    if (waiting.size() < 2 || std::ranges::any_of(waiting, [&waiting](const Story &story) {
            return story.collective.sequence < 0 || story.collective.group != waiting.first().collective.group;
        }))
        return std::nullopt;
    const auto place = [](const Story &story) {
        return std::pair(story.collective.sequence, story.collective.lastEnqueued);
    };
    QList<Story> sorted = waiting;
    std::ranges::stable_sort(sorted, {}, place);
    if (place(sorted[0]) == place(sorted.last())) {
        // All are at the same number: one may be in another operation.
        std::ranges::stable_sort(sorted, {}, [&waiting](const Story &story) {
            return std::ranges::count(waiting, story.collective.operation,
                                      [](const Story &one) { return one.collective.operation; });
        });
        const auto odd = [&sorted](qsizetype i) { return sorted[i].collective.operation; };
        if (odd(0) == odd(1) || (waiting.size() == 2) || odd(1) != odd(sorted.size() - 1))
            return std::nullopt;
    } else if (place(sorted[0]) == place(sorted[1])) {
        return std::nullopt;
    }
    Story one = sorted.first();
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

// Nobody broke, but some gave up waiting.
FirstCause fromWaiting(QList<Story> waiting, const QList<Story> &stories)
{
    sortByTime(waiting);
    const bool meeting = std::ranges::contains(waiting, CauseKind::RendezvousTimeout, &Story::waitedAs);
    const auto kind = meeting ? CauseKind::RendezvousTimeout : CauseKind::Hang;
    // A barrier that collects all names only who was late by then: the one who named them waited itself.
    QList<int> blamed;
    for (const Story &story : waiting)
        blamed += story.blamed;
    QList<Story> suspects;
    // In the log of a launcher not all of its processes are named: who is not may have waited as well.
    const bool all = std::ranges::none_of(stories, &Story::launchedInside);
    for (const Story &story : stories) {
        const bool waits = std::ranges::contains(waiting, story.rank, &Story::rank);
        const bool named = blamed.contains(story.rank) && (!waits || story.blamed.isEmpty());
        if (named || (all && blamed.isEmpty() && !waits))
            suspects += absent(story, kind, waiting.first());
    }
    suspects.removeIf([](const Story &story) { return story.part == Part::Followed; });
    if (suspects.isEmpty()) {
        if (const auto one = behindOthers(waiting))
            return causeWith({*one}, stories, Certainty::Inferred);
        return causeWith(waiting, stories, waiting.size() > 1 ? Certainty::Tied : Certainty::Inferred);
    }
    return causeWith(suspects, stories, suspects.size() > 1 ? Certainty::Tied : Certainty::Inferred);
}

// Those that ended well before the first of the others complained.
QList<Story> leftEarly(const QList<Story> &stories, const QList<Story> &complaining)
{
    QList<Story> early;
    qint64 first = 0;
    for (const Story &story : complaining) {
        if (timeOf(story) > 0 && (first == 0 || timeOf(story) < first))
            first = timeOf(story);
    }
    for (const Story &story : stories) {
        if (story.part == Part::Fine && story.outcome.exitCode && first > 0 && timeOf(story) > 0 &&
            timeOf(story) <= first + sameMoment)
            early += story;
    }
    return early;
}

// All that is known is that another was lost, or that this one was told to end. Where there was no other, its own words
// hold.
Story lastResort(Story story, bool alone)
{
    auto &candidate = story.candidate;
    const bool amongOthers = !alone || std::ranges::any_of(candidate.evidence, [](const EvidenceLine &line) {
        constexpr std::array words{"gloo"_L1, "c10d"_L1, "ProcessGroup"_L1, "nccl"_L1, "Horovod"_L1, "NCCL"_L1};
        return std::ranges::any_of(words, [&line](QLatin1StringView word) { return line.text.contains(word); });
    });
    if (story.part == Part::Ended && alone)
        candidate.kind = CauseKind::Killed;
    else if (amongOthers)
        candidate.kind = CauseKind::PeerLost;
    else
        candidate.kind = CauseKind::Exception;
    return story;
}

// Whether a rank that was ended had been silent for a good part of its life. Most take longer from line to line the
// longer they take in all.
bool wasSilent(const Story &story)
{
    const QDateTime &started = story.outcome.started;
    const QDateTime &ended = story.outcome.ended;
    if (story.lastWritten == 0 || !started.isValid() || !ended.isValid())
        return true;
    const qint64 silence = ended.toMSecsSinceEpoch() - story.lastWritten;
    return silence >= leastSilence && silence >= started.msecsTo(ended) / 3;
}

// It was ended at its limit and nobody complained: the one behind all others, if there is one. One that was alone, or
// ranks that still went on, were only slow.
std::optional<FirstCause> fromSilence(const QList<Story> &stories)
{
    if (stories.size() < 2 || !std::ranges::all_of(stories, wasSilent))
        return std::nullopt;
    QList<Story> all;
    for (const Story &story : stories) {
        if (!story.outcome.exitCode || *story.outcome.exitCode != 0)
            all += absent(story, CauseKind::Hang, Story());
    }
    std::ranges::stable_sort(all, {}, &Story::progress);
    const bool one =
        all.size() == 1 || (all.size() > 1 && !all[0].progress.isEmpty() && all[0].progress < all[1].progress);
    if (one)
        all.resize(1);
    return causeWith(all, stories, one ? Certainty::Inferred : Certainty::Tied);
}

} // namespace

std::optional<FirstCause> conclude(const QList<Story> &stories, Ending ending)
{
    if (ending == Ending::Canceled)
        return std::nullopt;
    // A process that aborted or exited without words, as its launcher says, gives way to those that say why.
    const auto isMuteLauncher = [](const Story &story) {
        return story.launchedInside && story.part == Part::Broke && !story.hasWords &&
               story.candidate.signal.value_or(SIGABRT) == SIGABRT;
    };
    const auto speaks = [](const Story &story) {
        return (story.part == Part::Broke && story.hasWords) || story.part == Part::Waited;
    };
    if (std::ranges::any_of(stories, isMuteLauncher) && std::ranges::any_of(stories, speaks)) {
        QList<Story> others = stories;
        others.removeIf(isMuteLauncher);
        return conclude(others, ending);
    }
    if (const auto broken = those(stories, Part::Broke); !broken.isEmpty())
        return fromBroken(broken, stories);
    auto followed = those(stories, Part::Followed);
    const auto waiting = those(stories, Part::Waited);
    if (ending == Ending::TimedOut && waiting.isEmpty() && followed.isEmpty())
        return fromSilence(stories);
    // One that ended well leaves the others alone: they lose it, or wait for it.
    if (auto early = leftEarly(stories, followed + waiting); !early.isEmpty())
        return causeWith(early, stories, early.size() > 1 ? Certainty::Tied : Certainty::Inferred);
    if (!waiting.isEmpty())
        return fromWaiting(waiting, stories);
    if (followed.isEmpty())
        followed = those(stories, Part::Ended);
    if (followed.isEmpty())
        return std::nullopt;
    sortByTime(followed);
    const Story last = lastResort(followed.first(), stories.size() == 1);
    const bool own = last.candidate.kind == CauseKind::Exception;
    return causeWith({last}, stories, own ? Certainty::Told : Certainty::Inferred);
}

} // namespace Roost::Causes
