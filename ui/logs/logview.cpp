// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/logs/logview.h"

#include "ui/logs/logviewaccessible.h"
#include "ui/theme/theme.h"

#include <QAccessible>
#include <QEvent>
#include <QScrollBar>

#include <algorithm>
#include <cmath>
#include <utility>

namespace Roost::Ui {

using namespace Logs;

using namespace Qt::StringLiterals;

namespace {

// From one picture to the next.
constexpr int FrameMs = 16;
constexpr int GrowthMs = 40;

} // namespace

LogView::LogView(LogText *text, LogFinder *filter, QWidget *parent)
    : QAbstractScrollArea(parent)
    , m_document(text)
    , m_filter(filter)
{
    // Before the name is set, which asks for what it makes and keeps it.
    QAccessible::installFactory(LogViewAccessible::make);
    setObjectName(u"logView"_s);
    m_pictured.start();
    setAccessibleName(tr("Log"));
    setFocusPolicy(Qt::StrongFocus);
    setFrameShape(QFrame::NoFrame);
    setFont(Theme::fixedFont());
    viewport()->setCursor(Qt::IBeamCursor);
    viewport()->setMouseTracking(true); // of links
    setHorizontalScrollBarPolicy(Qt::ScrollBarAsNeeded);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOn);
    connect(text, &LogText::grown, this, &LogView::grown);
    connect(text, &LogText::restarted, this, &LogView::restarted);
    connect(text, &LogText::rearranged, this, &LogView::rearranged);
    connect(text, &LogText::linesReady, this, [this] { paintWithin(FrameMs); });
    connect(filter, &LogFinder::changed, this, &LogView::grown);
    connect(this, &LogView::currentLineChanged, this, &LogView::tellReadersOfCursor);
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

// What comes alone is painted at once; however often it grows, it is painted once a frame, and what runs by faster than
// anybody reads less often.
void LogView::grown()
{
    paintWithin(GrowthMs);
}

void LogView::paintWithin(int apart)
{
    const qint64 now = m_pictured.elapsed();
    const qint64 wanted = std::max<qint64>(now, apart);
    if (m_frame.isActive() && m_frameAt <= wanted)
        return;
    m_frameAt = wanted;
    m_frame.start(int(wanted - now), this);
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

void LogView::setZoom(int steps)
{
    const LineNumber first = firstVisibleLine();
    setFont(Theme::fixedFont(0.95 * std::pow(1.1, steps)));
    m_widest = 0;
    m_valid = false;
    if (!m_following)
        scrollTo(rowOf(first));
    invalidate();
}

void LogView::setOpenable(std::function<bool(const QString &path)> isOpenable)
{
    m_isOpenable = std::move(isOpenable);
    invalidate();
}

void LogView::setFollowing(bool following)
{
    if (m_following == following)
        return;
    m_following = following;
    if (following)
        m_loadedRows = m_wantedRows = rowCount();
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
        lines += line.shownText().toString();
    return lines.join(u'\n');
}

const QList<LogLayout> &LogView::linesInView()
{
    relayout();
    return m_lines;
}

// Only of the log that has the keyboard: a reader would say others over what one listens to.
void LogView::tellReaders()
{
    if (!QAccessible::isActive() || !hasFocus())
        return;
    const QString text = LogViewAccessible::textOf(*this);
    if (text == m_toldText)
        return;
    QAccessibleTextUpdateEvent event(this, 0, std::exchange(m_toldText, text), text);
    QAccessible::updateAccessibility(&event);
}

void LogView::tellReadersOfCursor()
{
    if (!QAccessible::isActive())
        return;
    QAccessibleTextCursorEvent event(this, LogViewAccessible::cursorOf(*this));
    QAccessible::updateAccessibility(&event);
}

void LogView::changeEvent(QEvent *event)
{
    QAbstractScrollArea::changeEvent(event);
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::StyleChange ||
        event->type() == QEvent::FontChange)
        invalidate();
}

} // namespace Roost::Ui
