// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/logs/loglayout.h"

#include "ui/theme/theme.h"

#include <QCoreApplication>
#include <QFontMetricsF>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace Roost::Ui {

using namespace Logs;
using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype LongestWrapped = 3000;

int spacingOf(const QFont &font)
{
    return int(std::ceil(QFontMetricsF(font).lineSpacing()));
}

QColor readable(const QColor &color)
{
    return Theme::seenOn(Theme::color(Theme::Role::SurfaceSunken), color, 3.5);
}

QTextCharFormat formatOf(const LogSpan &span)
{
    QTextCharFormat format;
    if (span.background != LogSpan::None) {
        QColor behind = logColor(span.background);
        format.setBackground(behind);
        const QColor text = Theme::color(Theme::Role::Text);
        const QColor other = Theme::color(Theme::Role::Surface);
        format.setForeground(Theme::contrast(text, behind) >= Theme::contrast(other, behind) ? text : other);
    } else if (span.foreground != LogSpan::None) {
        format.setForeground(logColor(span.foreground));
    } else if (span.dim) {
        format.setForeground(Theme::color(Theme::Role::TextSecondary));
    }
    if (span.bold)
        format.setFontWeight(QFont::Bold);
    format.setFontItalic(span.italic);
    format.setFontUnderline(span.underline);
    return format;
}

} // namespace

QColor logColor(int code)
{
    if (code & LogSpan::Rgb)
        return readable(QColor::fromRgb(QRgb(code & 0xffffff)));
    using Theme::Role;
    switch (code % 8) {
    case 0:
        return Theme::color(Role::TextSecondary);
    case 1:
        return Theme::color(Role::Failed);
    case 2:
        return Theme::color(Role::Done);
    case 3:
        return Theme::color(Role::Warning);
    case 4:
        return Theme::color(Role::Accent);
    case 5:
        return Theme::color(Role::Preparing);
    case 6:
        return readable(Theme::series(2));
    default:
        return Theme::color(Role::Text);
    }
}

QColor highlightColor(int colour)
{
    const QColor over = Theme::series(colour);
    const QColor surface = Theme::color(Theme::Role::SurfaceSunken);
    const auto mixed = [](int a, int b) { return (3 * a + 7 * b) / 10; };
    return {mixed(over.red(), surface.red()), mixed(over.green(), surface.green()), mixed(over.blue(), surface.blue())};
}

LogLayout::LogLayout(qint64 row, LineNumber number, const LogLine *line, const QFont &font, int width, qsizetype hidden)
    : m_row(row)
    , m_number(number)
    , m_known(line != nullptr)
    , m_width(width)
{
    const QFontMetricsF metrics(font);
    m_height = spacingOf(font);
    if (!line)
        return;
    m_level = line->level;
    m_plain = line->spans.isEmpty();
    m_text = line->text;
    m_hidden = std::min(hidden, m_text.size());
    QString shown = m_text.sliced(m_hidden);
    bool isCut = line->cut;
    if (width > 0 && m_text.size() > LongestWrapped) {
        // A line taller than the view could not be scrolled through, because scrolling proceeds by lines.
        m_text.truncate(LongestWrapped);
        shown = m_text.sliced(m_hidden) +
                QCoreApplication::translate("Roost::Ui::LogLayout", " … (turn off Wrap to see more of this line)");
        isCut = true;
    } else if (isCut) {
        shown += QCoreApplication::translate("Roost::Ui::LogLayout", " … (the line is cut here)");
    }
    if (shown.isEmpty())
        return;
    m_layout = std::make_shared<QTextLayout>(shown, font);
    QTextOption option;
    option.setWrapMode(width > 0 ? QTextOption::WrapAtWordBoundaryOrAnywhere : QTextOption::NoWrap);
    option.setTabStopDistance(8 * metrics.horizontalAdvance(u' '));
    m_layout->setTextOption(option);
    QList<QTextLayout::FormatRange> formats;
    for (const LogSpan &span : line->spans) {
        if (const auto range = this->shown(span.start, span.length, formatOf(span)))
            formats.append(*range);
    }
    if (isCut) {
        QTextCharFormat quiet;
        quiet.setForeground(Theme::color(Theme::Role::TextSecondary));
        const auto end = shownText().size();
        formats.append({int(end), int(shown.size() - end), quiet});
    }
    m_layout->setFormats(formats);
    m_layout->setCacheEnabled(true);
    layOut();
}

