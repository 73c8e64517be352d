// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/service/launch/lastline.h"

#include <QFile>

#include <algorithm>
#include <ranges>

namespace Roost::Service {

namespace {

constexpr qint64 tailBytes = 8 * 1024;
constexpr int longestLine = 300;

} // namespace

QString lastLineOf(const QString &logFile)
{
    QFile log(logFile);
    if (!log.open(QIODevice::ReadOnly))
        return {};
    log.seek(std::max<qint64>(0, log.size() - tailBytes));
    const auto lines = log.read(tailBytes).split('\n');
    for (const QByteArray &whole : lines | std::views::reverse) {
        const QByteArray line = whole.trimmed();
        if (!line.isEmpty())
            return QString::fromUtf8(line.mid(line.lastIndexOf('\r') + 1)).trimmed().left(longestLine);
    }
    return {};
}

} // namespace Roost::Service
