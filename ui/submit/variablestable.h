// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractItemModel>
#include <QTableView>

namespace Roost::Ui {

/// Environment variables, edited in place: a click or a key opens the cell. Tab moves from cell to cell, and leaves the
/// table after the last cell or, backwards, before the first.
class VariablesTable : public QTableView
{
    Q_OBJECT
public:
    /// `model` must outlive the table.
    explicit VariablesTable(QAbstractItemModel &model, QWidget *parent = nullptr);
    /// Sets the height to that of the rows, within the limits of `least` and `most` rows; further rows are scrolled.
    void fitRows(int least, int most);

protected:
    void closeEditor(QWidget *editor, QAbstractItemDelegate::EndEditHint hint) override;
};

} // namespace Roost::Ui
