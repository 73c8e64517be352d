// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/cause/causeanalyser.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstdlib>

using namespace Roost;
using namespace Roost::Causes;

namespace {

std::optional<FirstCause> verdictOf(QByteArrayView bytes, qsizetype chunk)
{
    CauseAnalyser analyser;
    const int log = analyser.addLog(QStringLiteral("log"), 0);
    const int other = analyser.addLog(QStringLiteral("launcher"), CauseAnalyser::Launcher);
    for (qsizetype at = 0; at < bytes.size(); at += chunk) {
        analyser.feed(log, bytes.sliced(at, std::min(chunk, bytes.size() - at)));
        analyser.feed(other, bytes.sliced(at, std::min(chunk, bytes.size() - at)));
    }
    RankOutcome outcome;
    outcome.exitCode = 1;
    analyser.setOutcome(outcome);
    analyser.setErrorFile(0, bytes.toByteArray());
    return analyser.firstCause(Ending::Failed);
}

} // namespace

// Any bytes are a log, the result does not depend on the pieces in which it arrives, and the evidence is part of the
// log.
extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const QByteArrayView bytes(reinterpret_cast<const char *>(data), qsizetype(size));
    const auto cause = verdictOf(bytes, std::max<qsizetype>(bytes.size(), 1));
    if (cause != verdictOf(bytes, 3))
        std::abort();
    if (!cause)
        return 0;
    for (const CauseCandidate &candidate : cause->candidates) {
        if (candidate.headline >= candidate.evidence.size())
            std::abort();
        for (const EvidenceLine &line : candidate.evidence) {
            if (line.offset < 0 || line.offset >= bytes.size())
                std::abort();
        }
    }
    return 0;
}
