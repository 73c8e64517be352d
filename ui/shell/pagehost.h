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

/// The pages of one window: makes each when it is shown first, keeps it, goes back and forward, and keeps what a page
/// remembers in the settings. Owns the pages. Until a context is set it shows what the window put into the stack.
class PageHost : public QStackedWidget
{
    Q_OBJECT
public:
    explicit PageHost(QWidget *parent = nullptr);

    /// Pages belong to another workspace from now on. Call after clear().
    void setContext(const PageContext &context);
    /// Null before the first setContext().
    OpenWorkspace *workspace() const { return m_context ? &m_context->workspace : nullptr; }

    /// Shows `location` and makes it a step of the history. False if there is no such page; nothing changes then.
    bool go(const Location &location);
    bool canGoBack() const { return m_history.canGoBack(); }
    bool canGoForward() const { return m_history.canGoForward(); }
    /// Nothing happens where they cannot.
    void back();
    void forward();

    /// The place that is on view; after clear() the last one that was.
    const Location &location() const { return m_location; }
    /// Null while no page is shown.
    PageView *page() const { return m_page; }

    /// Whether the window can be seen: the page on view is active only then.
    void setActive(bool active);
    /// Asks each page whether it may be closed. Returns the place of the first that holds something unsaved and asks a
    /// person by now; `then` is called once that is given up. Nothing if all may be closed.
    std::optional<Location> blockedBy(const std::function<void()> &then);
    void saveStates() const;
    /// Saves and deletes all pages, and forgets the history.
    void clear();

Q_SIGNALS:
    /// `location` is about to be shown.
    void going(const Location &location);
    /// Another page came on view. `lastFocus` had the focus when it was on view before; may be null.
    void entered(QWidget *lastFocus);
    /// location() was reached: on another page, or on the same one.
    void arrived();
    /// canGoBack() or canGoForward() may differ.
    void historyChanged();
    /// What the page on view states about itself for the header differs.
    void headerChanged();

private:
    struct Kept
    {
        std::unique_ptr<PageView> page;
        Location location;
    };

    static QString keyOf(const Location &location, const PageSpec &spec);
    PageView *makePage(const Location &location, const PageSpec &spec);
    void enter(PageView *page);
    void trim();
    static void saveState(const Kept &kept);

    std::optional<PageContext> m_context;
    History m_history;
    Location m_location;
    PageView *m_page = nullptr;
    std::map<QString, Kept> m_pages;
    QStringList m_named; // keys of the pages that are per name, the one seen last at the end
    bool m_active = false;
};

} // namespace Roost::Ui
