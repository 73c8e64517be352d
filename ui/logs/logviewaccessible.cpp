// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/logs/logviewaccessible.h"

#include <QAbstractScrollArea>

namespace Roost::Ui {

using namespace Logs;

LogViewAccessible::LogViewAccessible(QWidget *widget, View *view)
    : QAccessibleWidget(widget, QAccessible::EditableText)
    , m_view(view)
{
}

QAccessibleInterface *LogViewAccessible::make(const QString & /*className*/, QObject *object)
{
    auto *area = qobject_cast<QAbstractScrollArea *>(object);
    auto *view = dynamic_cast<View *>(area);
    return view ? new LogViewAccessible(area, view) : nullptr;
}

QWidget *LogViewAccessible::surface() const
{
    return static_cast<QAbstractScrollArea *>(object())->viewport();
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
    return kind == QAccessible::Value ? m_view->pageText().text() : QAccessibleWidget::text(kind);
}

QString LogViewAccessible::text(int from, int to) const
{
    return m_view->pageText().text().mid(from, to - from);
}

int LogViewAccessible::characterCount() const
{
    return int(m_view->pageText().text().size());
}

int LogViewAccessible::cursorPosition() const
{
    return m_view->pageText().startOf(m_view->currentLine());
}

void LogViewAccessible::setCursorPosition(int offset)
{
    const LogPageText page = m_view->pageText();
    if (!page.isEmpty())
        m_view->goTo(page.positionAt(offset).line);
}

void LogViewAccessible::selection(int index, int *from, int *to) const
{
    *from = *to = 0;
    const LogSelection marked = m_view->selection();
    if (index != 0 || marked.isEmpty())
        return;
    const LogPageText page = m_view->pageText();
    *from = page.offsetOf(marked.first());
    *to = page.offsetOf(marked.last());
}

int LogViewAccessible::selectionCount() const
{
    return m_view->selection().isEmpty() ? 0 : 1;
}

void LogViewAccessible::addSelection(int from, int to)
{
    setSelection(0, from, to);
}

void LogViewAccessible::setSelection(int index, int from, int to)
{
    if (index != 0)
        return;
    const LogPageText page = m_view->pageText();
    m_view->setSelection({page.positionAt(from), page.positionAt(to)});
}

void LogViewAccessible::removeSelection(int index)
{
    if (index == 0)
        m_view->setSelection({});
}

QRect LogViewAccessible::characterRect(int offset) const
{
    const LogPosition position = m_view->pageText().positionAt(offset);
    const QRect place = m_view->placeOf(position);
    return {surface()->mapToGlobal(place.topLeft()), place.size()};
}

int LogViewAccessible::offsetAtPoint(const QPoint &place) const
{
    const QPoint inside = surface()->mapFromGlobal(place);
    const LogPageText page = m_view->pageText();
    if (page.isEmpty() || !surface()->rect().contains(inside))
        return -1;
    return page.offsetOf(m_view->positionAt(inside));
}

QString LogViewAccessible::attributes(int /*offset*/, int *from, int *to) const
{
    *from = 0;
    *to = characterCount();
    return {};
}

} // namespace Roost::Ui
