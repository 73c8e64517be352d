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
    return parent.isValid() ? 0 : int(columns().size());
}

QVariant VariablesModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    return columns().at(index.column()).data(m_rows.value(index.row()), role);
}

QVariant VariablesModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= columns().size())
        return {};
    return columns().at(section).headerData(role);
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
    Variable row = m_rows.value(index.row());
    columns().at(index.column()).edit(row, value.toString());
    if (index.row() >= m_rows.size()) {
        if (row == Variable{})
            return false;
        // The edited row keeps its index, and a new empty row is appended.
        beginInsertRows({}, int(m_rows.size()) + 1, int(m_rows.size()) + 1);
        m_rows += Variable{};
        endInsertRows();
    }
    m_rows[index.row()] = row;
    Q_EMIT dataChanged(this->index(index.row(), 0), this->index(index.row(), columnCount() - 1));
    if (row == Variable{})
        remove(index.row());
    else
        Q_EMIT edited();
    return true;
}

const QList<TableColumn<Variable>> &VariablesModel::columns()
{
    // The row for a new variable is the only one without a name and a value.
    static const QList<TableColumn<Variable>> all{
        {.id = Name,
         .title = [] { return tr("Name"); },
         .text = &Variable::name,
         .toolTip = &Variable::name,
         .accessibleText = [](const Variable &row) { return row == Variable{} ? tr("New variable's name") : row.name; },
         .edit = [](Variable &row, const QString &text) { row.name = text.trimmed(); }},
        {.id = Value,
         .title = [] { return tr("Value"); },
         .text = &Variable::value,
         .toolTip = &Variable::value,
         .accessibleText =
             [](const Variable &row) { return row == Variable{} ? tr("New variable's value") : row.value; },
         .edit = [](Variable &row, const QString &text) { row.value = text; }},
    };
    return all;
}

} // namespace Roost::Items
