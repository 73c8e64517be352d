// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shell/history.h"
#include "ui/shell/pages.h"

#include <QStackedWidget>

#include <map>
#include <memory>
#include <optional>

namespace Roost::Ui {

/// The pages of one window. Creates a page when it is first shown, keeps it, navigates back and forward, and stores the
/// state of each page in the settings. Owns the pages. Before a context is set, it shows the widget that the window has
/// added to the stack.
class PageHost : public QStackedWidget
{
    Q_OBJECT
public:
    explicit PageHost(QWidget *parent = nullptr);

    /// Sets the workspace of the pages that are created after this call. Call clear() first.
    void setContext(const PageContext &context);
    /// Returns null before the first call of setContext().
    OpenWorkspace *workspace() const { return m_context ? &m_context->workspace : nullptr; }

    /// Shows `location` and adds it to the history. Returns false, without any change, if there is no such page.
    bool go(const Location &location);
    bool canGoBack() const { return m_history.canGoBack(); }
    bool canGoForward() const { return m_history.canGoForward(); }
    /// Does nothing if there is no such step.
    void back();
    void forward();

    /// The current location; after clear() the last one that was shown.
    const Location &location() const { return m_location; }
    /// Returns null if no page is shown.
    PageView *page() const { return m_page; }

    /// Sets whether the window is visible. The current page is active only while it is.
    void setActive(bool active);
    /// Asks each page whether it may be closed. Returns the location of the first page with unsaved changes, which then
    /// asks the user; `then` is called if the user discards them. Returns nothing if all pages may be closed.
    std::optional<Location> blockedBy(const std::function<void()> &then);
    void saveStates() const;
    /// Saves the states of all pages, deletes the pages and clears the history.
    void clear();

Q_SIGNALS:
    /// Emitted before `location` is shown.
    void aboutToShow(const Location &location);
    /// Emitted when another page is shown. `lastFocus` is the widget that had the focus when the page was last shown;
    /// may be null.
    void entered(QWidget *lastFocus);
    /// Emitted when location() is shown, on another page or on the same page.
    void arrived();
    /// Emitted when canGoBack() or canGoForward() may have changed.
    void historyChanged();
    /// Emitted when the title, breadcrumb, state or actions of the current page have changed.
    void headerChanged();

private:
    struct PageEntry
    {
        std::unique_ptr<PageView> page;
        Location location;
    };

    static QString keyOf(const Location &location, const PageSpec &spec);
    PageView *makePage(const Location &location, const PageSpec &spec);
    void enter(PageView *page);
    void trim();
    static void saveState(const PageEntry &entry);

    std::optional<PageContext> m_context;
    History m_history;
    Location m_location;
    PageView *m_page = nullptr;
    std::map<QString, PageEntry> m_pages;
    QStringList m_named; // keys of the pages that are created per name, the most recently shown last
    bool m_active = false;
};

} // namespace Roost::Ui
