// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/cause/describe.h"

#include <QStringList>

#include <algorithm>
#include <csignal>
#include <cstring>

using namespace Qt::StringLiterals;

namespace Roost {

namespace {

constexpr qsizetype longest = 300;

QString words(const CauseCandidate &candidate)
{
    if (candidate.type.isEmpty())
        return candidate.message;
    return candidate.message.isEmpty() ? candidate.type : QString(candidate.type + u": " + candidate.message);
}

QString after(const QString &what, const QString &words)
{
    return words.isEmpty() ? what : QString(what + u": " + words);
}

// What comes behind "Rank 3".
QString predicate(const CauseCandidate &candidate)
{
    const QString said = words(candidate);
    const QString lastLine =
        candidate.headline >= 0 ? candidate.evidence[candidate.headline].text.trimmed() : QString();
    switch (candidate.kind) {
    case CauseKind::Crash:
        return after(candidate.signal ? u" crashed with "_s + signalName(*candidate.signal) : u" crashed"_s, said);
    case CauseKind::Killed:
        if (!said.isEmpty())
            return u": "_s + said;
        return after(u" was ended by %1; the machine may have run out of memory"_s.arg(
                         signalName(candidate.signal.value_or(SIGKILL))),
                     lastLine);
    case CauseKind::Exit:
        return after(u" exited with code %1"_s.arg(candidate.exitCode.value_or(1)), said);
    case CauseKind::EndedEarly:
        return u" ended while the others still went on"_s;
    case CauseKind::RendezvousTimeout:
        return u" did not join the others in time"_s;
    case CauseKind::Hang:
        return u" did not go on while the others waited for it"_s;
    case CauseKind::MpiAbort:
        return after(u" called MPI_Abort"_s, said);
    case CauseKind::Interrupted:
        return u" was interrupted"_s;
    case CauseKind::PeerLost:
        return after(u" lost another rank, and nothing tells which"_s, said);
    default:
        return u": "_s + (said.isEmpty() ? toWord(candidate.kind) : said);
    }
}

bool alike(const FirstCause &cause)
{
    const auto &first = cause.first();
    return std::ranges::all_of(cause.candidates, [&first](const CauseCandidate &one) {
        return one.kind == first.kind && one.type == first.type && one.message == first.message;
    });
}

} // namespace

QString signalName(int signal)
{
    const char *name = sigabbrev_np(signal);
    return name != nullptr ? u"SIG"_s + QString::fromLatin1(name) : u"signal %1"_s.arg(signal);
}

QString describe(const FirstCause &cause)
{
    const CauseCandidate &first = cause.first();
    QString text = u"Rank %1"_s.arg(first.rank) + predicate(first);
    if (cause.isTie()) {
        QStringList ranks;
        for (const CauseCandidate &one : cause.candidates)
            ranks += QString::number(one.rank);
        const QString list = u"Ranks "_s + ranks.join(u", "_s);
        if (first.kind == CauseKind::Hang)
            text = list + u" went silent at the same time; nothing tells which held up the others"_s;
        else if (alike(cause))
            text = list + u" failed alike: "_s + after(toWord(first.kind), words(first));
        else
            text = list + u" failed at the same time, rank %1"_s.arg(first.rank) + predicate(first);
    }
    return text.left(longest);
}

} // namespace Roost
