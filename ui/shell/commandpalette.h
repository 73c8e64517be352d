// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>
#include <QLineEdit>
#include <QPointer>

#include <functional>

class QLineEdit;
class QListView;
class QStandardItemModel;

namespace Roost::Ui {

class EmptyState;
class Label;

/// One entry of the palette: a page, an action, a run or a model.
struct Command
{
    QString text;
    /// The kind of the entry ("Page", "Run"), shown at the right.
    QString kind;
    QString keys;
    QString icon;
    std::function<void()> run;
    /// The name alone, if `text` contains more. An entry whose complete name is typed is listed first.
    QString name = {};
};

/// Opened by Ctrl+K: the user types some letters of an entry; Enter runs it, Escape closes the palette.
class CommandPalette : public QFrame
{
    Q_OBJECT
public:
    explicit CommandPalette(QWidget *parent);

    /// Opens the palette over its parent with `commands`, in the given order.
    void open(QList<Command> commands);
    /// Adds entries that were read later. The best match is current unless the user has moved to another entry.
    void add(const QList<Command> &commands);
    /// Sets whether more entries may be added. If so, an empty list shows that the search continues.
    void setSearching(bool searching);

Q_SIGNALS:
    /// Emitted when the user has typed a name.
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
    void closePalette();
    void place();

    QList<Command> m_commands;
    QLineEdit *m_input;
    QListView *m_list;
    EmptyState *m_none;
    Label *m_searchingSign;
    QStandardItemModel *m_model;
    bool m_searching = false;
    bool m_moved = false;            // the user has moved to another entry
    QPointer<QWidget> m_focusBefore; // the widget with the focus before the palette was opened
};

} // namespace Roost::Ui
