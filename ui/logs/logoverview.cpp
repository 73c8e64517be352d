// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/logs/logoverview.h"

#include "ui/theme/theme.h"

#include <QPainter>

#include <algorithm>
#include <cmath>

namespace Roost::Ui {

using namespace Logs;

void LogOverview::paint(QPainter &painter, const QRect &strip) const
{
    painter.fillRect(strip, Theme::color(Theme::Role::SurfaceRaised));
    if (m_found && m_found->isActive())
        paintMarks(painter, strip, m_found->lines(), Theme::color(Theme::Role::Warning));
    paintMarks(painter, strip, m_text->errorLines(), Theme::color(Theme::Role::Failed));
}

void LogOverview::paintMarks(QPainter &painter, const QRect &strip, const std::vector<LineNumber> &lines,
                             const QColor &color) const
{
    constexpr int MarkHeight = 3;
    const double height = strip.height() - MarkHeight;
    const double count = double(std::max<qint64>(1, m_text->lineCount()));
    // Lines at the same pixel share one mark; the loop skips them together.
    for (auto at = lines.begin(); at != lines.end();) {
        const int y = int(double(at->value) / count * height);
        painter.fillRect(strip.left() + 1, y, Width - 2, MarkHeight, color);
        const LineNumber next{qint64(std::ceil((y + 2) / height * count))};
        at = std::lower_bound(at + 1, lines.end(), next);
    }
}

} // namespace Roost::Ui
