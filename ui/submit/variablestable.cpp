// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/submit/variablestable.h"

#include "models/items/submit/variablesmodel.h"
#include "ui/theme/theme.h"

#include <QAbstractItemModel>
#include <QHeaderView>

#include <algorithm>

namespace Roost::Ui {

using namespace Items;
using namespace Qt::StringLiterals;

VariablesTable::VariablesTable(QAbstractItemModel &model, QWidget *parent)
    : QTableView(parent)
{
    setObjectName("variables"_L1);
    setModel(&model);
    setTabKeyNavigation(false);
    setEditTriggers(AllEditTriggers);
    verticalHeader()->hide();
    verticalHeader()->setMinimumSectionSize(Theme::rowHeight());
    verticalHeader()->setDefaultSectionSize(Theme::rowHeight());
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    horizontalHeader()->setSectionResizeMode(VariablesModel::Name, QHeaderView::Interactive);
    horizontalHeader()->setStretchLastSection(true);
    horizontalHeader()->resizeSection(VariablesModel::Name, 220);
    horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
}

void VariablesTable::fitRows(int least, int most)
{
    const int rows = std::clamp(model()->rowCount(), least, most);
    setFixedHeight(horizontalHeader()->sizeHint().height() + rows * verticalHeader()->defaultSectionSize() +
                   2 * frameWidth());
}

void VariablesTable::closeEditor(QWidget *editor, QAbstractItemDelegate::EndEditHint hint)
{
    const QModelIndex at = currentIndex();
    const bool onward = hint == QAbstractItemDelegate::EditNextItem;
    const bool back = hint == QAbstractItemDelegate::EditPreviousItem;
    const bool isLast = at.row() == model()->rowCount() - 1 && at.column() == model()->columnCount() - 1;
    const bool isFirst = at.row() == 0 && at.column() == 0;
    const bool leaves = (onward && isLast) || (back && isFirst);
    QTableView::closeEditor(editor, leaves ? QAbstractItemDelegate::NoHint : hint);
    if (leaves)
        focusNextPrevChild(onward);
}

} // namespace Roost::Ui
