// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/metrics/metricchart.h"

#include "ui/metrics/chartaxes.h"
#include "ui/theme/theme.h"

#include <QChart>
#include <QGraphicsLayout>
#include <QKeyEvent>
#include <QLineSeries>
#include <QLogValueAxis>
#include <QPainter>
#include <QValueAxis>

#include <algorithm>
#include <cmath>

namespace Roost::Ui {

using namespace Items;
using namespace Qt::StringLiterals;
using namespace ChartAxes;

namespace {

constexpr int AxisWidth = 56; // left of the plot, for "1.234e-05"
constexpr int AxisHeight = 24;
constexpr int FrameMs = 16;
constexpr double LeastDrag = 4; // in pixels; a shorter drag is a click
constexpr double LeastSteps = 2;
constexpr double LeastSeconds = 0.01;

double leastOf(MetricAxis axis)
{
    return axis == MetricAxis::Step ? LeastSteps : LeastSeconds;
}

MetricSeries::Range rangeOf(const ZoomRange::Range &range)
{
    return {range.low, range.high};
}

} // namespace

MetricChart::MetricChart(const QString &key, QWidget *parent)
    : QChartView(parent)
    , m_key(key)
    , m_lines(key)
    , m_zoom(ZoomRange::Edges::Open, leastOf(MetricAxis::Step))
    , m_axisSeries(new QLineSeries)
    , m_xAxis(new QValueAxis)
{
    QAccessible::installFactory(MetricChartAccessible::make);
    setObjectName(u"metricChart:"_s + key);
    setAccessibleName(tr("Chart of %1").arg(key));
    setFocusPolicy(Qt::StrongFocus);
    setFrameShape(QFrame::NoFrame);
    setRenderHint(QPainter::Antialiasing);
    setMouseTracking(true);
    setBackgroundBrush(Qt::NoBrush);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    viewport()->setAutoFillBackground(false);
    // The chart, not its viewport, has the focus.
    viewport()->setFocusPolicy(Qt::NoFocus);
    buildAxes();
    m_redrawTimer.setSingleShot(true);
    m_redrawTimer.setInterval(FrameMs);
    connect(&m_redrawTimer, &QTimer::timeout, this, &MetricChart::redraw);
    restyle();
}

void MetricChart::buildAxes()
{
    m_xAxis->setTickInterval(1);
    m_xAxis->setTickType(QValueAxis::TicksDynamic);
    QChart *chart = this->chart();
    chart->legend()->hide();
    chart->setBackgroundVisible(false);
    chart->setMargins({0, 0, 0, 0});
    chart->layout()->setContentsMargins(0, 0, 0, 0);
    chart->addSeries(m_axisSeries);
    chart->addAxis(m_xAxis, Qt::AlignBottom);
    m_axisSeries->attachAxis(m_xAxis);
    useYAxis();
}

void MetricChart::useYAxis()
{
    if (m_yAxis) {
        chart()->removeAxis(m_yAxis);
        delete m_yAxis;
    }
    if (m_logarithmic) {
        auto *axis = new QLogValueAxis;
        axis->setBase(10);
        axis->setRange(0.1, 1);
        axis->setLabelFormat(u"%.3g"_s);
        axis->setMinorTickCount(0);
        m_yAxis = axis;
    } else {
        auto *axis = new QValueAxis;
        axis->setTickInterval(1);
        axis->setTickType(QValueAxis::TicksDynamic);
        axis->setLabelFormat(u"%.4g"_s);
        m_yAxis = axis;
    }
    chart()->addAxis(m_yAxis, Qt::AlignLeft);
    m_axisSeries->attachAxis(m_yAxis);
}

void MetricChart::restyle()
{
    const QColor quiet = Theme::color(Theme::Role::TextSecondary);
    const QColor grid = Theme::color(Theme::Role::Line);
    for (QAbstractAxis *axis : {static_cast<QAbstractAxis *>(m_xAxis), m_yAxis}) {
        axis->setLabelsColor(quiet);
        axis->setLabelsFont(Theme::tabular(Theme::font(Theme::Secondary)));
        axis->setGridLineColor(grid);
        axis->setLinePenColor(grid);
        axis->setMinorGridLineVisible(false);
    }
    m_xAxis->setGridLineVisible(false);
    viewport()->update();
}

void MetricChart::setSeries(const MetricSeries &series)
{
    m_lines.setSeries(series);
    redrawSoon();
}

void MetricChart::setLine(const QString &id, const MetricSeries &series)
{
    m_lines.setLine(id, series);
    redrawSoon();
}

void MetricChart::removeLine(const QString &id)
{
    if (m_lines.removeLine(id))
        redrawSoon();
}

void MetricChart::setAxis(MetricAxis axis)
{
    if (m_lines.axis() == axis)
        return;
    m_zoom = ZoomRange(ZoomRange::Edges::Open, leastOf(axis));
    m_y.reset();
    m_lines.setAxis(axis);
    restyle();
    redrawSoon();
}

void MetricChart::setSmoothing(double weight)
{
    if (smoothing() == weight)
        return;
    m_lines.setSmoothing(weight);
    redrawSoon();
    Q_EMIT smoothingChanged();
}

void MetricChart::setLogarithmic(bool logarithmic)
{
    if (m_logarithmic == logarithmic)
        return;
    m_logarithmic = logarithmic;
    m_y.reset();
    useYAxis();
    restyle();
    redrawNow(); // shapes for the other scale contain points that this scale cannot map
}

void MetricChart::setCursorX(std::optional<double> x)
{
    if (m_cursor == x)
        return;
    m_cursor = x;
    viewport()->update();
}

void MetricChart::copyLook(const MetricChart &other)
{
    setAxis(other.m_lines.axis());
    setSmoothing(other.smoothing());
    setLogarithmic(other.m_logarithmic);
    m_zoom = other.m_zoom;
    m_y = other.m_y;
    m_lines.takeColors(other.m_lines);
}

ZoomRange::Range MetricChart::wholeX() const
{
    const auto range = m_lines.xRange().value_or(MetricSeries::Range{0, 1});
    return {range.low, range.high};
}

MetricSeries::Range MetricChart::xView() const
{
    return rangeOf(m_zoom.shown(wholeX()));
}

MetricSeries::Range MetricChart::yView() const
{
    return m_y ? *m_y : m_lines.yRange(xView(), m_logarithmic);
}

// Returns the same area in every chart, so that lines and cursors are vertically aligned.
QRectF MetricChart::plot() const
{
    const QRectF whole(viewport()->rect());
    return whole.adjusted(AxisWidth, Theme::Step, -Theme::Inside - Theme::Step, -AxisHeight);
}

ChartScale MetricChart::scale() const
{
    return {plot(), xView(), yView(), m_logarithmic};
}

void MetricChart::redrawSoon()
{
    if (!m_redrawTimer.isActive())
        m_redrawTimer.start();
}

void MetricChart::redrawNow()
{
    m_redrawTimer.stop();
    redraw();
}

void MetricChart::redraw()
{
    const ChartScale now = scale();
    chart()->setPlotArea(now.plot());
    setTicks(now);
    m_lines.shape(now.x(), std::max(16, int(now.plot().width())), m_logarithmic);
    viewport()->update();
    Q_EMIT viewChanged();
}

void MetricChart::setTicks(const ChartScale &scale)
{
    double step = tickInterval(scale.x(), std::clamp(int(scale.plot().width() / 90), 3, 6));
    if (m_lines.axis() == MetricAxis::Step)
        step = std::max(1.0, step);
    m_xAxis->setLabelFormat(step >= 1 ? u"%.0f"_s : u"%.4g"_s);
    placeTicks(m_xAxis, scale.x(), step);
    if (auto *axis = qobject_cast<QValueAxis *>(m_yAxis))
        placeTicks(axis, scale.y(), tickInterval(scale.y(), std::clamp(int(scale.plot().height() / 30), 3, 6)));
    else
        placeLogTicks(static_cast<QLogValueAxis *>(m_yAxis), scale.y());
}

void MetricChart::showX(const std::optional<MetricSeries::Range> &x)
{
    m_y.reset();
    if (x)
        m_zoom.show({x->low, x->high});
    else
        m_zoom.fit();
    redrawSoon();
}

void MetricChart::onViewChosen()
{
    redraw();
    Q_EMIT xViewChosen(isFitted() ? std::nullopt : std::optional(xView()));
}

void MetricChart::fit()
{
    m_y.reset();
    m_zoom.fit();
    onViewChosen();
}

void MetricChart::zoom(double factor, double aroundX)
{
    if (!m_lines.xRange() || !m_zoom.zoom(wholeX(), factor, aroundX))
        return;
    m_y.reset();
    onViewChosen();
}

void MetricChart::pan(double share)
{
    const auto x = xView();
    if (m_lines.xRange() && m_zoom.pan(wholeX(), (x.high - x.low) * share))
        onViewChosen();
}

void MetricChart::chooseBox(const QRectF &box)
{
    const ChartScale now = scale();
    m_zoom.show({now.xAt(box.topLeft()), now.xAt(box.topRight())});
    m_y = MetricSeries::Range{now.yAt(box.bottomLeft()), now.yAt(box.topLeft())};
    onViewChosen();
}

void MetricChart::drawForeground(QPainter *painter, const QRectF & /*rect*/)
{
    const ChartScale now = scale();
    m_lines.draw(*painter, now);
    if (m_lines.hasWindowed()) {
        MetricView view{m_lines.axis(), {}, std::max(16, int(now.plot().width() * devicePixelRatioF()))};
        if (!isFitted())
            view.x = {now.x().low, now.x().high};
        Q_EMIT windowWanted(view);
    }
    drawCursor(*painter, now);
    if (!m_box.isEmpty()) {
        QColor fill = Theme::color(Theme::Role::Accent);
        painter->setPen(fill);
        fill.setAlphaF(0.15f);
        painter->setBrush(fill);
        painter->drawRect(m_box);
    }
    if (hasFocus()) {
        painter->setBrush(Qt::NoBrush);
        painter->setPen(Theme::color(Theme::Role::Accent));
        painter->drawRect(QRectF(viewport()->rect()).adjusted(0.5, 0.5, -0.5, -0.5));
    }
}

void MetricChart::drawCursor(QPainter &painter, const ChartScale &scale) const
{
    if (!m_cursor || *m_cursor < scale.x().low || *m_cursor > scale.x().high)
        return;
    const auto area = scale.plot();
    const auto sample = shown().nearest(*m_cursor);
    const bool isPlaced = sample && (!m_logarithmic || sample->y > 0);
    const QPointF place = scale.placeOf(sample ? sample->x : *m_cursor, isPlaced ? sample->y : scale.y().high);
    painter.setPen(QPen(Theme::color(Theme::Role::TextSecondary), 1, Qt::DashLine));
    painter.drawLine(QPointF(place.x(), area.top()), QPointF(place.x(), area.bottom()));
    if (isPlaced && area.adjusted(-1, -1, 1, 1).contains(place)) {
        painter.setPen(QPen(Theme::color(Theme::Role::Surface), 1.5));
        painter.setBrush(Theme::seriesOf(m_key));
        painter.drawEllipse(place, 4, 4);
    }
}

void MetricChart::wheelEvent(QWheelEvent *event)
{
    const double turns = event->angleDelta().y() / 120.0;
    // The wheel alone scrolls the page, which could otherwise not be scrolled over its charts.
    if (turns == 0 || !(event->modifiers() & Qt::ControlModifier)) {
        event->ignore();
        return;
    }
    zoom(std::pow(1 / 0.8, turns), scale().xAt(event->position()));
    event->accept();
}

void MetricChart::mousePressEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton) {
        event->ignore();
        return;
    }
    m_pressed = event->position();
    m_pressedX = m_zoom.shown(wholeX());
    event->accept();
}

