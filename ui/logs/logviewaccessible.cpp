// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/logs/logviewaccessible.h"

#include "ui/logs/logview.h"

#include <algorithm>

namespace Roost::Ui {

using namespace Logs;

using namespace Qt::StringLiterals;

LogViewAccessible::LogViewAccessible(LogView *view)
    : QAccessibleWidget(view, QAccessible::EditableText)
{
}

QAccessibleInterface *LogViewAccessible::make(const QString & /*className*/, QObject *object)
{
    auto *view = qobject_cast<LogView *>(object);
    return view ? new LogViewAccessible(view) : nullptr;
}

LogView &LogViewAccessible::view() const
{
    return *static_cast<LogView *>(object());
}

LogPosition LogViewAccessible::Page::positionAt(int offset) const
{
    if (lines.isEmpty())
        return {};
    const auto after = std::ranges::upper_bound(lines, offset, {}, &Line::start);
    const Line &line = after == lines.begin() ? lines.first() : *(after - 1);
    return {line.number, line.hidden + std::clamp(offset - line.start - line.prefix, 0, line.length)};
}

int LogViewAccessible::Page::offsetOf(const LogPosition &position) const
{
    const auto at = std::ranges::lower_bound(lines, position.line, {}, &Line::number);
    if (at == lines.end())
        return int(text.size());
    if (at->number != position.line)
        return at->start;
    return at->start + at->prefix + std::clamp(int(position.column) - at->hidden, 0, at->length);
}

LogViewAccessible::Page LogViewAccessible::pageOf(LogView &view)
{
    Page page;
    LogText *log = view.document();
    const bool isOfMany = log->documents().size() > 1;
    const auto &lines = view.linesInView();
    for (const LogLayout &line : lines) {
        if (!page.lines.isEmpty())
            page.text += u'\n';
        Line one{line.number(), int(page.text.size())};
        if (isOfMany)
            page.text += LogView::tr("Rank %1: ").arg(log->tag(log->originOf(line.number()).source).text);
        one.prefix = int(page.text.size()) - one.start;
        one.length = int(line.shownText().size());
        one.hidden = int(line.text().size()) - one.length;
        page.text += line.shownText();
        page.lines += one;
    }
    return page;
}

QString LogViewAccessible::textOf(LogView &view)
{
    return pageOf(view).text;
}

int LogViewAccessible::cursorOf(LogView &view)
{
    const Page page = pageOf(view);
    const auto at =
        std::ranges::find(page.lines, view.currentLine(), [](const Line &line) { return std::optional(line.number); });
    return at == page.lines.end() ? 0 : at->start;
}

void *LogViewAccessible::interface_cast(QAccessible::InterfaceType type)
{
    if (type == QAccessible::TextInterface)
        return static_cast<QAccessibleTextInterface *>(this);
    return QAccessibleWidget::interface_cast(type);
}

QAccessible::State LogViewAccessible::state() const
{
    QAccessible::State state = QAccessibleWidget::state();
    state.readOnly = true;
    state.multiLine = true;
    state.selectableText = true;
    return state;
}

QString LogViewAccessible::text(QAccessible::Text kind) const
{
    return kind == QAccessible::Value ? textOf(view()) : QAccessibleWidget::text(kind);
}

QString LogViewAccessible::text(int from, int to) const
{
    return textOf(view()).mid(from, to - from);
}

int LogViewAccessible::characterCount() const
{
    return int(textOf(view()).size());
}

int LogViewAccessible::cursorPosition() const
{
    return cursorOf(view());
}

void LogViewAccessible::setCursorPosition(int offset)
{
    const Page page = pageOf(view());
    if (!page.lines.isEmpty())
        view().goTo(page.positionAt(offset).line);
}

void LogViewAccessible::selection(int index, int *from, int *to) const
{
    *from = *to = 0;
    const LogSelection &marked = view().selection();
    if (index != 0 || marked.isEmpty())
        return;
    const Page page = pageOf(view());
    *from = page.offsetOf(marked.first());
    *to = page.offsetOf(marked.last());
}

int LogViewAccessible::selectionCount() const
{
    return view().selection().isEmpty() ? 0 : 1;
}

void LogViewAccessible::addSelection(int from, int to)
{
    setSelection(0, from, to);
}

void LogViewAccessible::setSelection(int index, int from, int to)
{
    if (index != 0)
        return;
    const Page page = pageOf(view());
    view().setSelection({page.positionAt(from), page.positionAt(to)});
}

void LogViewAccessible::removeSelection(int index)
{
    if (index == 0)
        view().setSelection({});
}

QRect LogViewAccessible::characterRect(int offset) const
{
    const QRect place = view().placeOf(pageOf(view()).positionAt(offset));
    return {view().viewport()->mapToGlobal(place.topLeft()), place.size()};
}

int LogViewAccessible::offsetAtPoint(const QPoint &place) const
{
    const QPoint inside = view().viewport()->mapFromGlobal(place);
    const Page page = pageOf(view());
    if (page.lines.isEmpty() || !view().viewport()->rect().contains(inside))
        return -1;
    return page.offsetOf(view().positionAt(inside));
}

QString LogViewAccessible::attributes(int /*offset*/, int *from, int *to) const
{
    *from = 0;
    *to = characterCount();
    return {};
}

} // namespace Roost::Ui
