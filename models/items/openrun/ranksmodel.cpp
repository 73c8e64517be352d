// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/openrun/ranksmodel.h"

#include "models/items/base/format.h"
#include "models/items/ranks/ranktext.h"

#include <QLocale>

namespace Roost::Items {

using namespace Qt::StringLiterals;

void RanksModel::setNow(qint64 now)
{
    if (std::exchange(m_now, now) != now)
        touchColumn(LastLine);
}

// How long ago while it writes; of one that has ended the moment, which does not go on.
QString RanksModel::lastLineText(const RankRow &row) const
{
    if (row.lastWrite <= 0 || m_now <= 0)
        return {};
    return row.isOver ? Format::moment(QDateTime::fromMSecsSinceEpoch(row.lastWrite))
                      : RankText::age(m_now - row.lastWrite);
}

QString RanksModel::text(const RankRow &row, int column) const
{
    switch (column) {
    case Rank:
        return row.rank >= 0 ? QString::number(row.rank) : row.logs.value(0).section(u'/', -1);
    case State:
        return stateText(row.state);
    case LastLine:
        return lastLineText(row);
    case Lines:
        return RankText::count(row.lines);
    case Errors:
        return row.errors > 0 ? RankText::count(row.errors) : QString();
    case Rate:
        return row.linesPerSecond < 0 ? QString() : QLocale().toString(row.linesPerSecond, 'f', 1);
    case Node:
        return row.rank < 0 ? QString() : tr("%1 / %2").arg(row.node).arg(row.localRank);
    case Exit:
        if (row.signal)
            return tr("signal %1").arg(*row.signal);
        return row.exitCode ? QString::number(*row.exitCode) : QString();
    case Cause:
        return row.cause;
    default:
        return {};
    }
}

QVariant RanksModel::sortKey(const RankRow &row, int column) const
{
    switch (column) {
    case Rank:
        return row.rank >= 0 ? QVariant(row.rank) : QVariant(row.key);
    case State:
        return int(row.state);
    case LastLine:
        return -row.lastWrite;
    case Lines:
        return row.lines;
    case Errors:
        return row.errors;
    case Rate:
        return row.linesPerSecond;
    case Node:
        return row.rank;
    case Exit:
        return row.signal ? 1000 + *row.signal : row.exitCode.value_or(-1);
    default:
        return text(row, column);
    }
}

QString RanksModel::toolTip(const RankRow &row, int column) const
{
    if (column == LastLine && row.lastWrite > 0)
        return tr("Last line at %1").arg(Format::exact(QDateTime::fromMSecsSinceEpoch(row.lastWrite)));
    if (column == State && row.state == RankState::Followed)
        return tr("Ended because another rank had failed before it.");
    if (column == State && row.state == RankState::Silent)
        return tr("Has not written for longer than its own rhythm and that of the others explains.");
    if (column == Node && row.rank >= 0)
        return tr("Node %1, process %2 of it").arg(row.node).arg(row.localRank);
    return column == Rank ? row.logs.join(u'\n') : QString();
}

QVariant RanksModel::cell(const RankRow &row, int column, int role) const
{
    const bool isNumber = column == LastLine || column == Lines || column == Errors || column == Rate;
    switch (role) {
    case KeyRole:
        return row.key;
    case RankRole:
        return row.rank;
    case LogsRole:
        return row.logs;
    case StateRole:
        return int(row.state);
    case ToneRole:
        return column == State && row.state != RankState::Unknown ? QVariant(int(toneOf(row.state))) : QVariant();
    case Qt::TextAlignmentRole:
        return isNumber ? QVariant(Qt::AlignRight | Qt::AlignVCenter) : QVariant();
    case Qt::ToolTipRole:
        return toolTip(row, column);
    case Qt::AccessibleTextRole:
        if (column != Rank)
            return text(row, column);
        return QString((row.rank >= 0 ? RankText::name(row.rank) : text(row, Rank)) + u", "_s + stateText(row.state));
    case SortRole:
        return sortKey(row, column);
    case Qt::DisplayRole:
        return text(row, column);
    default:
        return {};
    }
}

QVariant RanksModel::header(int column, int role) const
{
    if (role == Qt::TextAlignmentRole) {
        const bool isNumber = column == LastLine || column == Lines || column == Errors || column == Rate;
        return int((isNumber ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    }
    if (role != Qt::DisplayRole)
        return {};
    switch (column) {
    case Rank:
        return tr("Rank");
    case State:
        return tr("State");
    case LastLine:
        return tr("Last line");
    case Lines:
        return tr("Lines");
    case Errors:
        return tr("Errors");
    case Rate:
        return tr("Lines/s");
    case Node:
        return tr("Node");
    case Exit:
        return tr("Exit");
    case Cause:
        return tr("Cause");
    default:
        return {};
    }
}

} // namespace Roost::Items
