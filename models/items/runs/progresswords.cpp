// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/runs/progresswords.h"

#include "models/core/words.h"

#include <QStringList>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace Roost::Items {

namespace {

constexpr qint64 minutesOfHour = 60;
constexpr qint64 minutesOfDay = 24 * minutesOfHour;

QString countText(const RunProgress &progress)
{
    const QString done = QString::number(progress.done, 'g', 4);
    const QString total = QString::number(progress.total, 'g', 8);
    if (progress.unit == "epoch"_L1)
        return Words::tr("%1 of %2 epochs").arg(done, total);
    if (progress.unit == "step"_L1)
        return Words::tr("%1 of %2 steps").arg(QString::number(progress.done, 'g', 12), total);
    return Words::tr("%1 of %2").arg(QString::number(progress.done, 'g', 12), total);
}

} // namespace

QString timeLeftText(double seconds)
{
    const auto minutes = qint64(std::llround(std::clamp(seconds, 0.0, 1e9) / 60));
    if (minutes < 1)
        return Words::tr("less than 1 min left");
    if (minutes < minutesOfHour)
        return Words::tr("about %1 min left").arg(minutes);
    if (minutes < minutesOfDay) {
        const qint64 tens = (minutes + 5) / 10 * 10;
        return tens % minutesOfHour == 0
                   ? Words::tr("about %1 h left").arg(tens / minutesOfHour)
                   : Words::tr("about %1 h %2 min left").arg(tens / minutesOfHour).arg(tens % minutesOfHour);
    }
    const qint64 hours = (minutes + minutesOfHour / 2) / minutesOfHour;
    return Words::tr("about %1 d %2 h left").arg(hours / 24).arg(hours % 24);
}

double progressShare(const Run &run)
{
    if (!run.progress || isTerminal(run.status) || !(run.progress->total > 0))
        return -1;
    return std::clamp(run.progress->done / run.progress->total, 0.0, 1.0);
}

QString progressText(const Run &run)
{
    const double share = progressShare(run);
    if (share < 0)
        return {};
    // A run that is not over never shows 100 %.
    QStringList parts{Words::tr("%1 %").arg(std::min(99, int(share * 100)))};
    if (run.progress->secondsLeft)
        parts += timeLeftText(*run.progress->secondsLeft);
    return parts.join(u", "_s);
}

QString progressDetail(const Run &run)
{
    const QString text = progressText(run);
    return text.isEmpty() ? text : countText(*run.progress) + u", "_s + text;
}

} // namespace Roost::Items
