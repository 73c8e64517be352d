// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/ranks/timestrip.h"

#include "models/items/ranks/ranktext.h"
#include "ui/theme/theme.h"

#include <QHelpEvent>
#include <QKeyEvent>
#include <QPainter>
#include <QToolTip>

#include <algorithm>
#include <cmath>

namespace Roost::Ui {

using namespace Items;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr int LeastRow = 3;  // lower rows show no recognisable shapes
constexpr int NamedRow = 12; // lower rows have no space for one name each
constexpr std::chrono::milliseconds LeastSpan = 1s;

} // namespace

TimeStrip::TimeStrip(RunRanks *ranks, QWidget *parent)
    : QWidget(parent)
    , m_ranks(ranks)
    , m_zoom(ZoomRange::Edges::Closed, double(LeastSpan.count()))
{
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    connect(ranks, &RunRanks::changed, this, [this] {
        updateGeometry();
        invalidate();
    });
}

ZoomRange::Range TimeStrip::whole() const
{
    const TimeRange &range = m_ranks->timeline().range();
    return {double(msSinceEpoch(range.from)), double(msSinceEpoch(range.to))};
}

TimeRange TimeStrip::shownTime() const
{
    if (isFitted())
        return m_ranks->timeline().range();
    const ZoomRange::Range shown = m_zoom.shown(whole());
    return {timePointFromMs(qint64(shown.low)), timePointFromMs(qint64(shown.high))};
}

void TimeStrip::fit()
{
    m_zoom.fit();
    invalidate();
}

void TimeStrip::zoom(double factor, TimePoint around)
{
    if (m_ranks->timeline().range().isEmpty())
        return;
    m_zoom.zoom(whole(), factor, double(msSinceEpoch(around)));
    invalidate();
}

void TimeStrip::markTime(const TimeRange &time)
{
    m_markedTime = time;
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
    const RankTimeline &timeline = m_ranks->timeline();
    if (!timeline.isEmpty() && timeline.rank(0))
        widest = metrics.horizontalAdvance(QString::number(*timeline.rank(timeline.count() - 1)));
    else if (!timeline.isEmpty())
        widest = 8 * metrics.averageCharWidth();
    const int gutter = widest + 2 * Theme::Step;
    return {gutter, 0, std::max(1, width() - gutter), std::max(1, height() - metrics.height() - Theme::Step)};
}

// Returns one row per rank, unless the rows would be too low to be visible.
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

std::optional<int> TimeStrip::rowAt(int y) const
{
    if (rowCount() == 0 || y < plot().top())
        return {};
    const int row = int((y - plot().top()) / rowRect(0).height());
    return row < rowCount() ? std::optional(row) : std::nullopt;
}

std::optional<int> TimeStrip::rankAt(int y) const
{
    const auto row = rowAt(y);
    if (!row)
        return {};
    const auto [first, last] = m_ranks->timeline().rowsOfBand(*row, rowCount());
    return first == last ? m_ranks->timeline().rank(first) : std::nullopt;
}

