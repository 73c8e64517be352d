// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/navigation/navigator.h"

#include <QAbstractItemModel>
#include <QSet>
#include <QTableView>
#include <QVariantMap>

namespace Roost::Ui {

/// A table in the style of Roost: rows of the theme's height, no grid, digits of equal width, one selected row at a
/// time by default, elided cells with a tool tip, and columns that can be saved and restored. Widths and visibility of
/// the columns are those of the model's TableColumns. A cell with a ToneRole shows the icon of its state before the
/// text.
class TableView : public QTableView
{
    Q_OBJECT
public:
    explicit TableView(QWidget *parent = nullptr);

    /// Sets up the columns as the model describes them.
    void setModel(QAbstractItemModel *model) override;
    /// Overrides the model's width of a column, in characters of the interface font.
    void setCharacters(int column, int characters);
    /// Overrides which column takes the remaining width. It is at least as wide as its own width; if that exceeds the
    /// table, the table scrolls horizontally.
    void setStretchedColumn(int column);
    /// Returns the row of the current index; invalid if there is none.
    QModelIndex currentRow() const;

    /// Contains order, widths, sorting and visibility of the columns.
    QVariantMap saveState() const;
    void restoreState(const QVariantMap &state);
    /// Hides or shows a column because the user chose so.
    void chooseColumn(int column, bool shown);
    /// Adds a context menu to the header that hides and shows the columns that are not Fixed.
    void setColumnMenu();

Q_SIGNALS:
    /// Emitted on Enter or a double click on a row; with Ctrl, to open it in a new window.
    void opened(const QModelIndex &index, Roost::Ui::Navigator::Where where);
    /// Emitted on Del.
    void removalWanted(const QModelIndex &index);
    /// Emitted on Space.
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
    void showKnownColumns(int first, int last);
    int widthOf(int characters) const;
    void fitStretched();
    void applyRowHeight();
    bool showCellTip(const QPoint &at, const QPoint &global);

    int m_stretched = -1;                     // the column that takes the remaining width
    int m_least = 0;                          // its minimum width in pixels
    QSet<int> m_chosen;                       // columns that the user hid or showed
    QList<QMetaObject::Connection> m_watched; // of the model
};

} // namespace Roost::Ui
