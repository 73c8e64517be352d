// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

class QWidget;

namespace Roost::Ui {

class PageHost;

/// Keeps the keyboard focus of a window on its page: gives it to what the keys of the page are for when the page comes
/// on view, and again when the widget that had it is deleted or hidden.
class PageFocus : public QObject
{
    Q_OBJECT
public:
    /// For `window`, whose pages are in `host`; both outlive it.
    PageFocus(QWidget &window, PageHost &host);

    /// To `last` where that can take it; else to the focus proxy of the page, or to what its stack shows in place of it
    /// until that is read (ContentStack hands the focus on); else to the page. Nothing while no page is shown.
    void enter(QWidget *last = nullptr);
    /// Tab (`isNext`) and Shift+Tab, in reading order. False if nothing can take the focus.
    bool step(bool isNext);

private:
    void restore();
    void onFocusChanged(QWidget *before, QWidget *now);

    QWidget &m_window;
    PageHost &m_host;
};

} // namespace Roost::Ui
