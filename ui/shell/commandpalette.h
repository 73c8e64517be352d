// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>
#include <QPointer>

#include <functional>

class QLineEdit;
class QListView;
class QStandardItemModel;

namespace Roost {

class EmptyState;

/// One thing the palette can do: a page, an action, a run, a model.
struct Command
{
    QString text;
    /// What kind of thing it is ("Page", "Run"), at the right.
    QString kind;
    QString keys;
    QString icon;
    std::function<void()> run;
};

/// Ctrl+K: type some letters of what you want, Enter does it, Escape leaves.
class CommandPalette : public QFrame
{
    Q_OBJECT
public:
    explicit CommandPalette(QWidget *parent);

    /// Opens over its parent with all of `commands`, best first as given.
    void open(QList<Command> commands);
    /// Adds what is read only later; what is typed and chosen stays.
    void add(const QList<Command> &commands);

Q_SIGNALS:
    /// Somebody looks for something by name.
    void searched();
    void closed();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void filter();
    void runCurrent();
    void leave();
    void place();

    QList<Command> m_commands;
    QLineEdit *m_input;
    QListView *m_list;
    EmptyState *m_none;
    QStandardItemModel *m_model;
    QPointer<QWidget> m_before; // had the focus when it was opened
};

} // namespace Roost
