// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/readingorder.h"

#include <QApplication>
#include <QLayout>
#include <QWidget>

#include <algorithm>
#include <tuple>

namespace Roost::Ui {

namespace {

void addLaidOut(const QLayout *layout, QWidgetList &widgets)
{
    for (int i = 0; layout && i < layout->count(); ++i) {
        QLayoutItem *item = layout->itemAt(i);
        if (QWidget *widget = item->widget())
            widgets += widget;
        else
            addLaidOut(item->layout(), widgets);
    }
}

QWidgetList childrenAsRead(const QWidget &parent)
{
    QWidgetList laidOut;
    addLaidOut(parent.layout(), laidOut);
    QWidgetList placed;
    const auto children = parent.findChildren<QWidget *>(Qt::FindDirectChildrenOnly);
    std::ranges::copy_if(children, std::back_inserter(placed),
                         [&](QWidget *child) { return !laidOut.contains(child); });
    std::ranges::stable_sort(placed, {}, [](const QWidget *child) { return std::tuple(child->y(), child->x()); });
    return laidOut + placed;
}

bool takesTab(const QWidget *widget)
{
    // A widget with a focus proxy (a page, the field within a spin box) is excluded, since it would be visited twice.
    if (widget->focusProxy() || !widget->isEnabled())
        return false;
    return (widget->focusPolicy() & Qt::TabFocus) || widget == QApplication::focusWidget();
}

void collect(const QWidget &parent, QWidgetList &found)
{
    const QWidgetList children = childrenAsRead(parent);
    for (QWidget *child : children) {
        if (child->isWindow() || !child->isVisible())
            continue;
        if (takesTab(child))
            found += child;
        collect(*child, found);
    }
}

} // namespace

QWidgetList inReadingOrder(const QWidget &window)
{
    QWidgetList found;
    collect(window, found);
    return found;
}

} // namespace Roost::Ui
