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
/// draws no title of its own. Its constructor takes (WorkspaceSession &, Navigator &, what it shows..., QWidget
/// *parent); session and navigator outlive it. Its focus proxy is the widget that the arrow keys act on. It owns no
/// facts: they are in models/items.
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

    /// One word or name, for the window title and the palette.
    virtual QString title() const = 0;
    /// The steps to the page; the last one is the page itself.
    virtual QList<Crumb> breadcrumb() const { return {{title(), {}}}; }
    /// A small widget right of the breadcrumb (a StateBadge, a duration); owned by the page. Null: none.
    virtual QWidget *headerState() { return nullptr; }
    /// The two or three actions that fit the state now, shown as buttons in this order. The dynamic property "primary"
    /// makes one the accented button. The command palette offers all of them too.
    virtual QList<QAction *> headerActions() { return {}; }
    /// The actions of the overflow menu of the header.
    virtual QList<QAction *> menuActions() { return {}; }

    /// Called each time the page comes on view: reads again what may have changed, and continues polling.
    virtual void activate() {}
    /// Called when the page leaves the view (another page, a hidden window): stops polling.
    virtual void deactivate() {}
    /// Called before the page is deleted (its window closes, another workspace is opened). False if something typed
    /// would be lost: the page then asks in place, and calls `then` once a person gives that up.
    virtual bool mayLeave(const std::function<void()> & /*then*/) { return true; }
    /// Height in pixels of the row of buttons at its lower end; notices do not cover it.
    virtual int footHeight() const { return 0; }
    /// F5: reads again what the page shows.
    virtual void refresh() { m_session.refresh(); }
    /// Ctrl+F: opens the find bar; false if there is nothing to search.
    virtual bool find() { return false; }
    /// Ctrl+L: focuses the filter; false if there is nothing to filter.
    virtual bool focusFilter() { return false; }
    /// Ctrl+G: asks for a line or a time to go to; false if there are none.
    virtual bool goToPlace() { return false; }
    /// Ctrl+D: two of what the page shows side by side, or one again; false if there are no two.
    virtual bool toggleBeside() { return false; }
    /// F8 (+1) and Shift+F8 (-1); false if there are no errors to walk through.
    virtual bool walkErrors(int /*direction*/) { return false; }
    /// Whether the content was read at least once, or failed to; screenshots wait for that.
    virtual bool isLoaded() const { return true; }

    /// Splitters, columns, tab, filter: what the next window opens with. The keys belong to the page.
    virtual QVariantMap saveState() const { return {}; }
    virtual void restoreState(const QVariantMap & /*state*/) {}

Q_SIGNALS:
    /// Title, breadcrumb, state or actions differ.
    void headerChanged();

protected:
    Items::WorkspaceSession &session() const { return m_session; }
    Navigator &navigator() const { return m_navigator; }

private:
    Items::WorkspaceSession &m_session;
    Navigator &m_navigator;
};

} // namespace Roost::Ui
