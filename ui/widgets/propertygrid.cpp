// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/propertygrid.h"

#include "ui/widgets/label.h"

#include <QGridLayout>

#include <algorithm>

namespace Roost::Ui {

using namespace Qt::StringLiterals;

PropertyGrid::PropertyGrid(QWidget *parent)
    : QWidget(parent)
    , m_grid(new QGridLayout(this))
{
    m_grid->setContentsMargins(0, 0, 0, 0);
    m_grid->setHorizontalSpacing(Theme::Group);
    m_grid->setVerticalSpacing(Theme::Step);
    m_grid->setColumnStretch(1, 1);
}

PropertyGrid::Row &PropertyGrid::rowOf(const QString &name, const QString &label)
{
    const auto known = std::ranges::find(m_rows, name, &Row::name);
    if (known != m_rows.end())
        return *known;
    Row fresh{name, new Label(label, Theme::Role::TextSecondary), new Label({})};
    fresh.value->setObjectName(name);
    fresh.value->setWordWrap(true);
    fresh.value->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_grid->addWidget(fresh.label, int(m_rows.size()), 0, Qt::AlignTop | Qt::AlignLeft);
    m_grid->addWidget(fresh.value, int(m_rows.size()), 1);
    m_rows += fresh;
    return m_rows.last();
}

void PropertyGrid::show(Row &row, const QString &value)
{
    row.value->setText(row.isLink ? u"<a href=\"#\">%1</a>"_s.arg(value.toHtmlEscaped()) : value);
    // A screen reader says what the value is of, and the value.
    row.value->setAccessibleName(row.label->text() + u": "_s + value);
    row.label->setVisible(!value.isEmpty());
    row.value->setVisible(!value.isEmpty());
}

void PropertyGrid::setRow(const QString &name, const QString &label, const QString &value, const QString &toolTip)
{
    Row &row = rowOf(name, label);
    show(row, value);
    row.value->setToolTip(toolTip);
}

void PropertyGrid::setLink(const QString &name, const QString &label, const QString &value,
                           const std::function<void()> &open)
{
    Row &row = rowOf(name, label);
    if (!row.isLink) {
        row.isLink = true;
        row.value->setTextFormat(Qt::RichText);
        row.value->setTextInteractionFlags(Qt::TextBrowserInteraction | Qt::TextSelectableByKeyboard);
        row.value->setFocusPolicy(Qt::StrongFocus);
        connect(row.value, &QLabel::linkActivated, this, open);
    }
    show(row, value);
}

} // namespace Roost::Ui
