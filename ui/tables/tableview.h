// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/navigation/navigator.h"

#include <QAbstractItemModel>
#include <QTableView>
#include <QVariantMap>

namespace Roost::Ui {

/// A table with Roost's look: rows of the theme's height, no grid, tabular figures, one row selected at a time by
/// default, ellipsis and tool tip where a cell is cut, columns that can be saved and restored. Widths and visibility
/// of the columns come from the model's TableColumns. A cell with a ToneRole gets the shape of its state before the
/// word.
class TableView : public QTableView
{
    Q_OBJECT
public:
    explicit TableView(QWidget *parent = nullptr);

    /// Lays the columns out as the model describes them.
    void setModel(QAbstractItemModel *model) override;
    /// Another width than the model's, in characters of the interface font.
    void setCharacters(int column, int characters);
    /// Another column than the model's takes the width that the others leave, its own width at least; where that
    /// is more than the table has, it scrolls sideways.
    void setStretchedColumn(int column);
    /// The row of the current index; invalid where there is none.
    QModelIndex currentRow() const;

    /// Order, widths, sort and visibility of the columns.
    QVariantMap saveState() const;
    void restoreState(const QVariantMap &state);
    /// Offers a context menu of the header to hide and show the columns that are not Fixed.
    void setColumnMenu();

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
    void layOutColumns();
    int widthOf(int characters) const;
    void fitStretched();
    void applyRowHeight();
    bool showCellTip(const QPoint &at, const QPoint &global);

    int m_stretched = -1; // the column that takes the width that the others leave
    int m_least = 0;      // its least width in pixels
};

} // namespace Roost::Ui
