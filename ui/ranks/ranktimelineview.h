// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/ranks/timestrip.h"

#include <QPainter>

namespace Roost::Ui {

/// A timeline row per rank: its output over time in its own colour, stronger for more output, with a tick at each
/// error. It is also a map above the log: markTime() marks the time visible in the log, and the log goes to the
/// time of timeClicked().
class RankTimelineView : public TimeStrip
{
    Q_OBJECT
public:
    /// `ranks` must outlive the widget.
    explicit RankTimelineView(Items::RunRanks *ranks, QWidget *parent = nullptr);

protected:
    void paintRows(QPainter &painter, const QRect &plot, int rows) override;
    QString toolTipOf(int first, int last, const Items::TimeRange &time) const override;
};

} // namespace Roost::Ui
