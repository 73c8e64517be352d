// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/logs/logview.h"

#include "ui/theme/theme.h"

#include <QAction>
#include <QClipboard>
#include <QEvent>
#include <QGuiApplication>
#include <QPainter>
#include <QScrollBar>

#include <algorithm>

namespace Roost {

using namespace Qt::StringLiterals;

namespace {

constexpr int Gap = 8;
constexpr int FrameMs = 16;
// A frame of a traceback has two lines or three; what is further up tells nothing any more.
constexpr qint64 LinesBefore = 3;

} // namespace

LogView::LogView(LogText *text, LogFinder *filter, QWidget *parent)
    : QAbstractScrollArea(parent)
    , m_document(text)
    , m_filter(filter)
{
    setObjectName(u"logView"_s);
    setAccessibleName(tr("Log"));
    setFocusPolicy(Qt::StrongFocus);
    setFrameShape(QFrame::NoFrame);
    setFont(Theme::fixedFont());
    viewport()->setCursor(Qt::IBeamCursor);
    viewport()->setMouseTracking(false);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAsNeeded);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOn);
    connect(text, &LogText::grown, this, &LogView::grown);
    connect(text, &LogText::restarted, this, &LogView::restarted);
    connect(text, &LogText::rearranged, this, &LogView::rearranged);
    connect(text, &LogText::linesReady, this, &LogView::grown);
    connect(filter, &LogFinder::changed, this, &LogView::grown);
}

qint64 LogView::rowCount() const
{
    return m_filter->isActive() ? qint64(m_filter->lines().size()) : m_document->lineCount();
}

LineNumber LogView::lineAt(qint64 row) const
{
    return m_filter->isActive() ? m_filter->lines()[size_t(row)] : LineNumber{row};
}

qint64 LogView::rowOf(LineNumber line) const
{
    if (!m_filter->isActive())
        return line.value;
    const auto &lines = m_filter->lines();
    return std::ranges::lower_bound(lines, line) - lines.begin();
}

int LogView::textWidth() const
{
    return std::max(80, viewport()->width() - m_gutter.width() - OverviewWidth - Gap);
}

void LogView::invalidate()
{
    m_valid = false;
    viewport()->update();
}

LogLayout LogView::layoutOf(qint64 row) const
{
    const LineNumber number = lineAt(row);
    return {row, number, m_document->line(number), font(), m_wrapping ? textWidth() : 0};
}

void LogView::layoutFromTop(qint64 first)
{
    const qint64 rows = rowCount();
    int y = 0;
    for (qint64 row = first; row < rows && y < viewport()->height(); ++row) {
        m_lines.append(layoutOf(row));
        m_lines.last().setTop(y);
        y += m_lines.last().height();
    }
}

void LogView::layoutFromBottom()
{
    int y = viewport()->height() - 4;
    for (qint64 row = rowCount() - 1; row >= 0 && y > 0; --row) {
        m_lines.prepend(layoutOf(row));
        y -= m_lines.first().height();
        m_lines.first().setTop(y);
    }
    // All of it fits: it begins at the top.
    if (y > 0) {
        for (LogLayout &line : m_lines)
            line.setTop(line.top() - y);
    }
}

void LogView::relayout()
{
    if (m_valid)
        return;
    m_valid = true;
    m_gutter.measure(*m_document, font());
    // What the bar says is known only when the lines are laid out, which its own change does again.
    updateScrollBars();
    m_lines.clear();
    const qint64 first = verticalScrollBar()->value();
    if (first >= m_bottomTop)
        layoutFromBottom();
    else
        layoutFromTop(first);
    colourLines();
    for (const LogLayout &line : std::as_const(m_lines))
        m_widest = std::max(m_widest, line.textWidth());
    const auto before = m_top;
    m_top = m_lines.isEmpty() ? std::nullopt : anchorOf(m_lines.first().number());
    if (m_top && (!before || m_top->document != before->document || m_top->origin.line != before->origin.line))
        Q_EMIT firstLineChanged();
}

// Where the first one in view stands in a traceback is told by those before it.
void LogView::colourLines()
{
    if (m_lines.isEmpty())
        return;
    m_syntax.restart();
    const qint64 first = m_lines.first().row();
    for (qint64 row = std::max<qint64>(0, first - LinesBefore); row < first; ++row) {
        const LineNumber number = lineAt(row);
        if (const LogLine *line = m_document->line(number); line && line->spans.isEmpty())
            m_syntax.formats(m_document->originOf(number).source, line->text);
    }
    for (LogLayout &line : m_lines) {
        if (line.isKnown() && line.isPlain())
            line.setColours(m_syntax.formats(m_document->originOf(line.number()).source, line.text()));
    }
}

void LogView::updateScrollBars()
{
    const qint64 rows = rowCount();
    int left = viewport()->height() - 4;
    qint64 top = rows;
    // Far from the end the exact place where the last page begins does not matter, and to know it one would have to
    // read that page.
    const qint64 page = std::max(1, left / QFontMetrics(font()).lineSpacing());
    if (const bool isFar = !m_following && verticalScrollBar()->value() + 4 * page < rows; isFar) {
        top = rows - page;
        left = 0;
    }
    while (top > 0 && left > 0) {
        const int height = m_wrapping ? layoutOf(top - 1).height() : layoutOf(rows - 1).height();
        if (left < height && top < rows)
            break;
        left -= height;
        --top;
    }
    m_bottomTop = left >= 0 && top == 0 ? 0 : top;
    m_settingScroll = true;
    QScrollBar *bar = verticalScrollBar();
    bar->setPageStep(std::max(1, int(rows - m_bottomTop)));
    bar->setSingleStep(1);
    bar->setRange(0, int(std::min<qint64>(m_bottomTop, std::numeric_limits<int>::max())));
    if (m_following)
        bar->setValue(bar->maximum());
    QScrollBar *across = horizontalScrollBar();
    across->setRange(0, m_wrapping ? 0 : std::max(0, m_widest - textWidth() + Gap));
    across->setPageStep(textWidth());
    across->setSingleStep(20);
    m_settingScroll = false;
}

