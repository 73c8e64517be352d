// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/cause/patterns.h"

#include <QRegularExpression>

#include <algorithm>
#include <array>
#include <vector>

using namespace Qt::StringLiterals;

namespace Roost {

namespace {

enum class Place {
    Raised, // only as the text of an exception
    Alone,  // only as a line by itself
    Anywhere,
};

struct Pattern
{
    Place place;
    CauseKind kind;
    Role role;
    /// Stands in each text that matches, so that the others cost no regular expression.
    const char *literal;
    /// Empty: the literal says enough. Groups `ranks`, `signal` and `code` are read where they are there.
    const char *expression = "";
};

using enum CauseKind;
using enum Role;
using enum Place;

// The first that matches holds: what is particular stands before what is general.
constexpr std::array patterns{
    // Another rank went away.
    Pattern{Raised, PeerLost, Followed, "Connection closed by peer"},
    Pattern{Raised, PeerLost, Followed, "Connection reset by peer"},
    Pattern{Raised, PeerLost, Followed, "Connection was likely closed"},
    Pattern{Raised, PeerLost, Followed, "Broken pipe"},
    Pattern{Raised, PeerLost, Followed, "Software caused connection abort"},
    Pattern{Anywhere, PeerLost, Followed, "Horovod has been shut down"},
    Pattern{Anywhere, PeerLost, Followed, "NCCL communicator was aborted"},
    Pattern{Raised, PeerLost, Followed, "ncclRemoteError"},
    Pattern{Raised, PeerLost, Followed, "remote process exited or there was a network error"},
    Pattern{Raised, PeerLost, Followed, "ChildFailedError"},
    Pattern{Raised, PeerLost, Followed, "got signal: 15"},
    // It waited for another. monitoredBarrier says for whom.
    Pattern{Anywhere, Hang, Waited, "failed to pass monitoredBarrier",
            R"(Ranks? (?<ranks>\d+(?:, *\d+)*) failed to pass monitoredBarrier)"},
    Pattern{Raised, Hang, Waited, "successfully reached monitoredBarrier, but received errors while waiting"},
    Pattern{Raised, Hang, Waited, "Application timeout caused pair closure"},
    Pattern{Raised, Hang, Waited, "Timed out waiting", R"(Timed out waiting \d+ms for (?:recv|send|synchronization))"},
    Pattern{Anywhere, Hang, Waited, "Watchdog caught collective operation timeout"},
    Pattern{Raised, RendezvousTimeout, Waited, "waiting for clients"},
    Pattern{Raised, RendezvousTimeout, Waited, "client socket has timed out"},
    Pattern{Raised, RendezvousTimeout, Waited, "client socket has failed to connect"},
    Pattern{Raised, RendezvousTimeout, Waited, "wait timeout after"},
    Pattern{Raised, RendezvousTimeout, Waited, "Socket Timeout"},
    Pattern{Raised, RendezvousTimeout, Waited, "Gloo connectFullMesh failed"},
    Pattern{Raised, RendezvousTimeout, Waited, "RendezvousTimeoutError"},
    // What launchers say about ranks.
    Pattern{Alone, MpiAbort, Launcher, "MPI_ABORT was invoked on rank",
            R"(MPI_ABORT was invoked on rank (?<ranks>\d+) in)"},
    Pattern{Alone, MpiAbort, Launcher, "application called MPI_Abort",
            R"(application called MPI_Abort\(.*, (?<code>-?\d+)\) - process (?<ranks>\d+))"},
    Pattern{Alone, Killed, Launcher, "exited on signal",
            R"(process rank (?<ranks>\d+) with PID \d+ on node \S+ exited on signal (?<signal>\d+))"},
    // Memory.
    Pattern{Anywhere, CudaOutOfMemory, Broke, "CUDA out of memory"},
    Pattern{Anywhere, CudaOutOfMemory, Broke, "CUDA error: out of memory"},
    Pattern{Raised, CudaOutOfMemory, Broke, "CUBLAS_STATUS_ALLOC_FAILED"},
    Pattern{Raised, OutOfMemory, Broke, "OutOfMemoryError"},
    Pattern{Raised, OutOfMemory, Broke, "can't allocate memory"},
    Pattern{Raised, OutOfMemory, Broke, "Cannot allocate memory"},
    Pattern{Raised, OutOfMemory, Broke, "MemoryError"},
    Pattern{Raised, OutOfMemory, Broke, "bad_alloc"},
    Pattern{Anywhere, OutOfMemory, Broke, "out of shared memory"},
    Pattern{Alone, OutOfMemory, Broke, "Out of memory: Killed process"},
    Pattern{Alone, OutOfMemory, Broke, "Memory cgroup out of memory"},
    Pattern{Alone, OutOfMemory, Broke, "Detected", R"(Detected \d+ oom[-_]kill event)"},
    // GPUs.
    Pattern{Raised, NcclError, Broke, "NCCL error"},
    Pattern{Raised, NcclError, Broke, "DistBackendError"},
    Pattern{Raised, NcclError, Broke, "nccl",
            R"(nccl(?:System|Internal|UnhandledCuda|InvalidUsage|InvalidArgument)Error)"},
    Pattern{Raised, CudaError, Broke, "CUDA error"},
    Pattern{Raised, CudaError, Broke, "cuDNN error"},
    Pattern{Raised, CudaError, Broke, "CUBLAS_STATUS_"},
    Pattern{Raised, CudaError, Broke, "CUDA driver"},
    // The machine.
    Pattern{Anywhere, DiskFull, Broke, "No space left on device"},
    Pattern{Anywhere, DiskFull, Broke, "Disk quota exceeded"},
    Pattern{Raised, PortTaken, Broke, "EADDRINUSE"},
    Pattern{Raised, PortTaken, Broke, "ddress already in use"},
    // The code and what it was given.
    Pattern{Raised, MissingModule, Broke, "ModuleNotFoundError"},
    Pattern{Raised, MissingModule, Broke, "ImportError"},
    Pattern{Alone, MissingModule, Broke, ": No module named ", R"(^\S*python\S*: No module named )"},
    Pattern{Raised, MissingFile, Broke, "FileNotFoundError"},
    Pattern{Raised, MissingFile, Broke, "NotADirectoryError"},
    Pattern{Raised, MissingFile, Broke, "No such file or directory"},
    Pattern{Alone, MissingFile, Broke, "can't open file", R"(^\S*python\S*: can't open file )"},
    Pattern{Alone, MissingFile, Broke, ": command not found", R"(line \d+: .+: command not found$)"},
    Pattern{Alone, MissingFile, Broke, "No such file or directory",
            R"(^(?:ba)?sh: line \d+: .+: No such file or directory$)"},
    Pattern{Raised, BadData, Broke, "UnpicklingError"},
    Pattern{Raised, BadData, Broke, "UnidentifiedImageError"},
    Pattern{Raised, BadData, Broke, "JSONDecodeError"},
    Pattern{Raised, BadData, Broke, "UnicodeDecodeError"},
    Pattern{Raised, BadData, Broke, "BadZipFile"},
    Pattern{Raised, BadData, Broke, "BadGzipFile"},
    Pattern{Raised, BadData, Broke, "EOFError"},
    Pattern{Raised, BadData, Broke, "failed finding central directory"},
    Pattern{Alone, BadArgument, Broke, ": error: ",
            R"(: error: (?:unrecognized arguments|argument |the following arguments are required|ambiguous option))"},
    Pattern{Raised, Assertion, Broke, "AssertionError"},
    Pattern{Raised, Interrupted, Broke, "KeyboardInterrupt"},
    // Signals.
    Pattern{Anywhere, Killed, Broke, "is killed by signal: Killed"},
    Pattern{Raised, Crash, Broke, "is killed by signal"},
    Pattern{Alone, Crash, Broke, "Fatal Python error: "},
    Pattern{Alone, Crash, Broke, "Caught signal ", R"(Caught signal (?<signal>\d+) \()"},
    Pattern{Alone, Crash, Broke, "Signal: ", R"(Signal: .+ \((?<signal>\d+)\))"},
};

bool fits(const Pattern &pattern, Place place)
{
    return pattern.place == Anywhere || pattern.place == place;
}

std::optional<QRegularExpressionMatch> matched(size_t index, const QString &text)
{
    static const std::vector<QRegularExpression> expressions = [] {
        std::vector<QRegularExpression> made;
        made.reserve(patterns.size());
        for (const Pattern &pattern : patterns)
            made.emplace_back(QString::fromLatin1(pattern.expression));
        return made;
    }();
    if (*patterns[index].expression == '\0')
        return QRegularExpressionMatch();
    auto match = expressions[index].match(text);
    if (!match.hasMatch())
        return std::nullopt;
    return match;
}

std::optional<int> number(const QRegularExpressionMatch &match, const QString &group)
{
    if (!match.hasCaptured(group))
        return std::nullopt;
    return match.captured(group).toInt();
}

Meaning meaningOf(const Pattern &pattern, const QRegularExpressionMatch &match)
{
    Meaning meaning{pattern.kind, pattern.role, {}, {}, {}};
    meaning.signal = number(match, u"signal"_s);
    meaning.exitCode = number(match, u"code"_s);
    const auto ranks = match.captured(u"ranks"_s).split(u',', Qt::SkipEmptyParts);
    for (const QString &rank : ranks)
        meaning.ranks += rank.trimmed().toInt();
    return meaning;
}

} // namespace

std::optional<Meaning> meaningOfException(const QString &text)
{
    for (size_t i = 0; i < patterns.size(); ++i) {
        const Pattern &pattern = patterns[i];
        if (!fits(pattern, Raised) || !text.contains(QLatin1StringView(pattern.literal)))
            continue;
        if (const auto match = matched(i, text))
            return meaningOf(pattern, *match);
    }
    return std::nullopt;
}

std::optional<Meaning> meaningOfLine(QByteArrayView line)
{
    for (size_t i = 0; i < patterns.size(); ++i) {
        const Pattern &pattern = patterns[i];
        if (!fits(pattern, Alone) || !line.contains(QByteArrayView(pattern.literal)))
            continue;
        if (const auto match = matched(i, QString::fromUtf8(line)))
            return meaningOf(pattern, *match);
    }
    return std::nullopt;
}

QList<qint64> progressIn(QByteArrayView line)
{
    static const QRegularExpression words(u"\\b(?:step|iter(?:ation)?|batch|epoch)\\b\\D{0,3}(\\d{1,15})"_s,
                                          QRegularExpression::CaseInsensitiveOption);
    // Most lines have none, and cost little.
    static constexpr std::array parts{"tep", "ter", "atch", "poch", "STEP", "ITER", "BATCH", "EPOCH"};
    QList<qint64> progress;
    if (std::ranges::none_of(parts, [line](const char *part) { return line.contains(QByteArrayView(part)); }))
        return progress;
    for (auto all = words.globalMatch(QString::fromUtf8(line)); all.hasNext();)
        progress += all.next().captured(1).toLongLong();
    return progress;
}

} // namespace Roost
