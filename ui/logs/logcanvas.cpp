// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/logs/logcanvas.h"

#include "models/logs/file/logdocument.h"
#include "ui/theme/theme.h"

#include <QAbstractScrollArea>
#include <QCoreApplication>
#include <QPainter>
#include <QScrollBar>

#include <algorithm>

namespace Roost::Ui {

using namespace Logs;
using namespace Qt::StringLiterals;

namespace {

// A frame of a traceback has two or three lines; earlier lines do not change the colours.
constexpr qint64 LinesBefore = 3;
constexpr int Foot = 4; // in pixels, below the last line

} // namespace

LogCanvas::LogCanvas(LogText *text, const LogRows *rows, const QAbstractScrollArea *area)
    : m_text(text)
    , m_rows(rows)
    , m_area(area)
    , m_overview(text)
{
}

void LogCanvas::setWrapping(bool wrapping)
{
    m_wrapping = wrapping;
    m_widest = 0;
}

int LogCanvas::textWidth() const
{
    return std::max(80, m_area->viewport()->width() - m_gutter.width() - LogOverview::Width - Gap);
}

int LogCanvas::beyond() const
{
    return m_wrapping ? 0 : std::max(0, m_widest - textWidth() + Gap);
}

void LogCanvas::beginLayout()
{
    m_laidOut.clear();
    m_gutter.measure(*m_text, m_area->font());
}

// The height of the last page is measured first; then the same lines are painted.
LogLayout LogCanvas::layoutOf(qint64 row)
{
    if (const auto known = m_laidOut.constFind(row); known != m_laidOut.cend())
        return *known;
    const LineNumber number = m_rows->lineAt(row);
    const LogLine *line = m_text->line(number);
    const LogLayout layout(row, number, line, m_area->font(), m_wrapping ? textWidth() : 0,
                           line ? hiddenOf(number, line->text) : 0);
    m_laidOut.insert(row, layout);
    return layout;
}

// PyTorch's "[rank3]: " at the start of a line repeats the rank that the gutter shows.
qsizetype LogCanvas::hiddenOf(LineNumber number, const QString &text) const
{
    if (!text.startsWith("[rank"_L1) || m_text->documents().size() < 2)
        return 0;
    const QString prefix = u"[rank"_s + m_text->tag(m_text->originOf(number).source).text + u"]:"_s;
    if (!text.startsWith(prefix))
        return 0;
    return prefix.size() + (text.size() > prefix.size() && text[prefix.size()] == u' ' ? 1 : 0);
}

void LogCanvas::layOutFromTop(qint64 first, qint64 rows)
{
    const int height = m_area->viewport()->height();
    int y = 0;
    for (qint64 row = first; row < rows && y < height; ++row) {
        m_lines.append(layoutOf(row));
        m_lines.last().setTop(y);
        y += m_lines.last().height();
    }
}

void LogCanvas::layOutFromBottom(qint64 rows)
{
    int y = m_area->viewport()->height() - Foot;
    for (qint64 row = rows - 1; row >= 0 && y > 0; --row) {
        m_lines.prepend(layoutOf(row));
        y -= m_lines.first().height();
        m_lines.first().setTop(y);
    }
    // A log that fits into the view starts at the top.
    if (y > 0) {
        for (LogLayout &line : m_lines)
            line.setTop(line.top() - y);
    }
}

void LogCanvas::layOut(std::optional<qint64> first, qint64 rows)
{
    m_lines.clear();
    if (first)
        layOutFromTop(*first, rows);
    else
        layOutFromBottom(rows);
    m_laidOut.clear();
    colourLines();
    for (const LogLayout &line : std::as_const(m_lines))
        m_widest = std::max(m_widest, line.textWidth());
}

QList<QTextLayout::FormatRange> LogCanvas::linkOf(const LogLayout &line) const
{
    const auto link = m_isOpenable ? linkIn(line.text()) : std::nullopt;
    if (!link || !m_isOpenable(link->path))
        return {};
    QTextCharFormat format;
    format.setForeground(Theme::color(Theme::Role::Accent));
    format.setFontUnderline(true);
    return {{int(link->start), int(link->length), format}};
}

// The lines above the first visible one determine its position in a traceback.
void LogCanvas::colourLines()
{
    if (m_lines.isEmpty())
        return;
    m_syntax.restart();
    const qint64 first = m_lines.first().row();
    for (qint64 row = std::max<qint64>(0, first - LinesBefore); row < first; ++row) {
        const LineNumber number = m_rows->lineAt(row);
        if (const LogLine *line = m_text->line(number); line && line->spans.isEmpty())
            m_syntax.formats(m_text->originOf(number).source, line->text);
    }
    for (LogLayout &line : m_lines) {
        if (line.isKnown() && line.isPlain())
            line.setColours(m_syntax.formats(m_text->originOf(line.number()).source, line.text()) + linkOf(line));
    }
}

LogPosition LogCanvas::positionAt(const QPoint &place) const
{
    if (m_lines.isEmpty())
        return {};
    const LogLayout *found = &m_lines.first();
    for (const LogLayout &line : m_lines) {
        if (line.top() <= place.y())
            found = &line;
    }
    const QPointF inside(place.x() - textLeft() + m_area->horizontalScrollBar()->value(), place.y() - found->top());
    if (inside.y() >= found->height())
        return {found->number(), found->text().size()};
    return {found->number(), inside.y() < 0 ? 0 : found->columnAt(inside)};
}

QRect LogCanvas::placeOf(const LogPosition &position) const
{
    for (const LogLayout &line : m_lines) {
        if (line.number() == position.line)
            return line.placeOf(position.column)
                .translated(textLeft() - m_area->horizontalScrollBar()->value(), line.top());
    }
    return {};
}

const LogLayout *LogCanvas::lineAt(int y) const
{
    const auto at = std::ranges::find_if(
        m_lines, [y](const LogLayout &line) { return y >= line.top() && y < line.top() + line.height(); });
    return at == m_lines.end() ? nullptr : &*at;
}

std::optional<LogLink> LogCanvas::linkAt(const QPoint &place) const
{
    if (!m_isOpenable || place.x() < textLeft())
        return {};
    const LogLayout *line = lineAt(place.y());
    const auto link = line ? linkIn(line->text()) : std::nullopt;
    const auto column = positionAt(place).column;
    const bool isOver = link && column >= link->start && column < link->start + link->length;
    return isOver && m_isOpenable(link->path) ? link : std::nullopt;
}

// The sentence says that the lines before the first line of a restarted file are lost.
QString LogCanvas::restartNote(LineNumber line) const
{
    if (line.value >= m_text->lineCount())
        return {};
    const auto origin = m_text->originOf(line);
    const LogDocument *document = m_text->documents().value(origin.source);
    if (origin.line.value != 0 || !document || document->restarts().isEmpty())
        return {};
    const QString time = toDateTime(document->restarts().last().time).toLocalTime().toString(u"HH:mm:ss"_s);
    if (m_text->documents().size() < 2)
        return QCoreApplication::translate("Roost::Ui::LogCanvas", "The file started again at %1").arg(time);
    return QCoreApplication::translate("Roost::Ui::LogCanvas", "Rank %1: the file started again at %2")
        .arg(m_text->tag(origin.source).text, time);
}

void LogCanvas::paint(QPainter &painter, const LogSelection &selection, std::optional<LineNumber> current) const
{
    const QRect area = m_area->viewport()->rect();
    painter.fillRect(area, Theme::color(Theme::Role::SurfaceSunken));
    const int left = textLeft();
    const int shift = m_area->horizontalScrollBar()->value();
    for (const LogLayout &line : m_lines) {
        const bool isCurrent = current == line.number();
        const QRect row(0, line.top(), area.width(), line.height());
        if (isCurrent)
            painter.fillRect(row, Theme::tint(Theme::Role::Accent, 0.14));
        else if (line.level() == LogLevel::Error)
            painter.fillRect(row, Theme::tint(Theme::Role::Failed, 0.08));
        painter.save();
        painter.setClipRect(left, 0, area.width() - left - LogOverview::Width, area.height());
        painter.setPen(Theme::color(Theme::Role::Text));
        line.paint(painter, QPointF(left - shift, line.top()), selection, m_highlights, m_highlight);
        painter.restore();
        m_gutter.paint(painter, *m_text, line, isCurrent);
        if (const QString note = restartNote(line.number()); !note.isEmpty())
            paintRestart(painter, line, note);
    }
    painter.setPen(Theme::color(Theme::Role::Line));
    painter.drawLine(left - Gap, 0, left - Gap, area.height());
    m_overview.paint(painter, QRect(area.width() - LogOverview::Width, 0, LogOverview::Width, area.height()));
}

void LogCanvas::paintRestart(QPainter &painter, const LogLayout &line, const QString &note) const
{
    const QColor color = Theme::color(Theme::Role::Warning);
    const QFont small = Theme::font(Theme::Secondary);
    const int wide = QFontMetrics(small).horizontalAdvance(note) + 2 * Gap;
    const int right = m_area->viewport()->width() - LogOverview::Width - Gap;
    painter.save();
    painter.setPen(QPen(color, 1, Qt::DashLine));
    painter.drawLine(0, line.top(), right, line.top());
    const QRect place(right - wide, line.top(), wide, QFontMetrics(m_area->font()).lineSpacing());
    painter.fillRect(place, Theme::color(Theme::Role::SurfaceRaised));
    painter.setFont(small);
    painter.setPen(color);
    painter.drawText(place, Qt::AlignCenter, note);
    painter.restore();
}

} // namespace Roost::Ui
