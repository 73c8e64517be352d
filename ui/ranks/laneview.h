// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/ranks/timestrip.h"

namespace Roost::Ui {

/// Swim lanes: what each rank wrote over time in its own colour, the more the stronger, with a tick where it wrote an
/// error. Small enough to stand beside the log as a map of it: setVisibleRange() shows what the log shows, and
/// timeClicked() says where to go.
class LaneView : public TimeStrip
{
    Q_OBJECT
public:
    /// `ranks` outlives it.
    explicit LaneView(Items::RunRanks *ranks, QWidget *parent = nullptr);

protected:
    void paintRows(QPainter &painter, const QRect &plot, int rows) override;
    QString tipOf(int first, int last, qint64 from, qint64 to) const override;
};

} // namespace Roost::Ui
