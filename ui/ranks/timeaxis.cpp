// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/ranks/timeaxis.h"

#include "ui/theme/theme.h"

#include <QDateTime>
#include <QLocale>
#include <QPainter>

#include <algorithm>
#include <array>

namespace Roost::Ui {

using namespace Qt::StringLiterals;

namespace {

// Returns the smallest step of clock time at which ticks are at least `apart` pixels apart.
qint64 tickStep(qint64 span, int width, int apart)
{
    constexpr std::array<qint64, 20> steps{
        100,     500,     1000,    2000,      5000,      10'000,    15'000,     30'000,     60'000,     120'000,
        300'000, 600'000, 900'000, 1'800'000, 3'600'000, 7'200'000, 21'600'000, 43'200'000, 86'400'000, 604'800'000};
    const double least = double(span) * apart / std::max(1, width);
    const auto step = std::ranges::find_if(steps, [least](qint64 one) { return double(one) >= least; });
    return step == steps.end() ? qint64(least) + 1 : *step;
}

QString clockText(qint64 time, qint64 step)
{
    const QDateTime local = QDateTime::fromMSecsSinceEpoch(time);
    if (step >= 86'400'000)
        return QLocale().toString(local.date(), QLocale::ShortFormat);
    return local.toString(step < 1000 ? u"HH:mm:ss.zzz"_s : step < 60'000 ? u"HH:mm:ss"_s : u"HH:mm"_s);
}

} // namespace

qint64 TimeAxis::timeAt(int x) const
{
    const double share = std::clamp(double(x - m_plot.left()) / m_plot.width(), 0.0, 1.0);
    return m_from + qint64(share * double(m_to - m_from));
}

int TimeAxis::xOf(qint64 time) const
{
    return m_plot.left() + int(double(time - m_from) / double(std::max<qint64>(1, m_to - m_from)) * m_plot.width());
}

void TimeAxis::paint(QPainter &painter, int foot) const
{
    painter.setFont(Theme::tabular(Theme::font(Theme::Secondary)));
    const QFontMetrics metrics = painter.fontMetrics();
    const qint64 step = tickStep(m_to - m_from, m_plot.width(), 2 * metrics.horizontalAdvance(u"00:00:00"_s));
    const qint64 offset = QDateTime::fromMSecsSinceEpoch(m_from).offsetFromUtc() * 1000LL;
    qint64 time = ((m_from + offset + step - 1) / step) * step - offset;
    for (int free = m_plot.left(); time < m_to; time += step) {
        const int x = xOf(time);
        painter.setPen(Theme::color(Theme::Role::Line));
        painter.drawLine(x, m_plot.top(), x, foot);
        painter.setPen(Theme::color(Theme::Role::TextSecondary));
        const QString text = clockText(time, step);
        const int wide = metrics.horizontalAdvance(text);
        const int left = std::clamp(x - wide / 2, m_plot.left(), std::max(m_plot.left(), m_plot.right() - wide));
        // The last label is moved away from the edge and may then overlap its neighbour.
        if (left < free)
            continue;
        painter.drawText(QRect(left, foot, wide + 1, metrics.height()), Qt::AlignLeft | Qt::AlignVCenter, text);
        free = left + wide + Theme::Inside;
    }
}

} // namespace Roost::Ui
