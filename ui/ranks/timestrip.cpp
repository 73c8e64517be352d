// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/ranks/timestrip.h"

#include "models/items/ranktext.h"
#include "ui/theme/theme.h"

#include <QDateTime>
#include <QHelpEvent>
#include <QKeyEvent>
#include <QLocale>
#include <QPainter>
#include <QToolTip>

#include <algorithm>
#include <array>
#include <cmath>

namespace Roost {

using namespace Qt::StringLiterals;

namespace {

constexpr int TallestRow = 18;
constexpr int LeastRow = 3;  // thinner ones are no shapes any more
constexpr int NamedRow = 12; // lower rows have no room for a name each
constexpr qint64 LeastSpanMs = 1000;

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
    return m_view ? m_view->from : m_ranks->lanes().from();
}

qint64 TimeStrip::to() const
{
    return m_view ? m_view->to : m_ranks->lanes().to();
}

void TimeStrip::fit()
{
    m_view.reset();
    invalidate();
}

void TimeStrip::zoom(double factor, qint64 around)
{
    const RankLanes &lanes = m_ranks->lanes();
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
    const int rows = std::clamp(m_ranks->lanes().count(), 2, 10);
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
    const RankLanes &lanes = m_ranks->lanes();
    if (!lanes.isEmpty() && lanes.rank(0))
        widest = metrics.horizontalAdvance(QString::number(*lanes.rank(lanes.count() - 1)));
    else if (!lanes.isEmpty())
        widest = 8 * metrics.averageCharWidth();
    const int gutter = widest + 2 * Theme::Step;
    return QRect(gutter, 0, std::max(1, width() - gutter), std::max(1, height() - metrics.height() - Theme::Step));
}

// As many as there are lanes, while each can be seen.
int TimeStrip::rowCount() const
{
    return std::min(m_ranks->lanes().count(), std::max(1, plot().height() / LeastRow));
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
    const auto [first, last] = m_ranks->lanes().lanesOfRow(row, rowCount());
    return first == last ? m_ranks->lanes().rank(first).value_or(-1) : -1;
}

bool TimeStrip::event(QEvent *event)
{
    if (event->type() == QEvent::ToolTip) {
        const auto *help = static_cast<QHelpEvent *>(event);
        const int row = rowAt(help->pos().y());
        if (row >= 0 && plot().contains(help->pos())) {
            const auto [first, last] = m_ranks->lanes().lanesOfRow(row, rowCount());
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
    const RankLanes &lanes = m_ranks->lanes();
    painter.setFont(Theme::tabular(Theme::font(Theme::Secondary)));
    painter.setPen(Theme::color(Theme::Role::TextSecondary));
    const int needed = painter.fontMetrics().height();
    const double tall = rowRect(0).height();
    const int every = tall >= needed ? 1 : int(std::ceil(1.5 * needed / tall));
    const int gutter = plot().left() - Theme::Step;
    for (int row = 0; row < rowCount(); row += every) {
        const int lane = lanes.lanesOfRow(row, rowCount()).first;
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

void TimeStrip::mousePressEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton || rowCount() == 0)
        return;
    const QPoint at = event->position().toPoint();
    m_cursor = at;
    if (event->modifiers() & Qt::ShiftModifier)
        m_panFrom = at.x();
    else
        Q_EMIT timeClicked(timeAt(at.x()), rankOfRow(rowAt(at.y())));
    update();
}

void TimeStrip::mouseMoveEvent(QMouseEvent *event)
{
    const QPoint at = event->position().toPoint();
    m_cursor = at;
    update();
    if (!(event->buttons() & Qt::LeftButton) || rowCount() == 0)
        return;
    if (!m_panFrom) {
        Q_EMIT timeClicked(timeAt(at.x()), rankOfRow(rowAt(at.y())));
        return;
    }
    if (m_view && (event->modifiers() & Qt::ShiftModifier)) {
        const RankLanes &lanes = m_ranks->lanes();
        const qint64 wanted = timeAt(*m_panFrom) - timeAt(at.x());
        const qint64 by = std::clamp(wanted, lanes.from() - m_view->from, lanes.to() - m_view->to);
        m_view = View{m_view->from + by, m_view->to + by};
        m_panFrom = at.x();
        invalidate();
    }
}

void TimeStrip::mouseDoubleClickEvent(QMouseEvent * /*event*/)
{
    fit();
}

void TimeStrip::leaveEvent(QEvent * /*event*/)
{
    m_panFrom.reset();
    m_cursor.reset();
    update();
}

void TimeStrip::wheelEvent(QWheelEvent *event)
{
    if (event->angleDelta().y() == 0) {
        event->ignore();
        return;
    }
    zoom(std::pow(1.2, event->angleDelta().y() / 120.0), timeAt(int(event->position().x())));
    event->accept();
}

void TimeStrip::moveCursor(int columns, int rows)
{
    const QRect area = plot();
    QPoint at = m_cursor.value_or(QPoint(area.left(), area.top() + int(rowRect(0).height() / 2)));
    at.setX(std::clamp(at.x() + columns, area.left(), area.right()));
    const int row = std::clamp(rowAt(at.y()) + rows, 0, std::max(0, rowCount() - 1));
    at.setY(int(rowRect(row).center().y()));
    m_cursor = at;
    const auto [first, last] = m_ranks->lanes().lanesOfRow(row, std::max(1, rowCount()));
    QToolTip::showText(mapToGlobal(at), tipOf(first, last, timeAt(at.x()), timeAt(at.x() + 1)), this);
    update();
}

void TimeStrip::keyPressEvent(QKeyEvent *event)
{
    const qint64 middle = m_cursor ? timeAt(m_cursor->x()) : (from() + to()) / 2;
    const int stride = event->modifiers() & Qt::ControlModifier ? 40 : 4;
    switch (event->key()) {
    case Qt::Key_Left:
        moveCursor(-stride, 0);
        return;
    case Qt::Key_Right:
        moveCursor(stride, 0);
        return;
    case Qt::Key_Up:
        moveCursor(0, -1);
        return;
    case Qt::Key_Down:
        moveCursor(0, 1);
        return;
    case Qt::Key_Plus:
        zoom(1.5, middle);
        return;
    case Qt::Key_Minus:
        zoom(1 / 1.5, middle);
        return;
    case Qt::Key_0:
        fit();
        return;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (m_cursor && rowCount() > 0)
            Q_EMIT timeClicked(timeAt(m_cursor->x()), rankOfRow(rowAt(m_cursor->y())));
        return;
    default:
        QWidget::keyPressEvent(event);
    }
}

} // namespace Roost
