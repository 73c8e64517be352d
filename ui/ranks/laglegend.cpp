// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/ranks/laglegend.h"

#include "models/items/ranks/ranktext.h"
#include "ui/ranks/lagheatmap.h"
#include "ui/theme/theme.h"

#include <QPainter>

#include <array>

namespace Roost::Ui {

using namespace Items;

namespace {

constexpr std::array Shown{Lag::InStep, Lag::Behind, Lag::FarBehind, Lag::Stalled, Lag::NoneWrites};
constexpr int SampleWidth = 24;
constexpr int SampleHeight = 12;

} // namespace

LagLegend::LagLegend(QWidget *parent)
    : QWidget(parent)
{
    QStringList words;
    for (const Lag lag : Shown)
        words += RankText::lag(lag);
    setAccessibleName(words.join(QStringLiteral(", ")));
}

QSize LagLegend::sizeHint() const
{
    const QFontMetrics metrics(Theme::font(Theme::Secondary));
    int wide = 0;
    for (const Lag lag : Shown)
        wide += SampleWidth + Theme::Step + metrics.horizontalAdvance(RankText::lag(lag)) + Theme::Group;
    return {wide, std::max(SampleHeight, metrics.height())};
}

void LagLegend::paintEvent(QPaintEvent * /*event*/)
{
    QPainter painter(this);
    painter.setFont(Theme::font(Theme::Secondary));
    int left = 0;
    for (const Lag lag : Shown) {
        LagHeatmap::paintCell(painter, QRectF(left, (height() - SampleHeight) / 2.0, SampleWidth, SampleHeight), lag);
        left += SampleWidth + Theme::Step;
        const QString word = RankText::lag(lag);
        painter.setPen(Theme::color(Theme::Role::TextSecondary));
        painter.drawText(QRect(left, 0, width() - left, height()), Qt::AlignLeft | Qt::AlignVCenter, word);
        left += painter.fontMetrics().horizontalAdvance(word) + Theme::Group;
    }
}

} // namespace Roost::Ui