void MetricChart::mouseMoveEvent(QMouseEvent *event)
{
    const QPointF at = event->position();
    if (!m_pressed) {
        if (plot().contains(at))
            Q_EMIT cursorMoved(scale().xAt(at));
        else
            Q_EMIT cursorMoved(std::nullopt);
        return;
    }
    if (event->modifiers() & Qt::ShiftModifier || !m_box.isEmpty()) {
        m_box = QRectF(*m_pressed, at).normalized().intersected(plot());
        viewport()->update();
        return;
    }
    if (std::abs(at.x() - m_pressed->x()) < LeastDrag)
        return;
    setCursor(Qt::ClosedHandCursor);
    const double by = (m_pressed->x() - at.x()) / std::max(1.0, plot().width()) * m_pressedX.span();
    m_zoom.show({m_pressedX.low + by, m_pressedX.high + by});
    onViewChosen();
}

void MetricChart::mouseReleaseEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton)
        return;
    unsetCursor();
    m_pressed.reset();
    const QRectF box = std::exchange(m_box, {});
    if (box.width() > LeastDrag && box.height() > LeastDrag)
        chooseBox(box);
    else
        viewport()->update();
}

void MetricChart::mouseDoubleClickEvent(QMouseEvent *event)
{
    m_pressed.reset();
    fit();
    event->accept();
}

