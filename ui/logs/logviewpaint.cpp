// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
// How LogView paints what it has laid out.
#include "models/logs/logdocument.h"
#include "ui/logs/logview.h"
#include "ui/theme/theme.h"

#include <QPainter>
#include <QScrollBar>

#include <algorithm>
#include <cmath>

namespace Roost::Ui {

using namespace Logs;

using namespace Qt::StringLiterals;

void LogView::paintEvent(QPaintEvent * /*event*/)
{
    relayout();
    QPainter painter(viewport());
    painter.fillRect(viewport()->rect(), Theme::color(Theme::Role::SurfaceSunken));
    const int left = textLeft();
    const int shift = horizontalScrollBar()->value();
    for (const LogLayout &line : std::as_const(m_lines)) {
        const QRect row(0, line.top(), viewport()->width(), line.height());
        if (m_current == line.number())
            painter.fillRect(row, Theme::tint(Theme::Role::Accent, 0.14));
        else if (line.level() == LogLevel::Error)
            painter.fillRect(row, Theme::tint(Theme::Role::Failed, 0.08));
        painter.save();
        painter.setClipRect(left, 0, viewport()->width() - left - OverviewWidth, viewport()->height());
        painter.setPen(Theme::color(Theme::Role::Text));
        line.paint(painter, QPointF(left - shift, line.top()), m_selection, m_highlights, m_highlight);
        painter.restore();
        m_gutter.paint(painter, *m_document, line, m_current == line.number());
        if (const QString words = beganAnew(line.number()); !words.isEmpty())
            paintBeganAnew(painter, line, words);
    }
    painter.setPen(Theme::color(Theme::Role::Line));
    painter.drawLine(left - Gap, 0, left - Gap, viewport()->height());
    paintOverview(painter);
    if (hasFocus()) {
        painter.setPen(Theme::color(Theme::Role::Accent));
        painter.drawRect(viewport()->rect().adjusted(0, 0, -1, -1));
    }
}

void LogView::paintMarks(QPainter &painter, const std::vector<LineNumber> &lines, const QColor &color) const
{
    constexpr int MarkHeight = 3;
    const double height = viewport()->height() - MarkHeight;
    const double count = double(std::max<qint64>(1, m_document->lineCount()));
    // Many on one place are one mark, and are passed over as one.
    for (auto at = lines.begin(); at != lines.end();) {
        const int y = int(double(at->value) / count * height);
        painter.fillRect(viewport()->width() - OverviewWidth + 1, y, OverviewWidth - 2, MarkHeight, color);
        const LineNumber next{qint64(std::ceil((y + 2) / height * count))};
        at = std::lower_bound(at + 1, lines.end(), next);
    }
}

void LogView::paintOverview(QPainter &painter) const
{
    painter.fillRect(viewport()->width() - OverviewWidth, 0, OverviewWidth, viewport()->height(),
                     Theme::color(Theme::Role::SurfaceRaised));
    if (m_found && m_found->isActive())
        paintMarks(painter, m_found->lines(), Theme::color(Theme::Role::Warning));
    paintMarks(painter, m_document->errorLines(), Theme::color(Theme::Role::Failed));
}

// What stood in front of the first line of a file before that began anew is gone: a line says so.
QString LogView::beganAnew(LineNumber line) const
{
    if (line.value >= m_document->lineCount())
        return {};
    const auto origin = m_document->originOf(line);
    const LogDocument *document = m_document->documents().value(origin.source);
    if (origin.line.value != 0 || !document || document->restarts().isEmpty())
        return {};
    const QString time = document->restarts().last().time.toLocalTime().toString(u"HH:mm:ss"_s);
    const QString tag = m_document->tag(origin.source).text;
    return m_document->documents().size() > 1 ? tr("Rank %1: the file began anew at %2").arg(tag, time)
                                              : tr("The file began anew at %1").arg(time);
}

void LogView::paintBeganAnew(QPainter &painter, const LogLayout &line, const QString &words) const
{
    const QColor color = Theme::color(Theme::Role::Warning);
    const QFont small = Theme::font(Theme::Secondary);
    const int wide = QFontMetrics(small).horizontalAdvance(words) + 2 * Gap;
    const int right = viewport()->width() - OverviewWidth - Gap;
    painter.save();
    painter.setPen(QPen(color, 1, Qt::DashLine));
    painter.drawLine(0, line.top(), right, line.top());
    const QRect place(right - wide, line.top(), wide, QFontMetrics(font()).lineSpacing());
    painter.fillRect(place, Theme::color(Theme::Role::SurfaceRaised));
    painter.setFont(small);
    painter.setPen(color);
    painter.drawText(place, Qt::AlignCenter, words);
    painter.restore();
}

} // namespace Roost::Ui