bool TimeStrip::event(QEvent *event)
{
    if (event->type() == QEvent::ToolTip) {
        const auto *help = static_cast<QHelpEvent *>(event);
        const auto row = rowAt(help->pos().y());
        if (row && plot().contains(help->pos())) {
            const auto [first, last] = m_ranks->timeline().rowsOfBand(*row, rowCount());
            const TimePoint left = timeAt(help->pos().x());
            const TimePoint right = std::max(left + 1ms, timeAt(help->pos().x() + 1));
            QToolTip::showText(help->globalPos(), toolTipOf(first, last, {left, right}), this);
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
    if (rowCount() == 0 || shownTime().isEmpty())
        return;
    if (m_rows.isNull()) {
        m_rows = QPixmap(size() * devicePixelRatio());
        m_rows.setDevicePixelRatio(devicePixelRatio());
        m_rows.fill(Qt::transparent);
        QPainter rows(&m_rows);
        axis().paint(rows, int(rowRect(rowCount() - 1).bottom()) + Theme::Step / 2);
        paintRows(rows, plot(), rowCount());
        paintNames(rows);
    }
    painter.drawPixmap(0, 0, m_rows);
    paintMark(painter);
    paintCursor(painter);
}

void TimeStrip::paintMark(QPainter &painter) const
{
    if (m_markedTime.isEmpty())
        return;
    const QRect area = plot();
    const int left = std::clamp(axis().xOf(m_markedTime.from), area.left(), area.right());
    const int right = std::clamp(axis().xOf(m_markedTime.to), left + 2, std::max(left + 2, area.right()));
    QColor accent = Theme::color(Theme::Role::Accent);
    painter.setPen(accent);
    accent.setAlphaF(0.15F);
    painter.setBrush(accent);
    painter.drawRect(QRect(left, area.top(), right - left, int(rowRect(rowCount() - 1).bottom()) - area.top() - 1));
}

void TimeStrip::paintCursor(QPainter &painter) const
{
    const QRect area = plot();
    if (m_cursor && area.contains(*m_cursor)) {
        painter.setPen(Theme::color(Theme::Role::Border));
        painter.drawLine(m_cursor->x(), area.top(), m_cursor->x(), int(rowRect(rowCount() - 1).bottom()));
        if (const auto row = rowAt(m_cursor->y()); row && hasFocus())
            painter.drawRect(rowRect(*row).adjusted(0, 0, -1, -1));
    }
    if (hasFocus()) {
        painter.setPen(Theme::color(Theme::Role::Accent));
        painter.setBrush(Qt::NoBrush);
        painter.drawRect(rect().adjusted(0, 0, -1, -1));
    }
}

// Draws the name of every row if there is space, otherwise of some rows at equal distances.
void TimeStrip::paintNames(QPainter &painter) const
{
    const RankTimeline &timeline = m_ranks->timeline();
    painter.setFont(Theme::tabular(Theme::font(Theme::Secondary)));
    painter.setPen(Theme::color(Theme::Role::TextSecondary));
    const int needed = painter.fontMetrics().height();
    const double tall = rowRect(0).height();
    const int every = tall >= needed ? 1 : int(std::ceil(1.5 * needed / tall));
    const int gutter = plot().left() - Theme::Step;
    for (int row = 0; row < rowCount(); row += every) {
        const int first = timeline.rowsOfBand(row, rowCount()).first;
        const auto rank = timeline.rank(first);
        const double middle = rowRect(row).top() + std::min(tall, double(TallestRow)) / 2;
        QRectF place(0, middle - needed / 2.0, gutter, needed);
        place.moveTop(std::max(0.0, place.top()));
        const QString name = rank ? QString::number(*rank) : timeline.path(first).section(u'/', -1);
        painter.drawText(place, Qt::AlignRight | Qt::AlignVCenter,
                         painter.fontMetrics().elidedText(name, Qt::ElideMiddle, gutter));
    }
}

void TimeStrip::clickAt(const QPoint &at)
{
    Q_EMIT timeClicked(timeAt(at.x()), rankAt(at.y()));
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
        clickAt(at);
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
        clickAt(at);
        return;
    }
    if (isFitted() || !(event->modifiers() & Qt::ShiftModifier))
        return;
    m_zoom.pan(whole(), double((timeAt(*m_panFrom) - timeAt(at.x())).count()));
    m_panFrom = at.x();
    invalidate();
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
    const int row = std::clamp(rowAt(at.y()).value_or(-1) + rows, 0, std::max(0, rowCount() - 1));
    at.setY(int(rowRect(row).center().y()));
    m_cursor = at;
    const auto [first, last] = m_ranks->timeline().rowsOfBand(row, std::max(1, rowCount()));
    QToolTip::showText(mapToGlobal(at), toolTipOf(first, last, {timeAt(at.x()), timeAt(at.x() + 1)}), this);
    update();
}

void TimeStrip::keyPressEvent(QKeyEvent *event)
{
    const TimeRange shown = shownTime();
    const TimePoint middle = m_cursor ? timeAt(m_cursor->x()) : shown.from + shown.span() / 2;
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
            clickAt(*m_cursor);
        return;
    default:
        QWidget::keyPressEvent(event);
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

} // namespace Roost::Ui
