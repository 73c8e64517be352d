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
    /// The name alone, where `text` holds more. An entry whose whole name is typed comes first.
    QString name = {};
};

/// Ctrl+K: a person types some letters of an entry, Enter runs it, Escape closes.
class CommandPalette : public QFrame
{
    Q_OBJECT
public:
    explicit CommandPalette(QWidget *parent);

    /// Opens over its parent with all of `commands`, in the order given.
    void open(QList<Command> commands);
    /// Adds entries that were read later. The best match is current until a person moves to another entry.
    void add(const QList<Command> &commands);
    /// Whether more entries may be added: an empty list states then that the search continues.
    void setSearching(bool searching);

Q_SIGNALS:
    /// A person typed a name.
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
    bool m_moved = false;            // a person chose the current one
    QPointer<QWidget> m_focusBefore; // had the focus when it was opened
};

} // namespace Roost::Ui
