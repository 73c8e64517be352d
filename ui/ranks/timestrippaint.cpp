// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
// How TimeStrip paints what stands around its rows.
#include "ui/ranks/timestrip.h"
#include "ui/theme/theme.h"

#include <QDateTime>
#include <QLocale>
#include <QPainter>

#include <algorithm>
#include <array>
#include <cmath>

namespace Roost::Ui {

using namespace Items;

using namespace Qt::StringLiterals;

namespace {

// The least step of clock time at which ticks are `apart` pixels from each other.
qint64 tickStep(qint64 span, int width, int apart)
{
    constexpr std::array<qint64, 20> steps{
        100,     500,     1000,    2000,      5000,      10'000,    15'000,     30'000,     60'000,     120'000,
        300'000, 600'000, 900'000, 1'800'000, 3'600'000, 7'200'000, 21'600'000, 43'200'000, 86'400'000, 604'800'000};
    const double least = double(span) * apart / std::max(1, width);
    const auto step = std::ranges::find_if(steps, [least](qint64 one) { return double(one) >= least; });
    return step == steps.end() ? qint64(least) + 1 : *step;
}

QString clock(qint64 time, qint64 step)
{
    const QDateTime local = QDateTime::fromMSecsSinceEpoch(time);
    if (step >= 86'400'000)
        return QLocale().toString(local.date(), QLocale::ShortFormat);
    return local.toString(step < 1000 ? u"HH:mm:ss.zzz"_s : step < 60'000 ? u"HH:mm:ss"_s : u"HH:mm"_s);
}

} // namespace

void TimeStrip::paintEvent(QPaintEvent * /*event*/)
{
    QPainter painter(this);
    const QRect area = plot();
    if (rowCount() == 0 || to() <= from())
        return;
    if (m_rows.isNull()) {
        m_rows = QPixmap(size() * devicePixelRatio());
        m_rows.setDevicePixelRatio(devicePixelRatio());
        m_rows.fill(Qt::transparent);
        QPainter rows(&m_rows);
        paintAxis(rows);
        paintRows(rows, area, rowCount());
        paintNames(rows);
    }
    painter.drawPixmap(0, 0, m_rows);
    if (m_band.to > m_band.from) {
        const int left = std::clamp(xOf(m_band.from), area.left(), area.right());
        const int right = std::clamp(xOf(m_band.to), left + 2, std::max(left + 2, area.right()));
        QColor accent = Theme::color(Theme::Role::Accent);
        painter.setPen(accent);
        accent.setAlphaF(0.15F);
        painter.setBrush(accent);
        painter.drawRect(QRect(left, area.top(), right - left, int(rowRect(rowCount() - 1).bottom()) - area.top() - 1));
    }
    paintCursor(painter);
}

void TimeStrip::paintCursor(QPainter &painter) const
{
    const QRect area = plot();
    if (m_cursor && area.contains(*m_cursor)) {
        painter.setPen(Theme::color(Theme::Role::Border));
        painter.drawLine(m_cursor->x(), area.top(), m_cursor->x(), int(rowRect(rowCount() - 1).bottom()));
        if (const int row = rowAt(m_cursor->y()); row >= 0 && hasFocus())
            painter.drawRect(rowRect(row).adjusted(0, 0, -1, -1));
    }
    if (hasFocus()) {
        painter.setPen(Theme::color(Theme::Role::Accent));
        painter.setBrush(Qt::NoBrush);
        painter.drawRect(rect().adjusted(0, 0, -1, -1));
    }
}

// Each row's where there is room, else some at equal distances.
void TimeStrip::paintNames(QPainter &painter) const
{
    const RankTimeline &lanes = m_ranks->timeline();
    painter.setFont(Theme::tabular(Theme::font(Theme::Secondary)));
    painter.setPen(Theme::color(Theme::Role::TextSecondary));
    const int needed = painter.fontMetrics().height();
    const double tall = rowRect(0).height();
    const int every = tall >= needed ? 1 : int(std::ceil(1.5 * needed / tall));
    const int gutter = plot().left() - Theme::Step;
    for (int row = 0; row < rowCount(); row += every) {
        const int lane = lanes.rowsOfBand(row, rowCount()).first;
        const auto rank = lanes.rank(lane);
        const double middle = rowRect(row).top() + std::min(tall, double(TallestRow)) / 2;
        QRectF place(0, middle - needed / 2.0, gutter, needed);
        place.moveTop(std::max(0.0, place.top()));
        const QString name = rank ? QString::number(*rank) : lanes.path(lane).section(u'/', -1);
        painter.drawText(place, Qt::AlignRight | Qt::AlignVCenter,
                         painter.fontMetrics().elidedText(name, Qt::ElideMiddle, gutter));
    }
}

void TimeStrip::paintAxis(QPainter &painter) const
{
    const QRect area = plot();
    painter.setFont(Theme::tabular(Theme::font(Theme::Secondary)));
    const QFontMetrics metrics = painter.fontMetrics();
    const int top = int(rowRect(rowCount() - 1).bottom()) + Theme::Step / 2;
    const qint64 step = tickStep(to() - from(), area.width(), 2 * metrics.horizontalAdvance(u"00:00:00"_s));
    // Ticks stand at round times of the local clock.
    const qint64 offset = QDateTime::fromMSecsSinceEpoch(from()).offsetFromUtc() * 1000LL;
    qint64 time = ((from() + offset + step - 1) / step) * step - offset;
    for (int free = area.left(); time < to(); time += step) {
        const int x = xOf(time);
        painter.setPen(Theme::color(Theme::Role::Line));
        painter.drawLine(x, area.top(), x, top);
        painter.setPen(Theme::color(Theme::Role::TextSecondary));
        const QString text = clock(time, step);
        const int wide = metrics.horizontalAdvance(text);
        const int left = std::clamp(x - wide / 2, area.left(), std::max(area.left(), area.right() - wide));
        // The last one is moved in from the edge, maybe over its neighbour.
        if (left < free)
            continue;
        painter.drawText(QRect(left, top, wide + 1, metrics.height()), Qt::AlignLeft | Qt::AlignVCenter, text);
        free = left + wide + Theme::Inside;
    }
}

} // namespace Roost::Ui
