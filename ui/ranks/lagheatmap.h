// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/items/ranks/ranklag.h"
#include "ui/ranks/timestrip.h"

#include <QPainter>

namespace Roost::Ui {

/// The lag of each rank over time, see lagsOf(). A low bar means in step, a higher bar behind, a full bar far behind; a
/// hatched box means that the rank has stalled while others write.
class LagHeatmap : public TimeStrip
{
    Q_OBJECT
public:
    /// `ranks` must outlive the widget.
    explicit LagHeatmap(Items::RunRanks *ranks, QWidget *parent = nullptr);

    /// Paints one cell as in the heat map, for the legend.
    static void paintCell(QPainter &painter, const QRectF &area, Items::Lag lag);

protected:
    void paintRows(QPainter &painter, const QRect &plot, int rows) override;
    QString toolTipOf(int first, int last, const Items::TimeRange &time) const override;
};

} // namespace Roost::Ui
