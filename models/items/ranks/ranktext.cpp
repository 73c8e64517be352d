// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/ranks/ranktext.h"

#include "models/items/base/format.h"
#include "models/items/ranks/rankactivity.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>

namespace Roost::Items::RankText {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(RankText)
};

constexpr qsizetype MostNamed = 3;

QString names(const QList<Stall> &stalls)
{
    QStringList names;
    for (const Stall &one : stalls.first(std::min(MostNamed, stalls.size())))
        names += QString::number(one.rank);
    const QString listed = names.join(u", "_s);
    const int more = int(stalls.size() - names.size());
    return more > 0 ? Words::tr("Ranks %1 and %n more", nullptr, more).arg(listed) : Words::tr("Ranks %1").arg(listed);
}

// Returns a sentence that names the rank with the least progress: if all ranks wait, it is the likely reason.
QString leastProgress(const RunActivity &activity)
{
    const auto ranks = activityOfRanks(activity);
    QMap<qint64, QList<int>> byProgress;
    for (auto it = ranks.cbegin(); it != ranks.cend(); ++it) {
        if (!it->buckets.isEmpty() && it->buckets.last().progressCount > 0)
            byProgress[it->buckets.last().progressCount] += it.key();
    }
    if (byProgress.size() < 2 || 2 * byProgress.first().size() > ranks.size())
        return {};
    return Words::tr("Rank %1 has made the least progress.").arg(byProgress.first().first());
}

} // namespace

QString name(int rank)
{
    return Words::tr("Rank %1").arg(rank);
}

QString age(std::chrono::milliseconds age)
{
    if (age < 1s)
        return Words::tr("now");
    // "16:16" could be read as a time of day.
    const qint64 minutes = age / 1min;
    return minutes > 0 && minutes < 60 ? Words::tr("%1 min").arg(minutes) : span(age);
}

QString span(std::chrono::milliseconds span)
{
    if (span < 950ms)
        return Words::tr("%1 s").arg(QLocale().toString(std::chrono::duration<double>(span).count(), 'f', 1));
    if (span < 1min)
        return Words::tr("%1 s").arg(QLocale().toString(qint64((span + 500ms) / 1s)));
    return Format::duration(span.count());
}

QString count(std::optional<qint64> count)
{
    return count ? Format::count(*count) : QString();
}

QString stall(const QList<Stall> &stalls, const RunActivity &activity)
{
    if (stalls.isEmpty())
        return {};
    const Stall &longest = stalls.first();
    const QString duration = span(longest.duration);
    if (!longest.isAlone) {
        const QString all = Words::tr("No rank has written for %1.").arg(span(stalls.last().duration));
        const QString behind = leastProgress(activity);
        return behind.isEmpty() ? all : all + u' ' + behind;
    }
    if (stalls.size() > 1)
        return Words::tr("%1 have been silent for up to %2.").arg(names(stalls), duration);
    if (!longest.usualGap)
        return Words::tr("Rank %1 has been silent for %2.").arg(longest.rank).arg(duration);
    return Words::tr("Rank %1 has been silent for %2; the others write every %3.")
        .arg(longest.rank)
        .arg(duration, span(*longest.usualGap));
}

QString lag(const RankLag &rank)
{
    if (rank.lagSteps > 0) {
        return Words::tr("Rank %1: %n steps (%2) behind", nullptr, int(rank.lagSteps))
            .arg(rank.rank)
            .arg(span(rank.lag));
    }
    return Words::tr("Rank %1: not in step for %2 % of the time").arg(rank.rank).arg(qRound(100 * rank.shareBehind));
}

QString lag(Lag lag)
{
    switch (lag) {
    case Lag::None:
        return Words::tr("not there");
    case Lag::InStep:
        return Words::tr("in step");
    case Lag::NoneWrites:
        return Words::tr("no rank writes");
    case Lag::Behind:
        return Words::tr("behind");
    case Lag::FarBehind:
        return Words::tr("far behind");
    case Lag::Stalled:
        return Words::tr("silent while others write");
    }
    return {};
}

} // namespace Roost::Items::RankText
