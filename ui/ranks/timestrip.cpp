// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/ranks/timestrip.h"

#include "models/items/ranks/ranktext.h"
#include "ui/theme/theme.h"

#include <QHelpEvent>
#include <QToolTip>

#include <algorithm>

namespace Roost::Ui {

using namespace Items;

using namespace Qt::StringLiterals;

namespace {

constexpr int LeastRow = 3;  // thinner ones are no shapes any more
constexpr int NamedRow = 12; // lower rows have no room for a name each
constexpr qint64 LeastSpanMs = 1000;

} // namespace

TimeStrip::TimeStrip(RunRanks *ranks, QWidget *parent)
    : QWidget(parent)
    , m_ranks(ranks)
{
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    connect(ranks, &RunRanks::changed, this, [this] {
        updateGeometry();
        invalidate();
    });
}

qint64 TimeStrip::from() const
{
    return m_view ? m_view->from : m_ranks->timeline().from();
}

qint64 TimeStrip::to() const
{
    return m_view ? m_view->to : m_ranks->timeline().to();
}

void TimeStrip::fit()
{
    m_view.reset();
    invalidate();
}

void TimeStrip::zoom(double factor, qint64 around)
{
    const RankTimeline &lanes = m_ranks->timeline();
    if (lanes.isEmpty() || lanes.to() <= lanes.from())
        return;
    const double span = std::max(double(LeastSpanMs), double(to() - from()) / factor);
    const double share = double(around - from()) / double(std::max<qint64>(1, to() - from()));
    const qint64 left = std::max(lanes.from(), around - qint64(share * span));
    const qint64 right = std::min(lanes.to(), left + qint64(span));
    if (left <= lanes.from() && right >= lanes.to())
        m_view.reset();
    else
        m_view = View{left, right};
    invalidate();
}

void TimeStrip::setVisibleRange(qint64 from, qint64 to)
{
    m_band = {from, to};
    update();
}

void TimeStrip::invalidate()
{
    m_rows = {};
    update();
}

QSize TimeStrip::sizeHint() const
{
    const int axis = QFontMetrics(Theme::font(Theme::Secondary)).height() + Theme::Step;
    const int rows = std::clamp(m_ranks->timeline().count(), 2, 10);
    return {480, rows * TallestRow + axis};
}

QSize TimeStrip::minimumSizeHint() const
{
    return {160, 2 * NamedRow + QFontMetrics(Theme::font(Theme::Secondary)).height() + Theme::Step};
}

QRect TimeStrip::plot() const
{
    const QFontMetrics metrics(Theme::font(Theme::Secondary));
    int widest = 0;
    const RankTimeline &lanes = m_ranks->timeline();
    if (!lanes.isEmpty() && lanes.rank(0))
        widest = metrics.horizontalAdvance(QString::number(*lanes.rank(lanes.count() - 1)));
    else if (!lanes.isEmpty())
        widest = 8 * metrics.averageCharWidth();
    const int gutter = widest + 2 * Theme::Step;
    return {gutter, 0, std::max(1, width() - gutter), std::max(1, height() - metrics.height() - Theme::Step)};
}

// As many as there are lanes, while each can be seen.
int TimeStrip::rowCount() const
{
    return std::min(m_ranks->timeline().count(), std::max(1, plot().height() / LeastRow));
}

QRectF TimeStrip::rowRect(int row) const
{
    const QRect area = plot();
    const double tall = std::min(double(TallestRow), double(area.height()) / std::max(1, rowCount()));
    return {double(area.left()), area.top() + row * tall, double(area.width()), tall};
}

int TimeStrip::rowAt(int y) const
{
    if (rowCount() == 0)
        return -1;
    const int row = int((y - plot().top()) / rowRect(0).height());
    return row >= 0 && row < rowCount() && y >= plot().top() ? row : -1;
}

qint64 TimeStrip::timeAt(int x) const
{
    const QRect area = plot();
    const double share = std::clamp(double(x - area.left()) / area.width(), 0.0, 1.0);
    return from() + qint64(share * double(to() - from()));
}

int TimeStrip::xOf(qint64 time) const
{
    const QRect area = plot();
    return area.left() + int(double(time - from()) / double(std::max<qint64>(1, to() - from())) * area.width());
}

int TimeStrip::rankOfRow(int row) const
{
    if (row < 0)
        return -1;
    const auto [first, last] = m_ranks->timeline().rowsOfBand(row, rowCount());
    return first == last ? m_ranks->timeline().rank(first).value_or(-1) : -1;
}

bool TimeStrip::event(QEvent *event)
{
    if (event->type() == QEvent::ToolTip) {
        const auto *help = static_cast<QHelpEvent *>(event);
        const int row = rowAt(help->pos().y());
        if (row >= 0 && plot().contains(help->pos())) {
            const auto [first, last] = m_ranks->timeline().rowsOfBand(row, rowCount());
            const qint64 left = timeAt(help->pos().x());
            const qint64 right = std::max(left + 1, timeAt(help->pos().x() + 1));
            QToolTip::showText(help->globalPos(), tipOf(first, last, left, right), this);
        } else {
            QToolTip::hideText();
        }
        return true;
    }
    return QWidget::event(event);
}

void TimeStrip::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    invalidate();
}

void TimeStrip::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange)
        invalidate();
}

} // namespace Roost::Ui
