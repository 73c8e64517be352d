// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/ranks/stalledranksbar.h"

#include <QPushButton>

namespace Roost::Ui {

using namespace Items;
using namespace Qt::StringLiterals;

StalledRanksBar::StalledRanksBar(RunRanks *ranks, QWidget *parent)
    : Bar(parent)
    , m_ranks(ranks)
{
    setObjectName(u"stalledRanksBar"_s);
    const QPushButton *open = addButton(tr("Open its log"), u"stalledOpenLog"_s);
    connect(open, &QPushButton::clicked, this, [this] {
        if (!m_ranks->stalls().isEmpty())
            Q_EMIT rankWanted(m_ranks->stalls().first().rank);
    });
    connect(ranks, &RunRanks::stallsChanged, this, &StalledRanksBar::refresh);
    hide();
    refresh();
}

void StalledRanksBar::refresh()
{
    const QString text = m_ranks->stallText();
    setVisible(!text.isEmpty());
    QSet<int> stalled;
    for (const Stall &stall : m_ranks->stalls())
        stalled += stall.rank;
    const bool isNew = !m_reported.contains(stalled);
    m_reported = stalled;
    if (text.isEmpty())
        return;
    setMessage(Tone::Warning, u"state-warning"_s, text);
    if (isNew)
        Q_EMIT ranksStalled(text);
}

} // namespace Roost::Ui
