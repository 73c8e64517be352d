// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/logs/times/timemarks.h"

#include <QFile>
#include <QFileInfo>
#include <QtEndian>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Roost::Logs {

QString timeIndexFile(const QString &stateFolder, const QString &logFile)
{
    return stateFolder + u"/times/"_s + QFileInfo(logFile).fileName() + u".idx"_s;
}

QByteArray encodeTimeMark(const TimeMark &mark)
{
    QByteArray bytes(TimeMarkSize, Qt::Uninitialized);
    qToLittleEndian(msSinceEpoch(mark.time), bytes.data());
    qToLittleEndian(mark.offset, bytes.data() + sizeof(qint64));
    return bytes;
}

QList<TimeMark> readTimeIndex(const QString &indexFile, qint64 from, qint64 count)
{
    QList<TimeMark> marks;
    QFile in(indexFile);
    if (!in.open(QIODevice::ReadOnly) || !in.seek(from * TimeMarkSize))
        return marks;
    const QByteArray bytes = count < 0 ? in.readAll() : in.read(count * TimeMarkSize);
    marks.reserve(bytes.size() / TimeMarkSize);
    for (qint64 at = 0; at + TimeMarkSize <= bytes.size(); at += TimeMarkSize) {
        marks += TimeMark{timePointFromMs(qFromLittleEndian<qint64>(bytes.constData() + at)),
                          qFromLittleEndian<qint64>(bytes.constData() + at + sizeof(qint64))};
    }
    return marks;
}

std::optional<TimePoint> writtenAt(const QList<TimeMark> &marks, qint64 offset)
{
    const auto mark = std::ranges::upper_bound(marks, offset, {}, &TimeMark::offset);
    return mark == marks.cend() ? std::nullopt : std::optional(mark->time);
}

} // namespace Roost::Logs
