// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/navigation/navigator.h"

#include <QTableView>
#include <QVariantMap>

namespace Roost::Ui {

/// A table with the house look: rows of the theme's height, no grid, tabular figures, one row selected at
/// a time unless told otherwise, ellipsis and tool tip where a cell is cut, columns remembered. A cell whose
/// model answers ToneRole gets the shape of its state before the word.
class TableView : public QTableView
{
    Q_OBJECT
public:
    explicit TableView(QWidget *parent = nullptr);

    void setModel(QAbstractItemModel *model) override;
    /// Widths in characters of the interface font, and the column that takes what is left, its own width at least;
    /// where that is too much the table scrolls sideways. After setModel.
    void setColumns(const QList<int> &characters, int stretchColumn);
    /// The row of the current index, invalid where none.
    QModelIndex currentRow() const;

    /// Column order, widths, sort and which are hidden.
    QVariantMap saveState() const;
    void restoreState(const QVariantMap &state);
    /// Lets people hide columns by the header's context menu; those of `fixed` stay.
    void setColumnMenu(const QList<int> &fixed);

Q_SIGNALS:
    /// Enter or a double click on a row; with Ctrl in a new window.
    void opened(const QModelIndex &index, Roost::Ui::Navigator::Where where);
    /// Del.
    void removalWanted(const QModelIndex &index);
    /// Space.
    void quickLookWanted(const QModelIndex &index);

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void changeEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    bool viewportEvent(QEvent *event) override;
    int sizeHintForRow(int row) const override;

private:
    void goToRow(int row);
    void fitStretched();
    void applyRowHeight();
    bool showCellTip(const QPoint &at, const QPoint &global);

    int m_stretched = -1; // the column that takes what is left
    int m_least = 0;      // its least width
};

} // namespace Roost::Ui
