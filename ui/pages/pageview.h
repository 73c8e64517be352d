// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/items/workspace/session.h"
#include "ui/navigation/navigator.h"

#include <QAction>
#include <QVariantMap>
#include <QWidget>

namespace Roost::Ui {

/// One step of the way to a page; `open` is empty for the page itself.
struct Crumb
{
    QString text;
    std::function<void()> open;
};

/// A page of the main area. The shell shows its breadcrumb, state and actions in the window's header, so
/// a page draws no title of its own. Its constructor takes (WorkspaceSession &, Navigator &, what it
/// shows..., QWidget *parent); both outlive it. Its focus proxy is what the arrow keys are for on it. It holds no
/// truth: what it shows lies in models/items.
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
    /// Ends with the page itself.
    virtual QList<Crumb> breadcrumb() const { return {{title(), {}}}; }
    /// A small widget right of the breadcrumb (a StateBadge, a duration); owned by the page. Null: none.
    virtual QWidget *headerState() { return nullptr; }
    /// The two or three that fit the state now are shown as buttons, in this order; QAction::property
    /// "primary" makes one the accented button. All are found by the command palette too.
    virtual QList<QAction *> headerActions() { return {}; }
    /// What goes under the header's overflow menu.
    virtual QList<QAction *> menuActions() { return {}; }

    /// Called each time it comes into view: read anew what may have changed, go on polling.
    virtual void activate() {}
    /// It left the view (another page, a hidden window): stop asking.
    virtual void deactivate() {}
    /// Before the page is dropped (its window closes, another workspace is opened): false where something typed would
    /// be lost. The page then asks in place, and calls `then` once a person gave that up.
    virtual bool mayLeave(const std::function<void()> & /*then*/) { return true; }
    /// Height of the row of buttons at its lower end that notices leave free.
    virtual int footHeight() const { return 0; }
    /// F5.
    virtual void refresh() { m_session.refresh(); }
    /// Ctrl+F; false where there is nothing to search.
    virtual bool find() { return false; }
    /// Ctrl+L; false where there is nothing to filter.
    virtual bool focusFilter() { return false; }
    /// Ctrl+G; false where there are no lines or times to go to.
    virtual bool goToPlace() { return false; }
    /// Ctrl+D: two of what the page shows side by side, or one again; false where there are no two.
    virtual bool toggleBeside() { return false; }
    /// F8 (+1) and Shift+F8 (-1); false where there are no errors to walk through.
    virtual bool walkErrors(int /*direction*/) { return false; }
    /// Whether what it shows was read at least once (or failed); pictures of it wait for that.
    virtual bool isLoaded() const { return true; }

    /// Splitters, columns, tab, filter: what the next window opens with. Keys are the page's own.
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
