// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/ranks/lagheatmap.h"

#include "models/items/base/format.h"
#include "models/items/ranks/ranktext.h"
#include "ui/theme/theme.h"

#include <QPainter>

#include <algorithm>

namespace Roost::Ui {

using namespace Items;
using namespace Qt::StringLiterals;

namespace {

constexpr int ColumnWidth = 3;
constexpr qsizetype MostNamed = 8; // ranks in a tool tip
// In low rows the heights of the bars cannot be distinguished, so ranks in step are painted paler.
constexpr double LowRow = 6;

} // namespace

LagHeatmap::LagHeatmap(RunRanks *ranks, QWidget *parent)
    : TimeStrip(ranks, parent)
{
    setObjectName(u"lagHeatmap"_s);
    setAccessibleName(tr("How the ranks keep up over time"));
    setAccessibleDescription(tr("One row per rank. Arrow keys move, Enter goes there in the log."));
}

void LagHeatmap::paintCell(QPainter &painter, const QRectF &area, Lag lag)
{
    const auto bar = [&](Theme::Role role, double share) {
        QRectF place = area;
        place.setTop(area.bottom() - std::max(1.0, area.height() * share));
        painter.fillRect(place, Theme::color(role));
    };
    switch (lag) {
    case Lag::None:
        break;
    case Lag::InStep:
        if (area.height() < LowRow)
            painter.fillRect(area, Theme::tint(Theme::Role::Running, 0.3));
        else
            bar(Theme::Role::Running, 0.25);
        break;
    case Lag::NoneWrites:
        painter.fillRect(area, Theme::tint(Theme::Role::Text, 0.1));
        break;
    case Lag::Behind:
        bar(Theme::Role::Warning, 0.6);
        break;
    case Lag::FarBehind:
        bar(Theme::Role::Warning, 1);
        break;
    case Lag::Stalled:
        painter.fillRect(area, Theme::tint(Theme::Role::Text, 0.25));
        painter.fillRect(area, QBrush(Theme::color(Theme::Role::Text), Qt::BDiagPattern));
        break;
    }
}

void LagHeatmap::paintRows(QPainter &painter, const QRect &plot, int rows)
{
    const int columns = std::max(1, plot.width() / ColumnWidth);
    const auto lags = lagsOf(ranks()->steps(), ranks()->ended(), shownTime(), columns);
    const RankTimeline &timeline = ranks()->timeline();
    if (lags.size() != timeline.count())
        return; // rows of logs without a rank cannot be compared
    const double wide = double(plot.width()) / columns;
    for (int row = 0; row < rows; ++row) {
        const QRectF place = rowRect(row);
        const double gap = place.height() >= 6 ? 1 : 0;
        const auto [first, last] = timeline.rowsOfBand(row, rows);
        // Neighbouring cells with equal lag are painted as one, so that the hatching has no seams.
        int begin = 0;
        Lag before = Lag::None;
        for (int column = 0; column <= columns; ++column) {
            Lag worst = Lag::None;
            for (int rank = first; column < columns && rank <= last; ++rank)
                worst = std::max(worst, lags.at(rank).cells.at(column));
            if (column < columns && worst == before)
                continue;
            paintCell(painter,
                      QRectF(plot.left() + begin * wide, place.top() + gap, (column - begin) * wide,
                             place.height() - 2 * gap),
                      before);
            begin = column;
            before = worst;
        }
    }
}

QString LagHeatmap::toolTipOf(int first, int last, const TimeRange &time) const
{
    const auto width = std::max(time.span(), ranks()->timeline().bucketWidth());
    QStringList parts;
    for (const RankLag &lag : lagsOf(ranks()->steps(), ranks()->ended(), {time.from, time.from + width}, 1)) {
        const auto row = ranks()->timeline().rowOf(lag.rank);
        if (!row || *row < first || *row > last || parts.size() >= MostNamed)
            continue;
        QString text = tr("%1: %2").arg(RankText::name(lag.rank), RankText::lag(lag.cells.first()));
        if (lag.lagSteps > 0)
            text += u", "_s + tr("%n steps (%1)", nullptr, int(lag.lagSteps)).arg(RankText::span(lag.lag));
        parts += text;
    }
    parts += Format::exact(toDateTime(time.from));
    return parts.join(u'\n');
}

} // namespace Roost::Ui
