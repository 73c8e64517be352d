// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/cause/conclusion.h"

#include <QTimeZone>

#include <algorithm>
#include <limits>

using namespace Qt::StringLiterals;

namespace Roost {

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
    for (const Story &story : candidates.first(std::min(candidates.size(), mostCandidates)))
        cause.candidates += story.candidate;
    for (const Story &story : stories) {
        const bool named = std::ranges::contains(cause.candidates, story.rank, &CauseCandidate::rank);
        if (!named && (story.part != Part::Fine || !story.outcome.exitCode))
            cause.followers += story.rank;
    }
    return cause;
}

// Some rank broke by itself.
FirstCause fromBroken(QList<Story> broken, const QList<Story> &stories)
{
    sortByTime(broken);
    const auto told = std::ranges::find_if(broken, [](const Story &story) { return story.launcher.has_value(); });
    if (told != broken.end())
        std::rotate(broken.begin(), told, told + 1);
    const Story first = broken.first();
    QList<Story> rivals{first};
    QList<Story> later;
    for (const Story &story : broken.sliced(1)) {
        // Who fails the same way before anybody could have told it fails by itself, however long its interpreter took.
        // A launcher kills the others within moments: who only was killed is no rival of one that has words.
        const bool rival = within(sameMoment, first, story) && speaksForItself(story) == speaksForItself(first);
        const bool alike = speaksForItself(first) && sameWay(first, story);
        const bool equal = !first.launcher && (rival || alike);
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
    for (const Story &story : stories) {
        const bool waits = std::ranges::contains(waiting, story.rank, &Story::rank);
        if (blamed.contains(story.rank) ? !waits || story.blamed.isEmpty() : blamed.isEmpty() && !waits)
            suspects += absent(story, kind, waiting.first());
    }
    suspects.removeIf([](const Story &story) { return story.part == Part::Followed; });
    if (suspects.isEmpty())
        return causeWith(waiting, stories, waiting.size() > 1 ? Certainty::Tied : Certainty::Inferred);
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

// All that is known is that somebody was lost.
Story peerLost(Story story)
{
    story.candidate.kind = CauseKind::PeerLost;
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
    return causeWith({peerLost(followed.first())}, stories, Certainty::Inferred);
}

} // namespace Roost
