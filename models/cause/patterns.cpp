// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/cause/patterns.h"

#include "models/cause/exitsignals.h"

#include <QRegularExpression>

#include <array>
#include <utility>
#include <vector>

using namespace Qt::StringLiterals;

namespace Roost::Causes {

namespace {

enum class Place {
    Raised, // only in the text of an exception
    Alone,  // only in a line outside of tracebacks
    Anywhere,
};

struct Pattern
{
    Place place;
    CauseKind kind;
    LineRole role;
    /// A text that occurs in every match, so that other texts are rejected without the regular expression.
    const char *literal;
    /// Empty if the literal is sufficient. The groups `ranks`, `local`, `signal`, `name`, `code` and `memory` are read.
    const char *expression = "";
};

using enum CauseKind;
using enum LineRole;
using enum Place;

// The first matching pattern is used: specific patterns are before general ones.
constexpr std::array patterns{
    // Another rank was never reachable: its address or the network is the cause.
    Pattern{Raised, NcclError, Broke, "socketStartConnect: Connect to"},
    // Another rank was lost.
    Pattern{Raised, PeerLost, Followed, "Connection closed by peer"},
    Pattern{Raised, PeerLost, Followed, "Connection reset by peer"},
    Pattern{Raised, PeerLost, Followed, "Connection was likely closed"},
    Pattern{Raised, PeerLost, Followed, "Broken pipe"},
    Pattern{Raised, PeerLost, Followed, "Software caused connection abort"},
    Pattern{Anywhere, PeerLost, Followed, "Horovod has been shut down"},
    Pattern{Anywhere, PeerLost, Followed, "NCCL communicator was aborted"},
    Pattern{Raised, PeerLost, Followed, "ncclRemoteError"},
    Pattern{Raised, PeerLost, Followed, "remote process exited or there was a network error"},
    Pattern{Raised, PeerLost, Followed, "failed to recv, got 0 bytes"},
    Pattern{Raised, PeerLost, Followed, "failed on SocketImpl"},
    Pattern{Alone, PeerLost, Followed, "NCCL WARN",
            R"(NCCL WARN .*(?:Connection closed|Connection reset|remote peer))"},
    // It waited for another rank. monitoredBarrier names that rank.
    Pattern{Anywhere, Hang, Waited, "failed to pass monitoredBarrier",
            R"(Ranks? (?<ranks>\d+(?:, *\d+)*) failed to pass monitoredBarrier)"},
    Pattern{Raised, Hang, Waited, "successfully reached monitoredBarrier, but received errors while waiting"},
    Pattern{Raised, Hang, Waited, "Application timeout caused pair closure"},
    Pattern{Raised, Hang, Waited, "Timed out waiting", R"(Timed out waiting \d+ms for (?:recv|send|synchronization))"},
    Pattern{Anywhere, Hang, Waited, "Watchdog caught collective operation timeout"},
    Pattern{Anywhere, Hang, Waited, "Timeout at NCCL work"},
    Pattern{Raised, RendezvousTimeout, Waited, "waiting for clients"},
    Pattern{Raised, RendezvousTimeout, Waited, "client socket has timed out"},
    Pattern{Raised, RendezvousTimeout, Waited, "client socket has failed to connect"},
    Pattern{Raised, RendezvousTimeout, Waited, "wait timeout after"},
    Pattern{Raised, RendezvousTimeout, Waited, "Socket Timeout"},
    Pattern{Raised, RendezvousTimeout, Waited, "Gloo connectFullMesh failed"},
    Pattern{Raised, RendezvousTimeout, Waited, "RendezvousTimeoutError"},
    Pattern{Raised, RendezvousTimeout, Waited, "RendezvousConnectionError"},
    Pattern{Raised, RendezvousTimeout, Waited, "timeout waiting for clients to join"},
    // Reports of launchers about ranks.
    Pattern{Alone, MpiAbort, Launcher, "MPI_ABORT was invoked on rank",
            R"(MPI_ABORT was invoked on rank (?<ranks>\d+) in)"},
    Pattern{Alone, MpiAbort, Launcher, "application called MPI_Abort",
            R"(application called MPI_Abort\(.*, (?<code>-?\d+)\) - process (?<ranks>\d+))"},
    Pattern{Alone, Killed, Launcher, "exited on signal",
            R"(process rank (?<ranks>\d+) with PID \d+ on node \S+ exited on signal (?<signal>\d+))"},
    Pattern{Alone, Exit, Launcher, "exits with return code", R"(exits with return code = (?<code>-?\d+))"},
    Pattern{Alone, Exit, Launcher,
            "failed (exitcode:", R"(failed \(exitcode: (?<code>-?\d+)\) local_rank: (?<local>\d+))"},
    Pattern{Alone, Exit, Launcher, "Child process with PID",
            R"(\[rank: (?<ranks>\d+)\] Child process with PID \d+ terminated with code (?<code>-?\d+))"},
    Pattern{Alone, Exit, Launcher, "exit with status code",
            R"(Process (?<ranks>\d+) exit with status code (?<code>\d+))"},
    Pattern{Alone, Exit, Launcher,
            "error: ", R"(srun: error: \S+: tasks? (?<ranks>[\d,-]+): Exited with exit code (?<code>\d+))"},
    Pattern{Alone, OutOfMemory, Launcher, "Out Of Memory",
            R"(srun: error: \S+: tasks? (?<ranks>[\d,-]+): (?<memory>Out Of Memory))"},
    Pattern{
        Alone, Exit, Launcher, "error: ",
        R"(srun: error: \S+: tasks? (?<ranks>[\d,-]+): (?<name>Killed|Aborted|Segmentation fault|Bus error|Floating point exception|Illegal instruction))"},
    Pattern{Alone, Exit, Launcher, "KILLED BY SIGNAL", R"(KILLED BY SIGNAL: (?<signal>\d+))"},
    Pattern{Alone, Exit, Launcher, "EXIT STRING", R"(EXIT STRING: .+\(signal (?<signal>\d+)\))"},
    Pattern{
        Alone, Exit, Launcher, "(core dumped)",
        R"(^(?:\S+: line \d+:\s*\d+ )?(?<name>Aborted|Segmentation fault|Bus error|Floating point exception|Illegal instruction)\s+\(core dumped\))"},
    Pattern{
        Alone, Exit, Launcher, ": line ",
        R"(: line \d+:\s+\d+ (?<name>Killed|Aborted|Segmentation fault|Bus error|Floating point exception|Illegal instruction)\b)"},
    Pattern{Alone, Exit, Launcher, "Killed", R"(^(?<name>Killed)$)"},
    Pattern{Alone, Exit, Launcher, "Command terminated by signal", R"(Command terminated by signal (?<signal>\d+))"},
    Pattern{Alone, Exit, Launcher, "make", R"(\bmake(?:\[\d+\])?: \*\*\* .* Error (?<code>\d+)$)"},
    Pattern{Alone, Exit, Launcher, "make",
            R"(\bmake(?:\[\d+\])?: \*\*\* .* (?<name>Killed|Aborted|Segmentation fault)$)"},
    Pattern{Alone, Exit, Launcher, "Command exited with non-zero status", R"(non-zero status (?<code>\d+))"},
    Pattern{Alone, Exit, Launcher, "exited with code ", R"(\bexited with code (?<code>\d+)$)"},
    Pattern{Alone, Exit, Launcher, "terminated with exit code", R"(^command terminated with exit code (?<code>\d+)$)"},
    Pattern{Raised, Exit, Launcher, "ChildFailedError"},
    Pattern{Raised, Exit, Launcher, "terminated with signal",
            R"([Pp]rocess (?<ranks>\d+) terminated with signal (?<name>SIG\w+))"},
    Pattern{Raised, Exit, Launcher, "terminated with exit code",
            R"([Pp]rocess (?<ranks>\d+) terminated with exit code (?<code>-?\d+))"},
    Pattern{Raised, Exception, Launcher, "died with <Signals.", R"(died with <Signals\.(?<name>SIG\w+))"},
    Pattern{Raised, Exception, Launcher, "returned non-zero exit status", R"(exit status (?<code>-?\d+))"},
    Pattern{Raised, Exception, Launcher, "CalledProcessError"},
    Pattern{Raised, Killed, Launcher, "got signal:", R"(got signal: (?<signal>\d+))"},
    Pattern{Raised, Exit, Launcher, "one or more processes exited with non-zero status"},
    Pattern{Raised, Exception, Launcher, "TrainingFailedError"},
    Pattern{Raised, Exception, Launcher, "Trials did not complete"},
    Pattern{Raised, Exception, Launcher, "The actor died"},
    Pattern{Raised, Exception, Launcher, "ActorDiedError"},
    Pattern{Raised, Exception, Launcher, "WorkerCrashedError"},
    Pattern{Raised, Exception, Launcher, "TerminatedWorkerError", R"((?:(?<name>SIG\w+)\(-\d+\))?)"},
    Pattern{Raised, Exception, Launcher, "BrokenProcessPool"},
    Pattern{Raised, Exception, Launcher, "ProcessRaisedException"},
    // Memory.
    Pattern{Anywhere, CudaOutOfMemory, Broke, "CUDA out of memory"},
    Pattern{Anywhere, CudaOutOfMemory, Broke, "CUDA error: out of memory"},
    Pattern{Raised, CudaOutOfMemory, Broke, "out of memory", R"(\b[A-Z]{3,4}(?: backend)? out of memory)"},
    Pattern{Raised, CudaOutOfMemory, Broke, "CUBLAS_STATUS_ALLOC_FAILED"},
    Pattern{Anywhere, OutOfMemory, Broke, "out of shared memory"},
    Pattern{Alone, OutOfMemory, Broke, "ut of memory: Kill", R"(Out of memory: (?<memory>Kill)(?:ed)? process)"},
    Pattern{Alone, OutOfMemory, Broke, "Memory cgroup out of memory", R"((?<memory>Memory cgroup out of memory))"},
    Pattern{Alone, OutOfMemory, Broke, "oom", R"((?<memory>oom[-_ ]kill|oom_reaper))"},
    Pattern{Alone, OutOfMemory, Broke, "OOM",
            R"(^(?!.*(?:potential|possibl|could|might|may )).*(?<memory>OOM[- ][Kk]ill))"},
    Pattern{Alone, OutOfMemory, Broke, "TERM_MEMLIMIT", R"((?<memory>TERM_MEMLIMIT))"},
    Pattern{Alone, OutOfMemory, Broke, "job killed: ", R"(job killed: (?<memory>v?mem) )"},
    Pattern{Alone, OutOfMemory, Broke, "low on resource: memory", R"(low on resource: (?<memory>memory))"},
    Pattern{Alone, OutOfMemory, Broke, "OOMKilled", R"((?<memory>OOMKilled))"},
    Pattern{Alone, OutOfMemory, Broke, "out-of-memory handler", R"((?<memory>out-of-memory handler))"},
    Pattern{Alone, OutOfMemory, Broke, "emory limit",
            R"((?<memory>[Ee]xceeded (?:job |step )?memory limit|memory limit .* (?:exceeded|being killed)))"},
    Pattern{Anywhere, OutOfMemory, Broke, "low on memory", R"((?<memory>low on memory))"},
    Pattern{Raised, OutOfMemory, Broke, "OutOfMemoryError"},
    Pattern{Raised, OutOfMemory, Broke, "can't allocate memory"},
    Pattern{Raised, OutOfMemory, Broke, "Cannot allocate memory"},
    Pattern{Raised, OutOfMemory, Broke, "Could not allocate"},
    Pattern{Raised, OutOfMemory, Broke, "Unable to allocate"},
    Pattern{Raised, OutOfMemory, Broke, "MemoryError"},
    Pattern{Raised, OutOfMemory, Broke, "bad_alloc"},
    // Time limits and preemption.
    Pattern{Alone, Killed, Broke, "DUE TO ",
            R"(CANCELLED AT .*DUE TO (?:TIME LIMIT|PREEMPTION|NODE FAIL|JOB REQUEUE))"},
    Pattern{Alone, Killed, Broke, "time limit",
            R"(killed: (?:walltime|time limit)|(?i:exceeded (?:the )?(?:wall )?time limit))"},
    Pattern{Alone, Killed, Broke, "walltime", R"(walltime .*exceeded)"},
    Pattern{Alone, Killed, Broke, "timeout: sending signal"},
    Pattern{Alone, Killed, Broke, "TERM_RUNLIMIT"},
    Pattern{Alone, Killed, Launcher, "CANCELLED AT"},
    // GPUs.
    Pattern{
        Alone, NcclError, Broke, "NCCL WARN",
        R"(NCCL WARN .*(?:Duplicate GPU|[Ff]ailure|[Ee]rror|failed|[Mm]ismatch|No space|no socket|Invalid|not (?:found|supported)))"},
    Pattern{Alone, CudaError, Broke, "Assertion `", R"(\.cu[h]?:\d+: .*block: \[.*Assertion `.+` failed)"},
    Pattern{Raised, NcclError, Broke, "NCCL error"},
    Pattern{Raised, NcclError, Broke, "NCCL Error"},
    Pattern{Raised, NcclError, Broke, "DistBackendError"},
    Pattern{Raised, NcclError, Broke, "nccl",
            R"(nccl(?:System|Internal|UnhandledCuda|InvalidUsage|InvalidArgument)Error)"},
    Pattern{Raised, CudaError, Broke, "CUDA error"},
    Pattern{Raised, CudaError, Broke, "HIP error"},
    Pattern{Raised, CudaError, Broke, "cuDNN error"},
    Pattern{Raised, CudaError, Broke, "CUDNN_STATUS_"},
    Pattern{Raised, CudaError, Broke, "CUBLAS_STATUS_"},
    Pattern{Raised, CudaError, Broke, "CUDA driver"},
    Pattern{Raised, CudaError, Broke, "NVIDIA driver"},
    Pattern{Raised, CudaError, Broke, "CUDA unknown error"},
    Pattern{Raised, CudaError, Broke, "No CUDA GPUs are available"},
    Pattern{Raised, CudaError, Broke, "cudaGetDeviceCount"},
    // The machine.
    Pattern{Anywhere, DiskFull, Broke, "No space left on device"},
    Pattern{Anywhere, DiskFull, Broke, "Disk quota exceeded"},
    Pattern{Raised, PortTaken, Broke, "EADDRINUSE"},
    Pattern{Raised, PortTaken, Broke, "ddress already in use"},
    // The code and its input.
    Pattern{Anywhere, MissingModule, Broke, "' not found (required by",
            R"(version `(?:GLIBC|GLIBCXX|CXXABI)\w*_[\d.]+' not found)"},
    Pattern{Anywhere, MissingModule, Broke, "error while loading shared libraries"},
    Pattern{Anywhere, MissingModule, Broke, "undefined symbol: "},
    Pattern{Anywhere, MissingModule, Broke, "symbol lookup error"},
    Pattern{Raised, MissingModule, Broke, "cannot open shared object file"},
    Pattern{Raised, MissingModule, Broke, "ModuleNotFoundError"},
    Pattern{Raised, MissingModule, Broke, "ImportError"},
    Pattern{Alone, MissingModule, Broke, ": No module named ",
            R"(^\S*python\S*: (?:Error while finding .*)?No module named )"},
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
    // Hydra names the wrong argument.
    Pattern{Alone, BadArgument, Broke, "Could not override '"},
    Pattern{Alone, BadArgument, Broke, "' is not in struct", R"(^Key '.+' is not in struct)"},
    Pattern{Alone, BadArgument, Broke, "Could not find '", R"(^(?:In '.+': )?Could not find '[^']+'$)"},
    Pattern{Alone, MissingFile, Broke, "Cannot find primary config"},
    // Fire, absl and click.
    Pattern{Alone, BadArgument, Broke, "ERROR: Could not consume arg"},
    Pattern{Alone, BadArgument, Broke, "Flags parsing error: "},
    Pattern{
        Alone, BadArgument, Broke, "Error: ",
        R"(^Error: (?:No such option|Missing (?:option|argument|parameter)|Got unexpected extra|Invalid value for))"},
    Pattern{Raised, Assertion, Broke, "AssertionError"},
    Pattern{Alone, Interrupted, Broke, "KeyboardInterrupt, attempting"},
    Pattern{Raised, Interrupted, Broke, "KeyboardInterrupt"},
    // A parent process reports the failure of its child, which is the actual error.
    Pattern{Raised, Exception, Secondary, "This is not the actual error message"},
    Pattern{
        Raised, Exception, Secondary, "above",
        R"((?i)\b(?:see|check|inspect|look at|refer to)\b[^.]{0,60}\babove\b|\babove for the (?:actual|real|full))"},
    Pattern{Raised, Exception, Secondary, "previous error",
            R"((?i)\b(?:see|check|inspect)\b[^.]{0,30}\bprevious error)"},
    Pattern{Raised, Exception, Secondary, "exited unexpectedly"},
    Pattern{Alone, Exception, Broke, "Exception in background worker"},
    // Signals.
    Pattern{Anywhere, Killed, Broke, "is killed by signal: Killed"},
    Pattern{Raised, Crash, Broke, "is killed by signal"},
    Pattern{Alone, Crash, Broke, "Fatal Python error: "},
    Pattern{Alone, Crash, Broke, "Caught signal ", R"(Caught signal (?<signal>\d+) \()"},
    Pattern{Alone, Crash, Broke, "Signal: ", R"(Signal: .+ \((?<signal>\d+)\))"},
    // Messages of glibc before it aborts a process.
    Pattern{Alone, Crash, Broke, "free(): ", R"(\bfree\(\): (?:invalid|double free|unaligned|corrupted|too many))"},
    Pattern{Alone, Crash, Broke, "double free or corruption"},
    Pattern{Alone, Crash, Broke, "corrupted size vs. prev_size"},
    Pattern{Alone, Crash, Broke, "corrupted double-linked list"},
    Pattern{Alone, Crash, Broke, "alloc(): ",
            R"(\b(?:m|re|c)alloc\(\): (?:invalid|corrupted|unaligned|unsorted|mismatching|smallbin|largebin|memory))"},
    Pattern{Alone, Crash, Broke, "malloc_consolidate(): "},
    Pattern{Alone, Crash, Broke, "munmap_chunk(): invalid pointer"},
    Pattern{Alone, Crash, Broke, "tcache_thread_shutdown(): unaligned"},
    Pattern{Alone, Crash, Broke, "Attempt to free invalid pointer"},
    Pattern{Alone, Crash, Broke, "*** ", R"(\*\*\* (?:stack smashing|buffer overflow) detected \*\*\*)"},
    Pattern{Alone, Crash, Broke, "terminate called without an active exception"},
    Pattern{Alone, Crash, Broke, "libc++abi: terminating"},
    Pattern{Alone, Crash, Broke, "Memory access fault by GPU"},
    Pattern{Alone, Crash, Broke, "Check failed: ", R"(^(?:.{0,40} )?F\d{0,8}[ /].*Check failed: )"},
    Pattern{Alone, Crash, Broke, "pure virtual method called"},
    Pattern{Alone, Crash, Broke, "OMP: Error #"},
    Pattern{Alone, Crash, Broke, "Fatal glibc error: "},
    Pattern{Alone, Crash, Broke, "' failed.", R"(\S+: .+:\d+: .+: Assertion `.+' failed\.)"},
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

// Reads "3", "0, 2" and Slurm's "0-2,5".
QList<int> ranksIn(const QString &text)
{
    constexpr int most = 100'000;
    QList<int> ranks;
    const auto parts = text.split(u',', Qt::SkipEmptyParts);
    for (const QString &part : parts) {
        const int first = part.section(u'-', 0, 0).trimmed().toInt();
        const int last = part.section(u'-', -1).trimmed().toInt();
        for (int rank = first; rank <= last && ranks.size() < most; ++rank)
            ranks += rank;
    }
    return ranks;
}

Meaning meaningOf(const Pattern &pattern, const QRegularExpressionMatch &match)
{
    Meaning meaning{pattern.kind, pattern.role, ranksIn(match.captured(u"ranks"_s)), {}, {}, false};
    meaning.signal = number(match, u"signal"_s);
    if (const QString name = match.captured(u"name"_s); !name.isEmpty())
        meaning.signal = signalNamed(name.toLatin1());
    meaning.exitCode = number(match, u"code"_s);
    if (meaning.exitCode.value_or(0) < 0 && pattern.kind != CauseKind::MpiAbort)
        meaning.signal = -*std::exchange(meaning.exitCode, std::nullopt);
    if (match.hasCaptured(u"local"_s))
        meaning.ranks = {match.captured(u"local"_s).toInt()};
    meaning.killedForMemory = !match.captured(u"memory"_s).isEmpty();
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

} // namespace Roost::Causes
