// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractButton>
#include <QPushButton>
#include <QToolButton>
#include <QWidget>

#include <utility>

class QPushButton;
class QToolButton;
class QVBoxLayout;

namespace Roost::Ui {

/// One entry of the rail: an icon, a word, and a count as a small badge. Checked while its page is shown.
class RailButton : public QAbstractButton
{
    Q_OBJECT
public:
    RailButton(const QString &icon, const QString &text, QWidget *parent = nullptr);

    void setCount(int count);
    int count() const { return m_count; }
    void setNarrow(bool narrow);
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QString m_iconName;
    int m_count = 0;
    bool m_narrow = false;
};

/// The left edge of the window: the workspace, the pages, and "New run". Shows only icons if the window is narrow.
class Rail : public QWidget
{
    Q_OBJECT
public:
    explicit Rail(QWidget *parent = nullptr);

    /// Adds an entry below the previous ones. `keys` is shown in the tool tip.
    void addPage(const QString &id, const QString &icon, const QString &title, const QString &keys);
    void setCurrent(const QString &page);
    void setCount(const QString &page, int count);
    void setNarrow(bool narrow);
    void setPagesEnabled(bool enabled);

    /// Returns the button with the name of the workspace. The window owns its menu.
    QToolButton *switcher() const { return m_switcher; }
    void setWorkspace(const QString &title, const QString &icon);
    QPushButton *newRun() const { return m_newRun; }
    QToolButton *more() const { return m_more; }

Q_SIGNALS:
    void pageWanted(const QString &id);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void showWorkspace();

    bool m_narrow = false;
    QString m_title;
    QToolButton *m_switcher;
    QVBoxLayout *m_pages;
    QPushButton *m_newRun;
    QToolButton *m_more;
    QList<std::pair<QString, RailButton *>> m_buttons;
};

} // namespace Roost::Ui
