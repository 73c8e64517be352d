// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/items/ranks/runranks.h"
#include "ui/widgets/bar.h"

namespace Roost::Ui {

/// Shows on the run page which ranks have stalled while the run continues. Hidden while no rank has stalled.
class StalledRanksBar : public Bar
{
    Q_OBJECT
public:
    /// `ranks` outlives it.
    explicit StalledRanksBar(Items::RunRanks *ranks, QWidget *parent = nullptr);

Q_SIGNALS:
    /// Ranks have stalled that had not stalled before; emitted once for each such set of ranks, for a notice.
    void began(const QString &text);
    /// A click on the button to open the log of this rank.
    void rankWanted(int rank);

private:
    void refresh();

    Items::RunRanks *m_ranks;
    QSet<int> m_reported;
};

} // namespace Roost::Ui
