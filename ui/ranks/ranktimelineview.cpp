// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/ranks/ranktimelineview.h"

#include "models/items/base/format.h"
#include "models/items/ranks/ranktext.h"
#include "ui/theme/theme.h"

#include <QPainter>

#include <algorithm>
#include <cmath>

namespace Roost::Ui {

using namespace Items;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

// A cell with one line must be visible next to cells with a thousand.
constexpr double Faintest = 0.55;
constexpr int ColumnWidth = 2;
constexpr double TickHeight = 3;

} // namespace

RankTimelineView::RankTimelineView(RunRanks *ranks, QWidget *parent)
    : TimeStrip(ranks, parent)
{
    setObjectName(u"rankTimelineView"_s);
    setAccessibleName(tr("Activity of the ranks over time"));
    setAccessibleDescription(tr("One row per rank; ticks are errors. Arrow keys move, Enter goes there in the log."));
}

void RankTimelineView::paintRows(QPainter &painter, const QRect &plot, int rows)
{
    const RankTimeline &timeline = ranks()->timeline();
    const int columns = std::max(1, plot.width() / ColumnWidth);
    const auto cells = timeline.cells(shownTime(), rows, columns);
    const auto most = std::ranges::max_element(cells, {}, &TimelineCell::lines);
    const double scale = std::log1p(double(most == cells.end() ? 1 : std::max<qint64>(1, most->lines)));
    const double wide = double(plot.width()) / columns;
    const QColor failed = Theme::color(Theme::Role::Failed);
    for (int row = 0; row < rows; ++row) {
        const QRectF place = rowRect(row);
        const double gap = place.height() >= 6 ? 1 : 0;
        const int first = timeline.rowsOfBand(row, rows).first;
        const QColor color = Theme::series(timeline.rank(first).value_or(first));
        for (int column = 0; column < columns; ++column) {
            const TimelineCell &cell = cells.at(row * columns + column);
            if (!cell.any)
                continue;
            const double share = std::log1p(double(cell.lines)) / scale;
            QColor shade = color;
            shade.setAlphaF(float(Faintest + (1 - Faintest) * share));
            const QRectF area(plot.left() + column * wide, place.top() + gap, wide, place.height() - 2 * gap);
            painter.fillRect(area, shade);
            if (cell.errors > 0) {
                // Wider than its column and as high as the row, so that an error differs in shape and not only in
                // colour.
                painter.fillRect(QRectF(area.center().x() - 1.5, place.top(), 3, place.height()), failed);
                if (place.height() >= 3 * TickHeight)
                    painter.fillRect(QRectF(area.center().x() - 3, place.top(), 6, TickHeight), failed);
            }
        }
    }
}

QString RankTimelineView::toolTipOf(int first, int last, const TimeRange &time) const
{
    const RankTimeline &timeline = ranks()->timeline();
    const auto rank = timeline.rank(first);
    QStringList parts;
    if (first != last && rank)
        parts += tr("Ranks %1 to %2").arg(*rank).arg(timeline.rank(last).value_or(last));
    else
        parts += rank ? RankText::name(*rank) : timeline.path(first);
    parts += Format::exact(toDateTime(time.from));
    const TimePoint middle = time.from + time.span() / 2;
    const auto half = std::max(time.span(), timeline.bucketWidth()) / 2;
    const TimelineCell sum = timeline.sum(first, last, {middle - half, middle + half + 1ms});
    if (!sum.any)
        parts += tr("nothing written");
    else
        parts += tr("%n lines", nullptr, int(sum.lines));
    if (sum.errors > 0)
        parts += tr("%n error lines", nullptr, int(sum.errors));
    return parts.join(u'\n');
}

} // namespace Roost::Ui
