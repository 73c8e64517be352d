// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractItemModel>
#include <QTableView>

namespace Roost::Ui {

/// Environment variables, edited in place: a click or a key opens the cell. Tab goes from cell to cell and leaves the
/// table after the last and before the first.
class VariablesTable : public QTableView
{
    Q_OBJECT
public:
    /// `model` outlives it.
    explicit VariablesTable(QAbstractItemModel &model, QWidget *parent = nullptr);
    /// As high as its rows, at least and at most so many of them; the others scroll.
    void fitRows(int least, int most);

protected:
    void closeEditor(QWidget *editor, QAbstractItemDelegate::EndEditHint hint) override;
};

} // namespace Roost::Ui
