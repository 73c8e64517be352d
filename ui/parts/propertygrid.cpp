// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/parts/propertygrid.h"

#include "ui/parts/label.h"

#include <QGridLayout>

#include <algorithm>

namespace Roost {

PropertyGrid::PropertyGrid(QWidget *parent)
    : QWidget(parent)
    , m_grid(new QGridLayout(this))
{
    m_grid->setContentsMargins(0, 0, 0, 0);
    m_grid->setHorizontalSpacing(Theme::Group);
    m_grid->setVerticalSpacing(Theme::Step);
    m_grid->setColumnStretch(1, 1);
}

void PropertyGrid::setRow(const QString &name, const QString &label, const QString &value, const QString &toolTip)
{
    auto row = std::ranges::find(m_rows, name, &Row::name);
    if (row == m_rows.end()) {
        Row fresh{name, new Label(label, Theme::Role::TextSecondary), new Label({})};
        fresh.value->setObjectName(name);
        fresh.value->setAccessibleName(label);
        fresh.value->setWordWrap(true);
        fresh.value->setTextInteractionFlags(Qt::TextSelectableByMouse);
        m_grid->addWidget(fresh.label, int(m_rows.size()), 0, Qt::AlignTop | Qt::AlignLeft);
        m_grid->addWidget(fresh.value, int(m_rows.size()), 1);
        m_rows += fresh;
        row = m_rows.end() - 1;
    }
    row->value->setText(value);
    row->value->setToolTip(toolTip);
    row->label->setVisible(!value.isEmpty());
    row->value->setVisible(!value.isEmpty());
}

} // namespace Roost
