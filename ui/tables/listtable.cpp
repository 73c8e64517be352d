// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/tables/listtable.h"

#include "models/items/base/keyedtablemodel.h"
#include "ui/theme/theme.h"

#include <QHeaderView>
#include <QScopedValueRollback>

namespace Roost::Ui {

using namespace Items;

ListTable::ListTable(const QString &name, const QString &accessibleName, QWidget *parent)
    : TableView(parent)
{
    setObjectName(name);
    setAccessibleName(accessibleName);
}

QString ListTable::currentKey() const
{
    return currentIndex().data(KeyRole).toString();
}

QString ListTable::firstKey() const
{
    return model() ? model()->index(0, 0).data(KeyRole).toString() : QString();
}

QModelIndex ListTable::rowOf(const QString &key) const
{
    for (int row = 0; model() && row < model()->rowCount(); ++row) {
        const QModelIndex index = model()->index(row, 0);
        if (index.data(KeyRole).toString() == key)
            return index;
    }
    return {};
}

void ListTable::setCurrentKey(const QString &key)
{
    if (!model() || (key == currentKey() && currentRow().isValid()))
        return;
    const QScopedValueRollback quiet(m_setting, true);
    const QModelIndex row = rowOf(key);
    setCurrentIndex(row);
    if (!row.isValid())
        clearSelection();
}

void ListTable::setFormRows(int rows)
{
    setFrameShape(QFrame::StyledPanel);
    setMinimumHeight(horizontalHeader()->sizeHint().height() + rows * Theme::rowHeight() + 2 * frameWidth());
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::MinimumExpanding);
}

void ListTable::currentChanged(const QModelIndex &current, const QModelIndex &previous)
{
    TableView::currentChanged(current, previous);
    if (m_setting || (current.row() == previous.row() && current.isValid() == previous.isValid()))
        return;
    Q_EMIT currentKeyChanged(current.data(KeyRole).toString());
}

} // namespace Roost::Ui
