// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/cause/sentences.h"

#include <QCoreApplication>

#include <algorithm>
#include <csignal>
#include <cstring>

namespace Roost::Causes::CauseText {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype longestOfTwo = 200;
constexpr qsizetype shortMessage = 40;

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(CauseText)
};

// Returns whether the message is the candidate's own, and not that of ranks that waited for it.
bool isItsOwnMessage(const CauseCandidate &candidate)
{
    if (candidate.headline < 0 || candidate.message.isEmpty())
        return false;
    return candidate.evidence[candidate.headline].text.contains(candidate.message.left(60));
}

// Returns whether the message is about a collective operation in which the other ranks were not.
bool namesCollective(const CauseCandidate &candidate)
{
    return candidate.kind == CauseKind::Hang && candidate.message.startsWith("SeqNum="_L1);
}

// Returns what happened, if the message does not state it.
QString happening(const CauseCandidate &candidate)
{
    switch (candidate.kind) {
    case CauseKind::Crash:
        return candidate.signal ? Words::tr("crashed (%1)").arg(signalName(*candidate.signal)) : Words::tr("crashed");
    case CauseKind::Killed:
        if (!candidate.message.isEmpty())
            return {};
        return Words::tr("was ended (%1); nothing tells by whom").arg(signalName(candidate.signal.value_or(SIGKILL)));
    case CauseKind::OutOfMemory:
        return candidate.type.isEmpty() ? Words::tr("ran out of memory") : QString();
    case CauseKind::Exit:
        return candidate.exitCode ? Words::tr("ended with exit code %1").arg(*candidate.exitCode)
                                  : Words::tr("ended with an error");
    case CauseKind::EndedEarly:
        return Words::tr("ended while the others still went on");
    case CauseKind::RendezvousTimeout:
        return isItsOwnMessage(candidate) ? Words::tr("gave up trying to meet the others")
                                          : Words::tr("did not join the others in time");
    case CauseKind::Hang:
        if (namesCollective(candidate))
            return Words::tr("was not in the same collective as the others");
        return isItsOwnMessage(candidate) ? Words::tr("gave up waiting for the others")
                                          : Words::tr("hung while the others waited for it");
    case CauseKind::MpiAbort:
        return Words::tr("called MPI_Abort");
    case CauseKind::Interrupted:
        return Words::tr("was interrupted");
    case CauseKind::PeerLost:
        return Words::tr("lost another rank; nothing tells which");
    default:
        return {};
    }
}

// Returns whether the message is the candidate's own and adds to what happened.
bool needsMessage(const CauseCandidate &candidate)
{
    switch (candidate.kind) {
    case CauseKind::Hang:
    case CauseKind::RendezvousTimeout:
        return isItsOwnMessage(candidate) || namesCollective(candidate);
    case CauseKind::EndedEarly:
    case CauseKind::Interrupted:
        return false;
    default:
        return true;
    }
}

QString shortened(const QString &text)
{
    return text.size() <= longestOfTwo ? text : QString(text.left(longestOfTwo - 1) + u'…');
}

QString messageOf(const CauseCandidate &candidate)
{
    QStringList parts{candidate.type, candidate.message};
    parts.removeAll(QString());
    const QString message = parts.join(u": "_s);
    // A parent process that raises the exception of its worker again adds nothing.
    const QString &surface = candidate.surface;
    const QString own = candidate.message.isEmpty() ? candidate.type : candidate.message.left(30);
    // A missing name alone explains less than the exception that the library raises because of it.
    const bool explainsMore = message.size() < shortMessage && surface.size() > message.size() + shortMessage;
    const bool adds = surface.contains(u':') && !surface.contains(": Caught "_L1) && !surface.endsWith(u':') &&
                      (!surface.contains(own) || explainsMore);
    return adds ? Words::tr("%1 (raised in turn: %2)").arg(shortened(message), shortened(surface)) : message;
}

QString subject(int rank, bool alone)
{
    if (alone)
        return Words::tr("The process");
    return rank < 0 ? Words::tr("A rank") : Words::tr("Rank %1").arg(rank);
}

// Returns a sentence. `subject` and `name` are followed by a verb in the singular: "Rank 3", "Each of ranks 0, 1".
QString sentence(const CauseCandidate &candidate, const QString &subject, const QString &name)
{
    const QString happened = happening(candidate);
    const QString message = needsMessage(candidate) ? messageOf(candidate) : QString();
    QStringList parts{happened.isEmpty() ? name : QString(subject + u' ' + happened), message};
    parts.removeAll(QString());
    return parts.isEmpty() ? subject : parts.join(u": "_s);
}

bool alike(const FirstCause &cause)
{
    const auto &first = cause.first();
    return std::ranges::all_of(cause.candidates, [&first](const CauseCandidate &one) {
        return one.kind == first.kind && one.type == first.type && one.message == first.message;
    });
}

bool isOfSharedLog(const FirstCause &cause)
{
    return cause.candidates.size() > 1 && std::ranges::all_of(cause.candidates, [&cause](const CauseCandidate &one) {
               return one.rank == cause.first().rank;
           });
}

} // namespace

