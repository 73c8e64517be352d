// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/causetext.h"

#include "models/items/format.h"

#include <QCoreApplication>

#include <algorithm>
#include <csignal>
#include <cstring>

namespace Roost::CauseText {

using namespace Qt::StringLiterals;

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(CauseText)
};

QString signalText(int signal)
{
    const char *name = sigabbrev_np(signal);
    return name != nullptr ? u"SIG"_s + QString::fromLatin1(name) : Words::tr("signal %1").arg(signal);
}

// What happened, where the words of the log do not say it themselves.
QString happening(const CauseCandidate &candidate)
{
    switch (candidate.kind) {
    case CauseKind::Crash:
        return candidate.signal ? Words::tr("crashed (%1)").arg(signalText(*candidate.signal)) : Words::tr("crashed");
    case CauseKind::Killed:
        return Words::tr("was killed; memory may have run out");
    case CauseKind::OutOfMemory:
        return candidate.type.isEmpty() ? Words::tr("ran out of memory") : QString();
    case CauseKind::Exit:
        return candidate.exitCode ? Words::tr("ended with exit code %1").arg(*candidate.exitCode)
                                  : Words::tr("ended with an error");
    case CauseKind::EndedEarly:
        return Words::tr("ended while the others still went on");
    case CauseKind::RendezvousTimeout:
        return Words::tr("did not join the others in time");
    case CauseKind::Hang:
        return Words::tr("hung while the others waited for it");
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

// Of these the message is another's, or repeats what happened.
bool needsMessage(CauseKind kind)
{
    return kind != CauseKind::RendezvousTimeout && kind != CauseKind::Hang && kind != CauseKind::EndedEarly &&
           kind != CauseKind::Interrupted;
}

QString words(const CauseCandidate &candidate)
{
    QStringList parts{candidate.type, candidate.message};
    parts.removeAll(QString());
    return parts.join(u": "_s);
}

QString subject(int rank, bool alone)
{
    if (alone)
        return Words::tr("The process");
    return rank < 0 ? Words::tr("A rank") : Words::tr("Rank %1").arg(rank);
}

// A verb follows each of these, in the singular: "Rank 3", "Each of ranks 0, 1".
QString sentence(const CauseCandidate &candidate, const QString &subject, const QString &name)
{
    const QString happened = happening(candidate);
    const QString said = needsMessage(candidate.kind) ? words(candidate) : QString();
    QStringList parts{happened.isEmpty() ? name : QString(subject + u' ' + happened), said};
    parts.removeAll(QString());
    return parts.join(u": "_s);
}

bool alike(const FirstCause &cause)
{
    const auto &first = cause.first();
    return std::ranges::all_of(cause.candidates, [&first](const CauseCandidate &one) {
        return one.kind == first.kind && one.type == first.type && one.message == first.message;
    });
}

} // namespace

QString of(const CauseCandidate &candidate, bool alone)
{
    const QString who = subject(candidate.rank, alone);
    return sentence(candidate, who, alone ? QString() : who);
}

QString of(const Run &run)
{
    if (!run.cause)
        return run.errorText;
    const FirstCause &cause = *run.cause;
    const CauseCandidate &first = cause.first();
    if (!cause.isTie())
        return of(first, run.ranks.size() == 1);
    QList<int> tied;
    for (const CauseCandidate &one : cause.candidates)
        tied += one.rank;
    const QString who = Words::tr("Ranks %1").arg(ranks(tied));
    if (first.kind == CauseKind::Hang)
        return Words::tr("%1 went silent together").arg(who);
    if (alike(cause))
        return sentence(first, Words::tr("Each of ranks %1").arg(ranks(tied)), who);
    return Words::tr("%1 broke at the same moment").arg(who);
}

QString certainty(const FirstCause &cause)
{
    switch (cause.certainty) {
    case FirstCause::Certainty::Told:
        break;
    case FirstCause::Certainty::Inferred:
        return Words::tr("It says nothing itself; this follows from what the other ranks say, or do not say.");
    case FirstCause::Certainty::Tied:
        if (cause.candidates.size() < 2)
            break;
        return cause.first().kind == CauseKind::Hang
                   ? Words::tr("Nothing in the logs tells which of them held up the others.")
                   : Words::tr("They broke too close together to tell which was first.");
    case FirstCause::Certainty::ClocksDisagree:
        return Words::tr(
            "The clocks of the machines disagree: others seem to have followed before it broke. This is judged by "
            "what the logs say.");
    }
    return {};
}

QString outcome(const CauseCandidate &candidate)
{
    if (candidate.signal)
        return signalText(*candidate.signal);
    return candidate.exitCode ? Words::tr("exit code %1").arg(*candidate.exitCode) : QString();
}

QString followers(const FirstCause &cause)
{
    const int count = int(cause.followers.size());
    if (count == 0)
        return {};
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

QString report(const Run &run)
{
    QStringList lines{of(run)};
    if (!run.cause)
        return lines.first();
    lines += certainty(*run.cause);
    for (const CauseCandidate &candidate : run.cause->candidates) {
        lines += {QString(), of(candidate, run.ranks.size() == 1)};
        if (!candidate.surface.isEmpty())
            lines += Words::tr("raised in turn: %1").arg(candidate.surface);
        QStringList facts{outcome(candidate), candidate.time.isValid() ? Format::exact(candidate.time) : QString()};
        facts.removeAll(QString());
        lines += facts.join(u", "_s);
        for (const EvidenceLine &line : candidate.evidence)
            lines +=
                u"    %1:%2  %3"_s.arg(line.path, line.line < 0 ? u"?"_s : QString::number(line.line + 1), line.text);
    }
    if (!run.cause->followers.isEmpty())
        lines += {QString(), followers(*run.cause) + u": " + ranks(run.cause->followers)};
    return lines.join(u'\n');
}

} // namespace Roost::CauseText
