// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/ranks/timestrip.h"

#include <QPainter>

namespace Roost::Ui {

/// A timeline row per rank: its output over time in its own colour, stronger for more output, with a tick at each
/// error. Also a map above the log: setVisibleRange() marks the range that is visible in the log, and timeClicked()
/// requests a time in it.
class LaneView : public TimeStrip
{
    Q_OBJECT
public:
    /// `ranks` must outlive the widget.
    explicit LaneView(Items::RunRanks *ranks, QWidget *parent = nullptr);

protected:
    void paintRows(QPainter &painter, const QRect &plot, int rows) override;
    QString tipOf(int first, int last, qint64 from, qint64 to) const override;
};

} // namespace Roost::Ui
