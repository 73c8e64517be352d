// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/ranks/ranksmodel.h"

#include "models/items/base/format.h"
#include "models/items/ranks/ranktext.h"

#include <QLocale>

namespace Roost::Items {

using namespace Qt::StringLiterals;

Tone toneOf(RankState state)
{
    switch (state) {
    case RankState::Waiting:
        return Tone::Queued;
    case RankState::Running:
        return Tone::Running;
    case RankState::Stalled:
        return Tone::Warning;
    case RankState::Done:
        return Tone::Done;
    case RankState::FailedFirst:
        return Tone::Failed;
    case RankState::Followed:
    case RankState::Canceled:
        return Tone::Canceled;
    case RankState::Unknown:
        break;
    }
    return Tone::Neutral;
}

QString stateText(RankState state)
{
    switch (state) {
    case RankState::Waiting:
        return RanksModel::tr("Waiting");
    case RankState::Running:
        return RanksModel::tr("Running");
    case RankState::Stalled:
        return RanksModel::tr("Silent");
    case RankState::Done:
        return RanksModel::tr("Done");
    case RankState::FailedFirst:
        return RanksModel::tr("Failed first");
    case RankState::Followed:
        return RanksModel::tr("Stopped after");
    case RankState::Canceled:
        return RanksModel::tr("Canceled");
    case RankState::Unknown:
        break;
    }
    return {};
}

namespace {

QString rankText(const RankRow &row)
{
    return row.rank ? QString::number(*row.rank) : row.logs.value(0).section(u'/', -1);
}

QString stateToolTip(const RankRow &row)
{
    if (row.state == RankState::Followed)
        return RanksModel::tr("Ended because another rank had failed before it.");
    if (row.state == RankState::Stalled)
        return RanksModel::tr("Has not written for longer than is usual for this rank and for the others.");
    return {};
}

std::optional<Tone> stateTone(const RankRow &row)
{
    return row.state == RankState::Unknown ? std::nullopt : std::optional(toneOf(row.state));
}

QString lastLineToolTip(const RankRow &row)
{
    if (!row.lastWrite)
        return {};
    return RanksModel::tr("Last line at %1").arg(Format::exact(toDateTime(row.lastWrite)));
}

QString rateText(const RankRow &row)
{
    return row.linesPerSecond ? QLocale().toString(*row.linesPerSecond, 'f', 1) : QString();
}

QString exitText(const RankRow &row)
{
    if (row.signal)
        return RanksModel::tr("signal %1").arg(*row.signal);
    return row.exitCode ? QString::number(*row.exitCode) : QString();
}

} // namespace

RanksModel::RanksModel(QObject *parent)
    : KeyedTableModel(usualColumns(this) + furtherColumns(), parent)
{
}

void RanksModel::setNow(std::optional<TimePoint> now)
{
    if (std::exchange(m_now, now) != now)
        touchColumn(LastLine);
}

// Returns the age of the last line while the rank writes, and the time of the last line after the rank has ended.
QString RanksModel::lastLineText(const RankRow &row) const
{
    if (!row.lastWrite || !m_now)
        return {};
    return row.isOver ? Format::moment(toDateTime(row.lastWrite)) : RankText::age(*m_now - *row.lastWrite);
}

QVariant RanksModel::rowData(const RankRow &row, int role) const
{
    switch (role) {
    case RankRole:
        return row.rank ? QVariant(*row.rank) : QVariant();
    case LogsRole:
        return row.logs;
    case StateRole:
        return int(row.state);
    default:
        return {};
    }
}

QList<TableColumn<RankRow>> RanksModel::usualColumns(const RanksModel *model)
{
    return {
        {.id = Rank,
         .title = [] { return tr("Rank"); },
         .width = 8,
         .visibility = ColumnVisibility::Fixed,
         .text = rankText,
         .sortKey = [](const RankRow &row) { return row.rank ? QVariant(*row.rank) : QVariant(toText(row.source)); },
         .toolTip = [](const RankRow &row) { return row.logs.join(u'\n'); },
         .accessibleText =
             [](const RankRow &row) {
                 const QString name = row.rank ? RankText::name(*row.rank) : rankText(row);
                 return QString(name + u", "_s + stateText(row.state));
             }},
        {.id = State,
         .title = [] { return tr("State"); },
         .width = 11,
         .stretches = true,
         .text = [](const RankRow &row) { return stateText(row.state); },
         .sortKey = [](const RankRow &row) { return int(row.state); },
         .toolTip = stateToolTip,
         .tone = stateTone},
        {.id = LastLine,
         .title = [] { return tr("Last line"); },
         .width = 8,
         .isNumeric = true,
         .text = [model](const RankRow &row) { return model->lastLineText(row); },
         .sortKey = [](const RankRow &row) { return -msOrZero(row.lastWrite); },
         .toolTip = lastLineToolTip},
        {.id = Lines,
         .title = [] { return tr("Lines"); },
         .width = 8,
         .isNumeric = true,
         .text = [](const RankRow &row) { return RankText::count(row.lines); },
         .sortKey = [](const RankRow &row) { return row.lines.value_or(-1); }},
        {.id = Errors,
         .title = [] { return tr("Errors"); },
         .width = 6,
         .isNumeric = true,
         .text = [](const RankRow &row) { return row.errors > 0 ? RankText::count(row.errors) : QString(); },
         .sortKey = [](const RankRow &row) { return row.errors.value_or(-1); }},
    };
}

QList<TableColumn<RankRow>> RanksModel::furtherColumns()
{
    return {
        {.id = Rate,
         .title = [] { return tr("Lines/s"); },
         .width = 9,
         .visibility = ColumnVisibility::Hidden,
         .isNumeric = true,
         .text = rateText,
         .sortKey = [](const RankRow &row) { return row.linesPerSecond.value_or(-1); }},
        {.id = Node,
         .title = [] { return tr("Node"); },
         .width = 8,
         .visibility = ColumnVisibility::Hidden,
         .text =
             [](const RankRow &row) { return row.rank ? tr("%1 / %2").arg(row.node).arg(row.localRank) : QString(); },
         .sortKey = [](const RankRow &row) { return row.rank.value_or(-1); },
         .toolTip =
             [](const RankRow &row) {
                 return row.rank ? tr("Node %1, process %2 of it").arg(row.node).arg(row.localRank) : QString();
             }},
        {.id = Exit,
         .title = [] { return tr("Exit"); },
         .width = 10,
         .visibility = ColumnVisibility::Hidden,
         .text = exitText,
         .sortKey = [](const RankRow &row) { return row.signal ? 1000 + *row.signal : row.exitCode.value_or(-1); }},
        {.id = Cause,
         .title = [] { return tr("Cause"); },
         .width = 30,
         .visibility = ColumnVisibility::Hidden,
         .text = &RankRow::cause},
    };
}

} // namespace Roost::Items
