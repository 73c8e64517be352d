// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/items/workspace/workspacesession.h"
#include "ui/navigation/navigator.h"

#include <QAction>
#include <QVariantMap>
#include <QWidget>

namespace Roost::Ui {

/// One step of the breadcrumb; `open` is empty for the page itself.
struct Crumb
{
    QString text;
    std::function<void()> open;
};

/// A page of the main area. The shell shows its breadcrumb, state and actions in the header of the window, so a page
/// does not draw its own title. Its constructor takes (WorkspaceSession &, Navigator &, the items to show..., QWidget
/// *parent); session and navigator must outlive it. Its focus proxy is the widget that the arrow keys act on. A page
/// stores no data of its own; the data is in models/items.
class PageView : public QWidget
{
    Q_OBJECT
public:
    PageView(Items::WorkspaceSession &session, Navigator &navigator, QWidget *parent = nullptr)
        : QWidget(parent)
        , m_session(session)
        , m_navigator(navigator)
    {
    }

    /// Returns one word or a name, for the window title and the palette.
    virtual QString title() const = 0;
    /// Returns the steps that lead to the page; the last one is the page itself.
    virtual QList<Crumb> breadcrumb() const { return {{title(), {}}}; }
    /// Returns a small widget to the right of the breadcrumb (a StateBadge, a duration), owned by the page; null if
    /// there is none.
    virtual QWidget *headerState() { return nullptr; }
    /// Returns the two or three actions that apply to the current state, shown as buttons in this order. The dynamic
    /// property "primary" accents a button. The command palette lists all of them, too.
    virtual QList<QAction *> headerActions() { return {}; }
    /// Returns the actions of the overflow menu in the header.
    virtual QList<QAction *> menuActions() { return {}; }

    /// Called each time the page is shown. Reads data that may have changed, and continues polling.
    virtual void activate() {}
    /// Called when the page is hidden, because another page is shown or the window is hidden. Stops polling.
    virtual void deactivate() {}
    /// Called before the page is deleted because its window closes or another workspace is opened. Returns false if
    /// input would be lost: the page then asks within itself, and calls `then` if the user discards the input.
    virtual bool mayLeave(const std::function<void()> & /*then*/) { return true; }
    /// Returns the height in pixels of the row of buttons at the bottom of the page; notices do not cover it.
    virtual int footHeight() const { return 0; }
    /// F5: reads the data of the page again.
    virtual void refresh() { m_session.refresh(); }
    /// Ctrl+F: opens the find bar. Returns false if there is nothing to search.
    virtual bool find() { return false; }
    /// Ctrl+L: focuses the filter. Returns false if there is nothing to filter.
    virtual bool focusFilter() { return false; }
    /// Ctrl+G: asks for a line or a time to go to. Returns false if the page has neither.
    virtual bool goToPlace() { return false; }
    /// Ctrl+D: shows two of the page's items side by side, or only one again. Returns false if there are not two.
    virtual bool toggleCompare() { return false; }
    /// F8 (+1) and Shift+F8 (-1): goes to the next or the previous error. Returns false if there are no errors.
    virtual bool walkErrors(int /*direction*/) { return false; }
    /// Returns whether the content was read at least once or could not be read. Screenshots wait for this.
    virtual bool isLoaded() const { return true; }

    /// Returns splitters, columns, tab and filter, with which the next page of this kind starts. Each page defines its
    /// keys.
    virtual QVariantMap saveState() const { return {}; }
    virtual void restoreState(const QVariantMap & /*state*/) {}

Q_SIGNALS:
    /// Emitted when the title, breadcrumb, state or actions have changed.
    void headerChanged();

protected:
    Items::WorkspaceSession &session() const { return m_session; }
    Navigator &navigator() const { return m_navigator; }

private:
    Items::WorkspaceSession &m_session;
    Navigator &m_navigator;
};

} // namespace Roost::Ui
