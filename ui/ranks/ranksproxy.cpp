// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/ranks/ranksproxy.h"

#include "models/items/ranks/ranksmodel.h"
#include "ui/theme/theme.h"

#include <QBrush>
#include <QIcon>
#include <QPainter>

#include <utility>

namespace Roost::Ui {

using namespace Items;

namespace {

// Returns a chip with the colour of a rank in the gutter of the log; an outline if its log is not visible.
QIcon chip(int rank, bool isHidden)
{
    constexpr double Scale = 3; // sharp at every scale factor of the screen
    QPixmap picture(QSize(Theme::IconSize, Theme::IconSize) * Scale);
    picture.setDevicePixelRatio(Scale);
    picture.fill(Qt::transparent);
    QPainter painter(&picture);
    painter.setRenderHint(QPainter::Antialiasing);
    const QColor color = isHidden ? Theme::color(Theme::Role::Border) : Theme::series(rank);
    painter.setPen(QPen(color, 1.5));
    painter.setBrush(isHidden ? QBrush(Qt::NoBrush) : QBrush(color));
    painter.drawRoundedRect(QRectF(3, 3, 10, 10), 2, 2);
    painter.end();
    return {picture};
}

} // namespace

RanksProxy::RanksProxy(QObject *parent)
    : QSortFilterProxyModel(parent)
{
    setSortRole(SortRole);
    setDynamicSortFilter(true);
}

void RanksProxy::setOnlyTrouble(bool only)
{
    if (std::exchange(m_onlyTrouble, only) != only)
        invalidateRowsFilter();
}

void RanksProxy::setHidden(const QSet<LogSource> &hidden)
{
    if (hidden == m_hidden)
        return;
    m_hidden = hidden;
    if (rowCount() > 0)
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1));
}

bool RanksProxy::isHidden(const QModelIndex &index) const
{
    return m_hidden.contains(index.data(KeyRole).value<LogSource>());
}

QVariant RanksProxy::data(const QModelIndex &index, int role) const
{
    if (role == Qt::DecorationRole && index.column() == RanksModel::Rank) {
        const QVariant rank = index.data(RanksModel::RankRole);
        if (!rank.isValid())
            return {};
        return chip(rank.toInt(), isHidden(index));
    }
    if (role == Qt::ForegroundRole && isHidden(index))
        return QBrush(Theme::color(Theme::Role::TextDisabled));
    return QSortFilterProxyModel::data(index, role);
}

bool RanksProxy::filterAcceptsRow(int row, const QModelIndex &parent) const
{
    if (!m_onlyTrouble)
        return true;
    const auto state = RankState(sourceModel()->index(row, 0, parent).data(RanksModel::StateRole).toInt());
    return state == RankState::Stalled || state == RankState::FailedFirst || state == RankState::Followed;
}

} // namespace Roost::Ui
