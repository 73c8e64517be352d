// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/items/ranks/runranks.h"
#include "ui/widgets/bar.h"

namespace Roost::Ui {

/// Shows on the run page which ranks have stalled while the run continues. Hidden if no rank has stalled.
class StalledRanksBar : public Bar
{
    Q_OBJECT
public:
    /// `ranks` must outlive the bar.
    explicit StalledRanksBar(Items::RunRanks *ranks, QWidget *parent = nullptr);

Q_SIGNALS:
    /// Emitted when ranks have stalled that had not stalled before, once per such set of ranks; `text` is for a notice.
    void ranksStalled(const QString &text);
    /// Emitted on a click on the button that opens the log of `rank`.
    void rankWanted(int rank);

private:
    void refresh();

    Items::RunRanks *m_ranks;
    QSet<int> m_reported;
};

} // namespace Roost::Ui
