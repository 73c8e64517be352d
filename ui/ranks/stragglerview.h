// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/items/ranks/ranklag.h"
#include "models/items/ranks/runranks.h"

#include <QWidget>

namespace Roost::Ui {

class LagHeatmap;
class Label;
class LagLegend;

/// The straggler and hang view of a run with several ranks: which ranks keep up, lag behind, or have stalled.
class StragglerView : public QWidget
{
    Q_OBJECT
public:
    /// `ranks` must outlive the view.
    explicit StragglerView(Items::RunRanks *ranks, QWidget *parent = nullptr);

Q_SIGNALS:
    /// Emitted on a click on a time and a rank; empty for any rank.
    void timeClicked(Roost::TimePoint time, std::optional<int> rank);

protected:
    void showEvent(QShowEvent *event) override;

private:
    void refresh();
    QString summary(const QList<Items::RankLag> &stragglers) const;

    Items::RunRanks *m_ranks;
    Label *m_summary;
    LagHeatmap *m_heatmap;
    LagLegend *m_legend;
    Label *m_basis;
};

} // namespace Roost::Ui
