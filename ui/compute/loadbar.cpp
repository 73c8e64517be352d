// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/compute/loadbar.h"

#include "ui/theme/theme.h"

#include <QPainter>

#include <algorithm>

namespace Roost::Ui {

namespace {

constexpr int Height = 8;
constexpr double LittleLeft = 90;

} // namespace

LoadBar::LoadBar(QWidget *parent)
    : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void LoadBar::setPercent(double percent)
{
    m_percent = std::clamp(percent, 0., 100.);
    update();
}

QSize LoadBar::sizeHint() const
{
    return {160, Height};
}

QSize LoadBar::minimumSizeHint() const
{
    return {48, Height};
}

void LoadBar::paintEvent(QPaintEvent * /*event*/)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Theme::color(Theme::Role::Border));
    painter.setBrush(Theme::color(Theme::Role::SurfaceSunken));
    const QRectF track = QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5);
    painter.drawRoundedRect(track, track.height() / 2, track.height() / 2);
    const double width = track.width() * m_percent / 100;
    if (width < 1)
        return;
    painter.setPen(Qt::NoPen);
    painter.setBrush(Theme::color(m_percent >= LittleLeft ? Theme::Role::Warning : Theme::Role::Accent));
    QRectF fill = track;
    fill.setWidth(std::max(width, track.height()));
    painter.drawRoundedRect(fill, track.height() / 2, track.height() / 2);
}

} // namespace Roost::Ui