// Returns the visible part of a range of the text, in the columns of the layout.
std::optional<QTextLayout::FormatRange> LogLayout::shown(qsizetype start, qsizetype length,
                                                         const QTextCharFormat &format) const
{
    const auto from = std::max(start, m_hidden);
    const auto to = std::min(start + length, m_text.size());
    if (from >= to)
        return {};
    return QTextLayout::FormatRange{int(from - m_hidden), int(to - from), format};
}

void LogLayout::layOut()
{
    const QFontMetricsF metrics(m_layout->font());
    const int spacing = spacingOf(m_layout->font());
    m_layout->beginLayout();
    qreal y = 0;
    for (QTextLine part = m_layout->createLine(); part.isValid(); part = m_layout->createLine()) {
        if (m_width > 0)
            part.setLineWidth(m_width);
        else
            part.setNumColumns(int(m_layout->text().size()));
        // A taller fallback font for one character must not move the line below the others.
        part.setPosition({0, y + metrics.ascent() - part.ascent()});
        y += spacing;
    }
    m_layout->endLayout();
    m_height = std::max(m_height, int(y));
}

void LogLayout::setColours(const QList<QTextLayout::FormatRange> &colours)
{
    if (!m_layout || colours.isEmpty())
        return;
    QList<QTextLayout::FormatRange> formats;
    for (const auto &colour : colours) {
        if (const auto range = shown(colour.start, colour.length, colour.format))
            formats.append(*range);
    }
    m_layout->setFormats(formats + m_layout->formats());
    layOut();
}

int LogLayout::textWidth() const
{
    return m_layout ? int(std::ceil(m_layout->maximumWidth())) : 0;
}

void LogLayout::paint(QPainter &painter, const QPointF &offset, const LogSelection &selection,
                      const LogHighlights &highlights, const LogPattern &found) const
{
    QList<QTextLayout::FormatRange> marks;
    const auto mark = [&](const LogPattern &pattern, const QColor &behind) {
        QTextCharFormat format;
        format.setBackground(behind);
        format.setForeground(Theme::color(Theme::Role::Text));
        for (const auto &match : pattern.matches(m_text)) {
            if (const auto range = shown(match.start, match.length, format))
                marks.append(*range);
        }
    };
    for (const LogHighlight &highlight : highlights)
        mark(highlight.pattern, highlightColor(highlight.colour));
    mark(found, Theme::tint(Theme::Role::Warning, 0.35));
    if (!selection.isEmpty() && selection.first().line <= m_number && m_number <= selection.last().line) {
        const auto from = selection.first().line == m_number ? selection.first().column : 0;
        const auto to = selection.last().line == m_number ? selection.last().column : m_text.size();
        QTextCharFormat format;
        format.setBackground(Theme::color(Theme::Role::Selection));
        format.setForeground(Theme::color(Theme::Role::Text));
        if (to > from) {
            if (const auto range = shown(from, to - from, format))
                marks.append(*range);
        }
        // An empty line within the selection is also shown as selected.
        if (to <= from && shownText().isEmpty() && selection.last().line > m_number)
            painter.fillRect(QRectF(offset.x(), offset.y(), 6, m_height), format.background());
    }
    if (m_layout)
        m_layout->draw(&painter, offset, marks);
}

qsizetype LogLayout::columnAt(const QPointF &place) const
{
    if (!m_layout || m_layout->lineCount() == 0)
        return 0;
    const int spacing = spacingOf(m_layout->font());
    const int part = std::clamp(int(place.y() / spacing), 0, m_layout->lineCount() - 1);
    return std::min<qsizetype>(m_layout->lineAt(part).xToCursor(place.x()) + m_hidden, m_text.size());
}

QRect LogLayout::placeOf(qsizetype column) const
{
    const int at = int(std::max<qsizetype>(0, column - m_hidden));
    const QTextLine part = m_layout ? m_layout->lineForTextPosition(at) : QTextLine();
    if (!part.isValid())
        return {0, 0, 1, m_height};
    const qreal left = part.cursorToX(at);
    const qreal right = part.cursorToX(std::min(at + 1, part.textStart() + part.textLength()));
    const int spacing = spacingOf(m_layout->font());
    return {int(left), part.lineNumber() * spacing, std::max(1, int(std::ceil(right - left))), spacing};
}

} // namespace Roost::Ui
