// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

class QWidget;

namespace Roost::Ui {

class PageHost;

/// Keeps the keyboard focus of a window within its page. When a page is shown, it focuses the widget that the keys of
/// the page are for, and again when the focused widget is deleted or hidden.
class PageFocus : public QObject
{
    Q_OBJECT
public:
    /// `host` contains the pages of `window`. Both must outlive this object.
    PageFocus(QWidget &window, PageHost &host);

    /// Sets the focus to `last` if that can take it; otherwise to the focus proxy of the page, or to the widget that
    /// the ContentStack shows in its place while it loads (the stack passes the focus on later); otherwise to the page.
    /// Does nothing if no page is shown.
    void enter(QWidget *last = nullptr);
    /// Handles Tab (`isNext`) and Shift+Tab, in reading order. Returns false if no widget can take the focus.
    bool step(bool isNext);

private:
    void restore();
    void onFocusChanged(QWidget *before, QWidget *now);

    QWidget &m_window;
    PageHost &m_host;
};

} // namespace Roost::Ui
