// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/items/base/tablecolumn.h"
#include "models/items/submit/variable.h"

#include <QAbstractTableModel>

namespace Roost::Items {

/// An editable table of names and values, with an empty row at the end for a new variable. A row that the user clears
/// is removed.
class VariablesModel : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Column { Name, Value };

    using QAbstractTableModel::QAbstractTableModel;

    /// Does nothing if `rows` equals the current rows, so that an open editor stays open.
    void setRows(const QList<Variable> &rows);
    const QList<Variable> &rows() const { return m_rows; }
    /// Removes a row. The empty row at the end is not removed.
    void remove(int row);

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;
    bool setData(const QModelIndex &index, const QVariant &value, int role = Qt::EditRole) override;

Q_SIGNALS:
    void edited();

private:
    static const QList<TableColumn<Variable>> &columns();

    QList<Variable> m_rows;
};

} // namespace Roost::Items
