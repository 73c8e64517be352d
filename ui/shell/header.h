// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/pages/pageview.h"

#include <QMenu>
#include <QPointer>
#include <QToolButton>
#include <QWidget>

class QHBoxLayout;
class QMenu;
class QToolButton;

namespace Roost::Ui {

/// The line above a page: back button, breadcrumb, state, up to three actions, and a menu with the remaining actions.
class Header : public QWidget
{
    Q_OBJECT
public:
    explicit Header(QWidget *parent = nullptr);

    /// Shows the current breadcrumb, state and actions of `page`; null clears the header. The page keeps ownership of
    /// the state widget.
    void showPage(PageView *page);
    void setCanGoBack(bool can);
    QToolButton *back() const { return m_back; }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void clear();
    void showBreadcrumb(const QList<Crumb> &crumbs);
    void addCrumb(const Crumb &crumb, const QString &name);
    void showState(QWidget *state);
    void showActions(const QList<QAction *> &actions, const QList<QAction *> &more);

    QToolButton *m_back;
    QToolButton *m_more;
    QMenu *m_menu;
    QWidget *m_crumbs;
    QHBoxLayout *m_crumbRow;
    QHBoxLayout *m_stateRow;
    QHBoxLayout *m_actionRow;
    QPointer<PageView> m_page;
    QStringList m_crumbTexts;
    QList<QAction *> m_actions;
    QPointer<QWidget> m_state;
    QPointer<QWidget> m_stateOwner;
};

} // namespace Roost::Ui
