// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QIcon>
#include <QPainter>
#include <QStyleOption>

class QPainter;

/// The controls painted by Style: flat, in the colours of the theme's roles.
namespace Roost::Ui::Theme::Controls {

/// Draws a rounded area and its edge; an invalid colour omits the area or the edge. A focused control has a frame in
/// the accent colour.
void drawFrame(QPainter *painter, const QRect &rect, const QColor &fill, const QColor &edge, bool focused);
void drawButton(const QStyleOption *option, QPainter *painter, bool primary);
/// Omits the focus frame, which Style draws over it.
void drawToolButton(const QStyleOption *option, QPainter *painter);
void drawComboBox(const QStyleOptionComplex *option, QPainter *painter);
/// Returns `combo` with its text elided to `width` pixels.
QStyleOptionComboBox elided(const QStyleOptionComboBox &combo, int width);
/// `up` and `down` are the rectangles of the two buttons.
void drawSpinBox(const QStyleOptionSpinBox *option, QPainter *painter, const QRect &up, const QRect &down);
void drawIndicator(const QStyleOption *option, QPainter *painter, bool round);
void drawScrollBar(const QStyleOptionSlider *option, QPainter *painter, const QRect &slider);
/// A scroll bar has no line buttons: the slider uses the whole length. Returns an invalid rectangle for those
/// sub-controls.
QRect scrollBarRect(const QStyleOptionSlider *option, QStyle::SubControl part);
void drawProgress(const QStyleOptionProgressBar *option, QPainter *painter);
void drawTab(const QStyleOption *option, QPainter *painter);
/// Returns `icon` in the text colour on the accent.
QIcon onAccent(const QIcon &icon, qreal ratio);

} // namespace Roost::Ui::Theme::Controls
