// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/ranks/stragglerview.h"

#include "models/cause/sentences.h"
#include "models/items/ranks/ranktext.h"
#include "models/items/runs/rundocument.h"
#include "ui/ranks/lagheatmap.h"
#include "ui/ranks/laglegend.h"
#include "ui/widgets/label.h"

#include <QVBoxLayout>

namespace Roost::Ui {

using namespace Causes;
using namespace Items;
using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype MostNamed = 4;

QString allKeptUp(const Run &run)
{
    if (run.status == RunStatus::Canceled)
        return StragglerView::tr("All ranks kept up until the run was canceled.");
    if (run.status != RunStatus::Failed)
        return isTerminal(run.status) ? StragglerView::tr("All ranks kept up with each other.")
                                      : StragglerView::tr("All ranks keep up with each other.");
    const int rank = run.cause && !run.cause->isTie() ? run.cause->first().rank : -1;
    return rank < 0 ? StragglerView::tr("All ranks kept up until the run failed.")
                    : StragglerView::tr("All ranks kept up until rank %1 failed.").arg(rank);
}

} // namespace

StragglerView::StragglerView(RunRanks *ranks, QWidget *parent)
    : QWidget(parent)
    , m_ranks(ranks)
    , m_summary(new Label({}, Theme::Role::Text))
    , m_heatmap(new LagHeatmap(ranks))
    , m_legend(new LagLegend)
    , m_basis(new Label({}, Theme::Role::TextSecondary, Theme::Secondary))
{
    setObjectName(u"stragglerView"_s);
    setAccessibleName(tr("Which ranks keep up"));
    m_summary->setObjectName(u"stragglerSummary"_s);
    m_summary->setWordWrap(true);
    m_basis->setObjectName(u"stragglerBasis"_s);
    m_basis->setTextFormat(Qt::PlainText);
    m_basis->setWordWrap(true);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(Theme::Inside);
    column->addWidget(m_summary);
    column->addWidget(m_heatmap);
    column->addWidget(m_legend);
    column->addWidget(m_basis);
    connect(m_heatmap, &TimeStrip::timeClicked, this, &StragglerView::timeClicked);
    connect(ranks, &RunRanks::changed, this, [this] {
        if (isVisible())
            refresh();
    });
    connect(ranks, &RunRanks::stallsChanged, this, [this] {
        if (isVisible())
            refresh();
    });
}

void StragglerView::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    refresh();
}

QString StragglerView::summary(const QList<RankLag> &stragglers) const
{
    QStringList named;
    for (const RankLag &lag : stragglers.first(std::min(MostNamed, stragglers.size())))
        named += RankText::lag(lag);
    if (stragglers.size() > MostNamed)
        named += tr("and %n more", nullptr, int(stragglers.size() - MostNamed));
    const QString lags = named.join(u"  ·  "_s);
    const auto &stalls = m_ranks->stalls();
    if (!stalls.isEmpty()) {
        // If all ranks wait, none of them lags.
        const bool isOfSome = stalls.first().isAlone && !lags.isEmpty();
        return isOfSome ? m_ranks->stallText() + u"  "_s + lags : m_ranks->stallText();
    }
    const Run &run = m_ranks->run()->run();
    if (run.status == RunStatus::Failed && run.cause && CauseText::followsFromOthers(run.cause->first().kind)) {
        // The lag of the rank shows such a cause.
        //: %1 is the cause of the failure, %2 states how far each rank was behind before it
        return tr("%1. %2").arg(CauseText::of(run), lags.isEmpty() ? tr("Until then all ranks kept up.") : lags);
    }
    return lags.isEmpty() ? allKeptUp(run) : lags;
}

void StragglerView::refresh()
{
    const TimeRange &range = m_ranks->timeline().range();
    if (range.isEmpty())
        return;
    m_summary->setText(summary(stragglers(lagsOf(m_ranks->steps(), m_ranks->ended(), range, 1))));
    const QString &line = m_ranks->steps().progressLine;
    const bool isMetric = line != m_ranks->activity().progressLine;
    m_basis->setText(line.isEmpty()
                         ? tr("Compared by the times at which the ranks write; no repeated line marks a step.")
                     : isMetric ? tr("Compared by the points of the metric that each rank logs: “%1”").arg(line)
                                : tr("Compared by the line that the ranks repeat: “%1”").arg(line));
}

} // namespace Roost::Ui
