// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/supervisor/steadyclock.h"

#include <QDateTime>

#include <ctime>

namespace Roost::Supervision {

namespace {

qint64 sinceBootMs()
{
    timespec time = {};
    clock_gettime(CLOCK_BOOTTIME, &time);
    return qint64(time.tv_sec) * 1000 + time.tv_nsec / 1'000'000;
}

} // namespace

qint64 steadyNowMs()
{
    static const qint64 boot = QDateTime::currentMSecsSinceEpoch() - sinceBootMs();
    return boot + sinceBootMs();
}

} // namespace Roost::Supervision