bool followsFromOthers(CauseKind kind)
{
    return kind == CauseKind::Hang || kind == CauseKind::RendezvousTimeout || kind == CauseKind::EndedEarly ||
           kind == CauseKind::PeerLost;
}

QString of(const CauseCandidate &candidate, bool alone)
{
    const QString who = subject(candidate.rank, alone);
    return sentence(candidate, who, alone ? QString() : who);
}

QString of(const FirstCause &cause, bool alone)
{
    const CauseCandidate &first = cause.first();
    if (!cause.isTie())
        return of(first, alone);
    QList<int> tied;
    for (const CauseCandidate &one : cause.candidates)
        tied += one.rank;
    const QString who = Words::tr("Ranks %1").arg(ranks(tied));
    if (first.kind == CauseKind::Hang)
        return isItsOwnMessage(first) ? Words::tr("%1 gave up waiting for the others: %2").arg(who, first.message)
                                      : Words::tr("%1 went silent together").arg(who);
    if (alike(cause))
        return sentence(first, Words::tr("Each of ranks %1").arg(ranks(tied)), who);
    const bool sameKind =
        std::ranges::all_of(cause.candidates, [&first](const CauseCandidate &one) { return one.kind == first.kind; });
    return sameKind ? Words::tr("%1 broke at the same moment: %2").arg(who, messageOf(first))
                    : Words::tr("%1 broke at the same moment").arg(who);
}

QString of(const Run &run)
{
    if (!run.cause)
        return run.errorText;
    // A launcher in the command may have started ranks that the run itself does not list.
    const bool alone = run.ranks.size() == 1 && run.cause->followers.isEmpty() && run.cause->first().rank <= 0;
    return of(*run.cause, alone);
}

QString certainty(const FirstCause &cause)
{
    const auto kind = cause.first().kind;
    switch (cause.certainty) {
    case FirstCause::Certainty::Told:
        break;
    case FirstCause::Certainty::Inferred:
        if (isOfSharedLog(cause))
            return Words::tr("Several processes share this log without names; this is the first error at its end.");
        if (!followsFromOthers(kind))
            return Words::tr("How it ended is known. Nothing in the logs says why.");
        if (isItsOwnMessage(cause.first()))
            return Words::tr("Nothing in the logs tells which rank was lost or held it up.");
        return Words::tr("It says nothing itself; this follows from what the other ranks say, or do not say.");
    case FirstCause::Certainty::Tied:
        if (cause.candidates.size() < 2)
            break;
        return kind == CauseKind::Hang ? Words::tr("Nothing in the logs tells which of them held up the others.")
                                       : Words::tr("They broke too close together to determine which was first.");
    case FirstCause::Certainty::ClocksDisagree:
        return Words::tr("The clocks of the machines disagree: other ranks seem to have followed before it broke. The "
                         "order is taken from the messages in the logs.");
    }
    return {};
}

QString hint(const Run &run)
{
    if (!run.cause)
        return {};
    const CauseCandidate &first = run.cause->first();
    if (first.kind == CauseKind::MissingModule && first.message.startsWith("No module named"_L1)) {
        const QString what = Words::tr("A requirements.txt beside the script is not installed.");
        return run.environmentName.isEmpty()
                   ? Words::tr("Add the module to the environment of the run. %1").arg(what)
                   : Words::tr("Add the module to the environment %1. %2").arg(run.environmentName, what);
    }
    if (first.kind == CauseKind::MissingFile && (first.message.contains("'../"_L1) || first.message.contains("'~"_L1)))
        return Words::tr("Only the folder of the script is sent with a run: files outside it are not available. Pass "
                         "them to the run as an input.");
    return {};
}

QString outcome(const CauseCandidate &candidate)
{
    if (candidate.signal)
        return signalName(*candidate.signal);
    return candidate.exitCode ? Words::tr("exit code %1").arg(*candidate.exitCode) : QString();
}

QString followers(const FirstCause &cause)
{
    const int count = int(cause.followers.size());
    if (count == 0)
        return {};
    // Without a loaded translation, as in the console, %n does not select a form.
    if (count == 1)
        return cause.isTie() ? Words::tr("1 rank stopped because of them") : Words::tr("1 rank stopped because of it");
    return cause.isTie() ? Words::tr("%n ranks stopped because of them", nullptr, count)
                         : Words::tr("%n ranks stopped because of it", nullptr, count);
}

QString ranks(const QList<int> &ranks)
{
    QList<int> sorted = ranks;
    std::ranges::sort(sorted);
    QStringList parts;
    for (qsizetype i = 0; i < sorted.size();) {
        qsizetype last = i;
        while (last + 1 < sorted.size() && sorted[last + 1] == sorted[last] + 1)
            ++last;
        const bool range = last > i + 1;
        parts += range ? u"%1–%2"_s.arg(sorted[i]).arg(sorted[last]) : QString::number(sorted[i]);
        i = range ? last + 1 : i + 1;
    }
    return parts.join(u", "_s);
}

QString signalName(int signal)
{
    const char *name = sigabbrev_np(signal);
    return name != nullptr ? u"SIG"_s + QString::fromLatin1(name) : Words::tr("signal %1").arg(signal);
}

} // namespace Roost::Causes::CauseText
