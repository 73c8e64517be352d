// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/logs/timemarks.h"

#include <QFile>
#include <QFileInfo>
#include <QtEndian>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Roost::Logs {

namespace {
constexpr qint64 markBytes = 2 * sizeof(qint64);
}

QString timeIndexFile(const QString &stateFolder, const QString &logFile)
{
    return stateFolder + u"/times/"_s + QFileInfo(logFile).fileName() + u".idx"_s;
}

QList<TimeMark> readTimeIndex(const QString &indexFile, qint64 from, qint64 count)
{
    QList<TimeMark> marks;
    QFile in(indexFile);
    if (!in.open(QIODevice::ReadOnly) || !in.seek(from * markBytes))
        return marks;
    const QByteArray bytes = count < 0 ? in.readAll() : in.read(count * markBytes);
    marks.reserve(bytes.size() / markBytes);
    for (qint64 at = 0; at + markBytes <= bytes.size(); at += markBytes) {
        marks += TimeMark{qFromLittleEndian<qint64>(bytes.constData() + at),
                          qFromLittleEndian<qint64>(bytes.constData() + at + sizeof(qint64))};
    }
    return marks;
}

qint64 writtenAt(const QList<TimeMark> &marks, qint64 offset)
{
    const auto mark = std::ranges::upper_bound(marks, offset, {}, &TimeMark::offset);
    return mark == marks.cend() ? 0 : mark->time;
}

} // namespace Roost::Logs
