// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/items/ranks/runranks.h"
#include "ui/widgets/bar.h"

namespace Roost::Ui {

/// Says on the run page which ranks have gone silent while the run goes on. Hidden while none has.
class StalledRanksBar : public Bar
{
    Q_OBJECT
public:
    /// `ranks` outlives it.
    explicit StalledRanksBar(Items::RunRanks *ranks, QWidget *parent = nullptr);

Q_SIGNALS:
    /// A rank has gone silent that was not before: once each time, for a notice.
    void began(const QString &text);
    /// Somebody wants to see the log of this rank.
    void rankWanted(int rank);

private:
    void refresh();

    Items::RunRanks *m_ranks;
    QSet<int> m_told;
};

} // namespace Roost::Ui
