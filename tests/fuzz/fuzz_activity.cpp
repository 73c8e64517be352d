// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/logs/activity/activitycounter.h"

#include <algorithm>
#include <cstdint>
#include <cstdlib>

using namespace Roost;
using namespace Roost::Logs;
using namespace std::chrono_literals;

// Any bytes are counted identically in one piece and byte by byte, and the buckets contain every line, however coarse
// they are.
extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    constexpr TimePoint time = timePointFromMs(1'700'000'000'000);
    const QByteArrayView bytes(data, qsizetype(size));
    ActivityCounter whole(250ms, time);
    ActivityCounter pieces(250ms, time);
    whole.feed(bytes, time);
    for (qsizetype i = 0; i < bytes.size(); ++i)
        pieces.feed(bytes.sliced(i, 1), time);
    if (whole.activity(nullptr) != pieces.activity(nullptr))
        std::abort();
    if (whole.lines() != std::ranges::count(bytes, '\n') || whole.errors() > whole.lines())
        std::abort();
    whole.coarsen();
    qint64 lines = 0;
    for (const ActivityBucket &bucket : whole.activity(nullptr).buckets)
        lines += bucket.lines;
    if (lines != whole.lines())
        std::abort();
    return 0;
}
