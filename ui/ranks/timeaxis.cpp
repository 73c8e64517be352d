// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/ranks/timeaxis.h"

#include "ui/theme/theme.h"

#include <QLocale>
#include <QPainter>

#include <algorithm>
#include <array>

namespace Roost::Ui {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using std::chrono::milliseconds;

namespace {

// Returns the smallest step of clock time at which ticks are at least `apart` pixels apart.
milliseconds tickStep(milliseconds span, int width, int apart)
{
    constexpr std::array<milliseconds, 20> steps{100ms, 500ms, 1s,    2s,    5s, 10s, 15s, 30s, 1min, 2min,
                                                 5min,  10min, 15min, 30min, 1h, 2h,  6h,  12h, 24h,  7 * 24h};
    const double least = double(span.count()) * apart / std::max(1, width);
    const auto step = std::ranges::find_if(steps, [least](milliseconds one) { return double(one.count()) >= least; });
    return step == steps.end() ? milliseconds(qint64(least) + 1) : *step;
}

QString clockText(TimePoint time, milliseconds step)
{
    const QDateTime local = toDateTime(time).toLocalTime();
    if (step >= 24h)
        return QLocale().toString(local.date(), QLocale::ShortFormat);
    return local.toString(step < 1s ? u"HH:mm:ss.zzz"_s : step < 1min ? u"HH:mm:ss"_s : u"HH:mm"_s);
}

} // namespace

TimePoint TimeAxis::timeAt(int x) const
{
    const double share = std::clamp(double(x - m_plot.left()) / m_plot.width(), 0.0, 1.0);
    return m_range.from + milliseconds(qint64(share * double(m_range.span().count())));
}

int TimeAxis::xOf(TimePoint time) const
{
    const double share = double((time - m_range.from).count()) / double(std::max(1ms, m_range.span()).count());
    return m_plot.left() + int(share * m_plot.width());
}

void TimeAxis::paint(QPainter &painter, int foot) const
{
    painter.setFont(Theme::tabular(Theme::font(Theme::Secondary)));
    const QFontMetrics metrics = painter.fontMetrics();
    const milliseconds step = tickStep(m_range.span(), m_plot.width(), 2 * metrics.horizontalAdvance(u"00:00:00"_s));
    const std::chrono::seconds offset(toDateTime(m_range.from).toLocalTime().offsetFromUtc());
    const milliseconds local = m_range.from.time_since_epoch() + offset;
    TimePoint time((local + step - 1ms) / step * step - offset);
    for (int free = m_plot.left(); time < m_range.to; time += step) {
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
