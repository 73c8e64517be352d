// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/controls.h"

#include "ui/theme/colors.h"
#include "ui/theme/icon.h"
#include "ui/theme/sizes.h"

#include <QPainter>

#include <algorithm>

namespace Roost::Ui::Theme::Controls {

using namespace Qt::StringLiterals;

namespace {

constexpr int SmallestSlider = 24;

bool enabled(const QStyleOption *option)
{
    return option->state & QStyle::State_Enabled;
}

bool hovered(const QStyleOption *option)
{
    return enabled(option) && (option->state & QStyle::State_MouseOver);
}

bool focused(const QStyleOption *option)
{
    return enabled(option) && (option->state & QStyle::State_HasFocus);
}

void drawArrow(QPainter *painter, const QString &name, const QRect &in, bool isEnabled)
{
    const QRect place(in.center().x() - IconSize / 2 + 1, in.center().y() - IconSize / 2 + 1, IconSize, IconSize);
    icon(name).paint(painter, place, Qt::AlignCenter, isEnabled ? QIcon::Normal : QIcon::Disabled);
}

} // namespace

void drawFrame(QPainter *painter, const QRect &rect, const QColor &fill, const QColor &edge, bool isFocused)
{
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(edge.isValid() ? QPen(edge, 1) : QPen(Qt::NoPen));
    painter->setBrush(fill.isValid() ? QBrush(fill) : QBrush(Qt::NoBrush));
    painter->drawRoundedRect(QRectF(rect).adjusted(0.5, 0.5, -0.5, -0.5), Radius, Radius);
    if (isFocused) {
        painter->setBrush(Qt::NoBrush);
        painter->setPen(QPen(color(Role::Accent), 2));
        painter->drawRoundedRect(QRectF(rect).adjusted(1, 1, -1, -1), Radius, Radius);
    }
    painter->restore();
}

void drawButton(const QStyleOption *option, QPainter *painter, bool primary)
{
    const bool down = option->state & (QStyle::State_Sunken | QStyle::State_On);
    if (!primary || !enabled(option)) {
        const Role fill = down ? Role::Selection : hovered(option) ? Role::Hover : Role::Surface;
        drawFrame(painter, option->rect, color(fill), color(enabled(option) ? Role::Border : Role::Line),
                  focused(option));
        return;
    }
    QColor fill = color(Role::Accent);
    if (down || hovered(option))
        fill = scheme() == Scheme::Dark ? fill.lighter(108) : fill.darker(down ? 125 : 112);
    drawFrame(painter, option->rect, fill, fill, false);
    if (focused(option)) {
        painter->save();
        painter->setRenderHint(QPainter::Antialiasing);
        painter->setPen(QPen(color(Role::AccentText), 1.5));
        painter->drawRoundedRect(QRectF(option->rect).adjusted(2.5, 2.5, -2.5, -2.5), Radius - 1.5, Radius - 1.5);
        painter->restore();
    }
}

void drawToolButton(const QStyleOption *option, QPainter *painter)
{
    if (option->state & (QStyle::State_Sunken | QStyle::State_On))
        drawFrame(painter, option->rect, color(Role::Selection), {}, false);
    else if (hovered(option))
        drawFrame(painter, option->rect, color(Role::Hover), {}, false);
}

void drawComboBox(const QStyleOptionComplex *option, QPainter *painter)
{
    const auto *combo = qstyleoption_cast<const QStyleOptionComboBox *>(option);
    const bool hover = hovered(option) && combo && !combo->editable;
    const QColor fill = hover             ? color(Role::Hover)
                        : enabled(option) ? option->palette.color(QPalette::Base)
                                          : color(Role::SurfaceRaised);
    if (!combo || combo->frame)
        drawFrame(painter, option->rect, fill, color(enabled(option) ? Role::Border : Role::Line), focused(option));
    const int side = IconSize + Inside;
    const QRect end =
        QStyle::visualRect(option->direction, option->rect,
                           QRect(option->rect.right() - side, option->rect.top(), side, option->rect.height()));
    drawArrow(painter, u"chevron-down"_s, end, enabled(option));
}

QStyleOptionComboBox elided(const QStyleOptionComboBox &combo, int width)
{
    const int icon = combo.currentIcon.isNull() ? 0 : combo.iconSize.width() + Step;
    QStyleOptionComboBox copy = combo;
    copy.currentText = combo.fontMetrics.elidedText(combo.currentText, Qt::ElideRight, width - icon);
    return copy;
}

void drawSpinBox(const QStyleOptionSpinBox *option, QPainter *painter, const QRect &up, const QRect &down)
{
    if (option->frame) {
        drawFrame(painter, option->rect,
                  enabled(option) ? option->palette.color(QPalette::Base) : color(Role::SurfaceRaised),
                  color(enabled(option) ? Role::Border : Role::Line), focused(option));
    }
    if (option->buttonSymbols == QAbstractSpinBox::NoButtons)
        return;
    const auto draw = [&](const QString &name, const QRect &rect, QStyle::SubControl part,
                          QAbstractSpinBox::StepEnabledFlag step) {
        const bool can = enabled(option) && (option->stepEnabled & step);
        if (can && (option->activeSubControls & part))
            painter->fillRect(rect.adjusted(0, 1, -1, -1), color(Role::Hover));
        drawArrow(painter, name, rect, can);
    };
    draw(u"chevron-up"_s, up, QStyle::SC_SpinBoxUp, QAbstractSpinBox::StepUpEnabled);
    draw(u"chevron-down"_s, down, QStyle::SC_SpinBoxDown, QAbstractSpinBox::StepDownEnabled);
}

void drawIndicator(const QStyleOption *option, QPainter *painter, bool round)
{
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    const int side = std::min({option->rect.width(), option->rect.height(), 16});
    QRectF box(0, 0, side, side);
    box.moveCenter(QRectF(option->rect).center());
    box.adjust(1, 1, -1, -1);
    const bool on = option->state & QStyle::State_On;
    const bool partly = option->state & QStyle::State_NoChange;
    const bool filled = (on || partly) && enabled(option);
    const QColor edge = color(filled ? Role::Accent : enabled(option) ? Role::Border : Role::Line);
    painter->setPen(QPen(edge, 1.2));
    painter->setBrush(filled ? color(Role::Accent) : hovered(option) ? color(Role::Hover) : color(Role::Surface));
    if (round)
        painter->drawEllipse(box);
    else
        painter->drawRoundedRect(box, 3, 3);
    const QColor mark = color(enabled(option) ? Role::AccentText : Role::TextDisabled);
    if (on && round) {
        painter->setPen(Qt::NoPen);
        painter->setBrush(mark);
        painter->drawEllipse(box.center(), side / 6.0, side / 6.0);
    } else if (on) {
        painter->setPen(QPen(mark, 1.8, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
        painter->drawPolyline(QPolygonF({box.topLeft() + QPointF(side * 0.18, side * 0.44),
                                         box.topLeft() + QPointF(side * 0.38, side * 0.62),
                                         box.topLeft() + QPointF(side * 0.70, side * 0.24)}));
    } else if (partly) {
        painter->setPen(QPen(mark, 1.8));
        painter->drawLine(QPointF(box.left() + 3, box.center().y()), QPointF(box.right() - 3, box.center().y()));
    }
    painter->restore();
}

void drawScrollBar(const QStyleOptionSlider *option, QPainter *painter, const QRect &slider)
{
    painter->fillRect(option->rect, option->palette.color(QPalette::Base));
    if (option->minimum >= option->maximum)
        return;
    const bool grabbed =
        (option->state & QStyle::State_Sunken) && (option->activeSubControls & QStyle::SC_ScrollBarSlider);
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(Qt::NoPen);
    painter->setBrush(color(grabbed || hovered(option) ? Role::TextSecondary : Role::Border));
    const QRectF bar = QRectF(slider).adjusted(3, 3, -3, -3);
    const double radius = std::min(bar.width(), bar.height()) / 2;
    painter->drawRoundedRect(bar, radius, radius);
    painter->restore();
}

QRect scrollBarRect(const QStyleOptionSlider *option, QStyle::SubControl part)
{
    const bool lying = option->orientation == Qt::Horizontal;
    const QRect all = option->rect;
    const int length = lying ? all.width() : all.height();
    const qint64 range = qint64(option->maximum) - option->minimum;
    int slider = length;
    if (range > 0) {
        slider = int(qint64(option->pageStep) * length / (range + option->pageStep));
        slider = std::clamp(slider, std::min(SmallestSlider, length), length);
    }
    const int start = QStyle::sliderPositionFromValue(option->minimum, option->maximum, option->sliderPosition,
                                                      length - slider, option->upsideDown);
    const auto from = [&](int at, int extent) {
        return lying ? QRect(all.left() + at, all.top(), extent, all.height())
                     : QRect(all.left(), all.top() + at, all.width(), extent);
    };
    switch (part) {
    case QStyle::SC_ScrollBarSlider:
        return QStyle::visualRect(option->direction, all, from(start, slider));
    case QStyle::SC_ScrollBarGroove:
        return all;
    case QStyle::SC_ScrollBarSubPage:
        return QStyle::visualRect(option->direction, all, from(0, start));
    case QStyle::SC_ScrollBarAddPage:
        return QStyle::visualRect(option->direction, all, from(start + slider, length - start - slider));
    default:
        return {};
    }
}

void drawProgress(const QStyleOptionProgressBar *option, QPainter *painter)
{
    const QRectF all = option->rect;
    const double radius = std::min(all.height() / 2, double(Radius));
    QRectF done = all;
    if (option->maximum > option->minimum) {
        const double share = double(option->progress - option->minimum) / double(option->maximum - option->minimum);
        done.setWidth(std::max(share > 0 ? 2 * radius : 0.0, all.width() * std::clamp(share, 0.0, 1.0)));
    } else {
        // The progress is unknown: a static piece in the middle. The numbers beside it are more informative than a
        // moving stripe.
        done.setWidth(all.width() / 3);
        done.moveCenter(all.center());
    }
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(Qt::NoPen);
    painter->setBrush(color(Role::Accent));
    if (done.width() > 0)
        painter->drawRoundedRect(done, radius, radius);
    painter->restore();
}

void drawTab(const QStyleOption *option, QPainter *painter)
{
    const bool selected = option->state & QStyle::State_Selected;
    if (hovered(option) && !selected)
        painter->fillRect(option->rect.adjusted(0, 0, 0, -1), color(Role::Hover));
    if (selected)
        painter->fillRect(QRect(option->rect.left(), option->rect.bottom() - 1, option->rect.width(), 2),
                          color(Role::Accent));
    if (option->state & QStyle::State_HasFocus)
        drawFrame(painter, option->rect.adjusted(2, 2, -2, -4), {}, color(Role::Accent), false);
}

QIcon onAccent(const QIcon &icon, qreal ratio)
{
    QPixmap picture = icon.pixmap(QSize(IconSize, IconSize), ratio);
    QPainter painter(&picture);
    painter.setCompositionMode(QPainter::CompositionMode_SourceIn);
    painter.fillRect(QRect(QPoint(), picture.size()), color(Role::AccentText));
    return picture;
}

} // namespace Roost::Ui::Theme::Controls
