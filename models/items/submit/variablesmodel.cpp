// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/submit/variablesmodel.h"

namespace Roost::Items {

void VariablesModel::setRows(const QList<Variable> &rows)
{
    if (rows == m_rows)
        return;
    beginResetModel();
    m_rows = rows;
    endResetModel();
}

void VariablesModel::remove(int row)
{
    if (row < 0 || row >= m_rows.size())
        return;
    beginRemoveRows({}, row, row);
    m_rows.removeAt(row);
    endRemoveRows();
    Q_EMIT edited();
}

int VariablesModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size()) + 1;
}

int VariablesModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant VariablesModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const bool fresh = index.row() >= m_rows.size();
    if (role == Qt::DisplayRole || role == Qt::EditRole || role == Qt::ToolTipRole) {
        const Variable row = m_rows.value(index.row());
        return index.column() == Name ? row.name : row.value;
    }
    if (role == Qt::AccessibleTextRole && fresh)
        return index.column() == Name ? tr("New variable's name") : tr("New variable's value");
    return {};
}

QVariant VariablesModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    return section == Name ? tr("Name") : tr("Value");
}

Qt::ItemFlags VariablesModel::flags(const QModelIndex &index) const
{
    const Qt::ItemFlags flags = QAbstractTableModel::flags(index);
    return index.isValid() ? flags | Qt::ItemIsEditable : flags;
}

bool VariablesModel::setData(const QModelIndex &index, const QVariant &value, int role)
{
    if (role != Qt::EditRole || !checkIndex(index, CheckIndexOption::IndexIsValid))
        return false;
    QString text = value.toString();
    if (index.column() == Name)
        text = text.trimmed();
    if (index.row() >= m_rows.size()) {
        if (text.isEmpty())
            return false;
        // The edited row keeps its index, and a new empty row is appended.
        beginInsertRows({}, int(m_rows.size()) + 1, int(m_rows.size()) + 1);
        m_rows += Variable{};
        endInsertRows();
    }
    Variable &row = m_rows[index.row()];
    (index.column() == Name ? row.name : row.value) = text;
    Q_EMIT dataChanged(this->index(index.row(), 0), this->index(index.row(), Value));
    if (row.name.isEmpty() && row.value.isEmpty())
        remove(index.row());
    else
        Q_EMIT edited();
    return true;
}

} // namespace Roost::Items
