// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/items/ranks/ranklag.h"
#include "ui/ranks/timestrip.h"

#include <QPainter>

namespace Roost::Ui {

/// How each rank keeps up with the others over time, see lagsOf(): a low bar is in step, a higher one behind, a full
/// one far behind, and a hatched box is silent while the others write.
class LagHeatmap : public TimeStrip
{
    Q_OBJECT
public:
    /// `ranks` outlives it.
    explicit LagHeatmap(Items::RunRanks *ranks, QWidget *parent = nullptr);

    /// One cell as it looks in the strip, for the legend.
    static void paintCell(QPainter &painter, const QRectF &area, Items::Lag lag);

protected:
    void paintRows(QPainter &painter, const QRect &plot, int rows) override;
    QString tipOf(int first, int last, qint64 from, qint64 to) const override;
};

} // namespace Roost::Ui
