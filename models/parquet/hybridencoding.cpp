// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/parquet/hybridencoding.h"

#include "models/parquet/thriftwriter.h"

#include <algorithm>
#include <bit>

namespace Roost::Parquet {

namespace {

// Packed values are written in groups of eight, and a run is worth its own header from as many on.
constexpr qsizetype group = 8;

qsizetype runAt(const QList<quint32> &values, qsizetype at)
{
    qsizetype end = at + 1;
    while (end < values.size() && values[end] == values[at])
        ++end;
    return end - at;
}

void appendRun(QByteArray &to, quint32 value, qsizetype count, int bits)
{
    appendVarint(to, quint64(count) << 1);
    for (int written = 0; written < bits; written += 8)
        to += char(value >> written);
}

// The last group is filled with zeros.
void appendPacked(QByteArray &to, const QList<quint32> &values, qsizetype from, qsizetype count, int bits)
{
    const qsizetype groups = (count + group - 1) / group;
    appendVarint(to, quint64(groups) << 1 | 1);
    quint64 open = 0;
    int filled = 0;
    for (qsizetype i = 0; i < groups * group; ++i) {
        const quint64 value = i < count ? values[from + i] : 0;
        open |= value << filled;
        filled += bits;
        for (; filled >= 8; filled -= 8) {
            to += char(open);
            open >>= 8;
        }
    }
}

} // namespace

int bitsFor(quint32 largest)
{
    return std::bit_width(largest);
}

QByteArray hybridEncoded(const QList<quint32> &values, int bits)
{
    QByteArray bytes;
    qsizetype at = 0;
    while (at < values.size()) {
        if (const qsizetype run = runAt(values, at); run >= group) {
            appendRun(bytes, values[at], run, bits);
            at += run;
            continue;
        }
        qsizetype end = at;
        while (end < values.size() && runAt(values, end) < group)
            end = std::min(end + group, values.size());
        appendPacked(bytes, values, at, end - at, bits);
        at = end;
    }
    return bytes;
}

} // namespace Roost::Parquet