void MetricChart::leaveEvent(QEvent *event)
{
    QChartView::leaveEvent(event);
    Q_EMIT cursorMoved(std::nullopt);
}

void MetricChart::keyPressEvent(QKeyEvent *event)
{
    const auto x = xView();
    const double middle = m_cursor.value_or((x.low + x.high) / 2);
    switch (event->key()) {
    case Qt::Key_Plus:
    case Qt::Key_Equal:
        zoom(1 / 0.7, middle);
        break;
    case Qt::Key_Minus:
        zoom(0.7, middle);
        break;
    case Qt::Key_Left:
        pan(-0.2);
        break;
    case Qt::Key_Right:
        pan(0.2);
        break;
    case Qt::Key_Home:
    case Qt::Key_0:
        fit();
        break;
    default:
        event->ignore();
        return;
    }
    event->accept();
}

void MetricChart::focusInEvent(QFocusEvent *event)
{
    QChartView::focusInEvent(event);
    viewport()->update();
}

void MetricChart::focusOutEvent(QFocusEvent *event)
{
    QChartView::focusOutEvent(event);
    viewport()->update();
}

void MetricChart::resizeEvent(QResizeEvent *event)
{
    QChartView::resizeEvent(event);
    chart()->setPlotArea(plot()); // together with the lines, whose positions are computed while painting
    redrawSoon();
}

void MetricChart::changeEvent(QEvent *event)
{
    QChartView::changeEvent(event);
    if (event->type() == QEvent::PaletteChange && m_yAxis)
        restyle();
}

} // namespace Roost::Ui
