// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/logs/lines/lineends.h"

#include <algorithm>
#include <array>
#include <numeric>

namespace Roost::Logs {

// Adds into byte-wide sums, which cannot overflow within 255 rounds. The compiler converts the loop of fixed length to
// vector instructions. The function is limited only by the speed of memory, for lines of any length; memchr() has a
// cost per line.
qint64 countLineEnds(QByteArrayView bytes)
{
    constexpr qsizetype Lanes = 64;
    const char *at = bytes.data();
    qsizetype left = bytes.size();
    qint64 count = 0;
    while (left >= Lanes) {
        std::array<quint8, Lanes> sums{};
        const qsizetype rounds = std::min<qsizetype>(left / Lanes, 255);
        for (qsizetype round = 0; round < rounds; ++round, at += Lanes) {
            for (qsizetype lane = 0; lane < Lanes; ++lane)
                sums[size_t(lane)] += at[lane] == '\n';
        }
        left -= rounds * Lanes;
        count = std::accumulate(sums.begin(), sums.end(), count);
    }
    return count + std::count(at, at + left, '\n');
}

qsizetype afterLineEnds(QByteArrayView bytes, qint64 count)
{
    qsizetype at = 0;
    for (; count > 0; --count) {
        const auto end = bytes.indexOf('\n', at);
        if (end < 0)
            return bytes.size();
        at = end + 1;
    }
    return at;
}

} // namespace Roost::Logs