// However often it grows, it is painted once a frame.
void LogView::grown()
{
    if (!m_frame.isActive())
        m_frame.start(FrameMs, this);
}

void LogView::restarted()
{
    m_selection = {};
    m_current.reset();
    m_currentAnchor.reset();
    m_top.reset();
    m_widest = 0;
    Q_EMIT selectionChanged();
    invalidate();
}

std::optional<LogView::Anchor> LogView::anchorOf(std::optional<LineNumber> line) const
{
    if (!line || line->value >= m_document->lineCount())
        return {};
    const auto origin = m_document->originOf(*line);
    return Anchor{m_document->documents().value(origin.source), origin};
}

LineNumber LogView::find(const Anchor &anchor) const
{
    const auto source = m_document->documents().indexOf(anchor.document);
    const LineNumber line =
        source < 0 ? LineNumber{m_document->lineCount()} : m_document->lineOf(int(source), anchor.origin.line);
    if (line.value < m_document->lineCount() || anchor.origin.time == 0)
        return line;
    return m_document->lineAt(anchor.origin.time);
}

// What one reads stays where it is; what is marked is marked no more where it is no longer one piece.
void LogView::rearranged(LineNumber from)
{
    if (!m_selection.isEmpty() && m_selection.last().line >= from)
        setSelection({});
    if (m_current && *m_current >= from && m_currentAnchor)
        m_current = find(*m_currentAnchor);
    if (!m_following && m_top && firstVisibleLine() >= from)
        scrollTo(rowOf(find(*m_top)));
    invalidate();
}

void LogView::showFromLine(LineNumber line)
{
    setFollowing(false);
    scrollTo(rowOf(line));
    invalidate();
}

void LogView::setShowsTimes(bool shows)
{
    m_gutter.setShowsTimes(shows);
    invalidate();
}

void LogView::setHighlights(const LogHighlights &highlights)
{
    m_highlights = highlights;
    viewport()->update();
}

void LogView::setFollowing(bool following)
{
    if (m_following == following)
        return;
    m_following = following;
    invalidate();
    Q_EMIT followingChanged(following);
}

void LogView::setWrapping(bool wrapping)
{
    if (m_wrapping == wrapping)
        return;
    const LineNumber first = firstVisibleLine();
    m_wrapping = wrapping;
    m_widest = 0;
    m_valid = false;
    if (!m_following)
        scrollTo(rowOf(first));
    invalidate();
}

void LogView::setHighlight(const LogPattern &pattern)
{
    m_highlight = pattern;
    viewport()->update();
}

void LogView::setFound(const LogFinder *found)
{
    if (m_found)
        disconnect(m_found, nullptr, this, nullptr);
    m_found = found;
    if (found)
        connect(found, &LogFinder::changed, viewport(), qOverload<>(&QWidget::update));
    viewport()->update();
}

LineNumber LogView::firstVisibleLine() const
{
    return m_lines.isEmpty() ? LineNumber{0} : m_lines.first().number();
}

LineNumber LogView::lastVisibleLine() const
{
    return m_lines.isEmpty() ? LineNumber{0} : m_lines.last().number();
}

void LogView::scrollTo(qint64 row)
{
    m_valid = false;
    updateScrollBars();
    // To be led to the last lines is no wish to follow them.
    m_settingScroll = true;
    verticalScrollBar()->setValue(int(std::clamp<qint64>(row, 0, m_bottomTop)));
    m_settingScroll = false;
}

void LogView::goTo(LineNumber line)
{
    if (rowCount() == 0)
        return;
    m_current = line;
    m_currentAnchor = anchorOf(line);
    const qint64 row = std::clamp<qint64>(rowOf(line), 0, rowCount() - 1);
    relayout();
    const bool inView = std::ranges::any_of(m_lines, [&](const LogLayout &shown) {
        return shown.row() == row && shown.top() >= 0 && shown.top() + shown.height() <= viewport()->height();
    });
    Q_EMIT moved();
    // Where one jumps one reads: what grows meanwhile must not take it away.
    setFollowing(false);
    if (!inView)
        scrollTo(row - verticalScrollBar()->pageStep() / 3);
    viewport()->update();
    Q_EMIT currentLineChanged();
}

bool LogView::walkErrors(int direction)
{
    const auto &errors = m_document->errorLines();
    if (errors.empty())
        return false;
    std::vector<LineNumber>::const_iterator at;
    if (direction > 0) {
        at = m_current ? std::ranges::upper_bound(errors, *m_current) : errors.begin();
        if (at == errors.end())
            at = errors.begin();
    } else {
        at = m_current ? std::ranges::lower_bound(errors, *m_current) : errors.end();
        at = at == errors.begin() ? errors.end() - 1 : at - 1;
    }
    goTo(*at);
    return true;
}

QString LogView::visibleText() const
{
    QStringList lines;
    for (const LogLayout &line : m_lines)
        lines += line.text();
    return lines.join(u'\n');
}

void LogView::changeEvent(QEvent *event)
{
    QAbstractScrollArea::changeEvent(event);
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::StyleChange ||
        event->type() == QEvent::FontChange)
        invalidate();
}

} // namespace Roost
