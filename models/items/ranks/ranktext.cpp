// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/ranks/ranktext.h"

#include "models/items/base/format.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>

namespace Roost::Items::RankText {

using namespace Qt::StringLiterals;

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(RankText)
};

constexpr qsizetype MostNamed = 3;

QString names(const QList<Silence> &silences)
{
    QStringList names;
    for (const Silence &one : silences.first(std::min(MostNamed, silences.size())))
        names += QString::number(one.rank);
    const QString listed = names.join(u", "_s);
    const int more = int(silences.size() - names.size());
    return more > 0 ? Words::tr("Ranks %1 and %n more", nullptr, more).arg(listed) : Words::tr("Ranks %1").arg(listed);
}

// Where all wait, the one that has come least far is the one to look at.
QString whoIsBehind(const RunActivity &activity)
{
    const auto ranks = activityOfRanks(activity);
    QMap<qint64, QList<int>> byBeats;
    for (auto it = ranks.cbegin(); it != ranks.cend(); ++it) {
        if (!it->buckets.isEmpty() && it->buckets.last().beats > 0)
            byBeats[it->buckets.last().beats] += it.key();
    }
    if (byBeats.size() < 2 || 2 * byBeats.first().size() > ranks.size())
        return {};
    return Words::tr("Rank %1 has come least far.").arg(byBeats.first().first());
}

} // namespace

QString name(int rank)
{
    return Words::tr("Rank %1").arg(rank);
}

QString age(qint64 ms)
{
    if (ms < 1000)
        return Words::tr("now");
    // "16:16" would be read as a time of day.
    const qint64 minutes = ms / 60'000;
    return minutes > 0 && minutes < 60 ? Words::tr("%1 min").arg(minutes) : span(ms);
}

QString span(qint64 ms)
{
    if (ms < 950)
        return Words::tr("%1 s").arg(QLocale().toString(double(ms) / 1000, 'f', 1));
    if (ms < 60'000)
        return Words::tr("%1 s").arg(QLocale().toString((ms + 500) / 1000));
    return Format::duration(ms);
}

QString count(qint64 count)
{
    return count < 0 ? QString() : Format::count(count);
}

QString silence(const QList<Silence> &silences, const RunActivity &activity)
{
    if (silences.isEmpty())
        return {};
    const Silence &longest = silences.first();
    const QString forHow = span(longest.forMs);
    if (!longest.isAlone) {
        const QString all = Words::tr("No rank has written for %1.").arg(span(silences.last().forMs));
        const QString behind = whoIsBehind(activity);
        return behind.isEmpty() ? all : all + u' ' + behind;
    }
    const QString others = longest.othersMs > 0 ? span(longest.othersMs) : QString();
    if (silences.size() > 1)
        return Words::tr("%1 have been silent for up to %2.").arg(names(silences), forHow);
    if (others.isEmpty())
        return Words::tr("Rank %1 has been silent for %2.").arg(longest.rank).arg(forHow);
    return Words::tr("Rank %1 has been silent for %2; the others write every %3.")
        .arg(longest.rank)
        .arg(forHow, others);
}

QString lag(const RankPace &pace)
{
    if (pace.lagBeats > 0) {
        return Words::tr("Rank %1: %n steps (%2) behind", nullptr, int(pace.lagBeats))
            .arg(pace.rank)
            .arg(span(pace.lagMs));
    }
    return Words::tr("Rank %1: not in step for %2 % of the time").arg(pace.rank).arg(qRound(100 * pace.shareBehind));
}

QString pace(Pace pace)
{
    switch (pace) {
    case Pace::None:
        return Words::tr("not there");
    case Pace::InStep:
        return Words::tr("in step");
    case Pace::NoneWrites:
        return Words::tr("no rank writes");
    case Pace::Behind:
        return Words::tr("behind");
    case Pace::FarBehind:
        return Words::tr("far behind");
    case Pace::Silent:
        return Words::tr("silent while others write");
    }
    return {};
}

} // namespace Roost::Items::RankText
