// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/logs/metrics/logmetrics.h"
#include "models/logs/metrics/progressestimate.h"

#include <cstddef>
#include <cstdint>
#include <cstdlib>

using namespace Roost;
using namespace Qt::StringLiterals;

// Any line has findings; the place of each value is within the line. The first line is also read as a pattern.
extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const QByteArray bytes(reinterpret_cast<const char *>(data), qsizetype(size));
    const QList<QByteArray> lines = bytes.split('\n');
    Logs::LogMetrics metrics({true, {{u"first"_s, QString::fromUtf8(lines.first())}}});
    Logs::ProgressEstimate estimate;
    TimePoint time = timePointFromMs(1);
    for (const QByteArray &line : lines) {
        const qsizetype length = Logs::readableLine(line).size();
        const Logs::LineFindings findings = metrics.read(line);
        for (const Logs::LoggedValue &value : findings.values) {
            if (value.name.isEmpty() || value.start < 0 || value.length < 1 || value.start + value.length > length)
                std::abort();
        }
        estimate.add(findings.position, time += std::chrono::seconds(1));
        if (const auto progress = estimate.progress(); progress && !(progress->done <= progress->total))
            std::abort();
    }
    return 0;
}
