// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>
#include <QPointer>

#include <functional>

class QLineEdit;
class QListView;
class QStandardItemModel;

namespace Roost::Ui {

class EmptyState;
class Label;

/// One thing the palette can do: a page, an action, a run, a model.
struct Command
{
    QString text;
    /// What kind of thing it is ("Page", "Run"), at the right.
    QString kind;
    QString keys;
    QString icon;
    std::function<void()> run;
    /// What alone is its name, where `text` says more; who types it whole means this one.
    QString name = {};
};

/// Ctrl+K: type some letters of what you want, Enter does it, Escape leaves.
class CommandPalette : public QFrame
{
    Q_OBJECT
public:
    explicit CommandPalette(QWidget *parent);

    /// Opens over its parent with all of `commands`, best first as given.
    void open(QList<Command> commands);
    /// Adds what is read only later. The best match is the current one until a person moves to another.
    void add(const QList<Command> &commands);
    /// More may come: finding nothing so far is not the end.
    void setSearching(bool searching);

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
    void showSearching();
    int scoreOf(const Command &command, int fuzzy) const;
    void runCurrent();
    void leave();
    void place();

    QList<Command> m_commands;
    QLineEdit *m_input;
    QListView *m_list;
    EmptyState *m_none;
    Label *m_searchingSign;
    QStandardItemModel *m_model;
    bool m_searching = false;
    bool m_moved = false;       // a person chose the current one
    QPointer<QWidget> m_before; // had the focus when it was opened
};

} // namespace Roost::Ui
