// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/propertygrid.h"

#include "ui/widgets/label.h"

#include <QGridLayout>

#include <algorithm>
#include <utility>

namespace Roost::Ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int LeastValueWidth = 40; // long words are broken, so that they do not widen the page

bool isSameKind(const Property &a, const Property &b)
{
    return a.label == b.label && a.id == b.id && a.isFixed == b.isFixed && bool(a.open) == bool(b.open);
}

} // namespace

PropertyGrid::PropertyGrid(const QString &name, Density density, QWidget *parent)
    : QWidget(parent)
    , m_grid(new QGridLayout(this))
{
    setObjectName(name);
    m_grid->setContentsMargins(0, 0, 0, 0);
    m_grid->setHorizontalSpacing(Theme::Group);
    m_grid->setVerticalSpacing(density == Density::Compact ? Theme::Step : Theme::Step + 2);
    m_grid->setColumnStretch(1, 1);
}

Label *PropertyGrid::makeValue(qsizetype row) const
{
    const Property &property = m_properties.at(row);
    auto *value = new Label({});
    value->setObjectName(property.id.isEmpty() ? QString(objectName() + u':' + property.label) : property.id);
    value->setWordWrap(true);
    value->setMinimumWidth(LeastValueWidth);
    if (property.isFixed)
        value->setFont(Theme::fixedFont());
    if (!property.open) {
        value->setTextFormat(Qt::PlainText);
        value->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
        return value;
    }
    value->setTextFormat(Qt::RichText);
    value->setTextInteractionFlags(Qt::TextBrowserInteraction | Qt::TextSelectableByKeyboard);
    value->setFocusPolicy(Qt::StrongFocus);
    connect(value, &QLabel::linkActivated, this, [this, row] {
        const auto open = m_properties.at(row).open; // a copy, because opening may set other properties
        open();
    });
    return value;
}

void PropertyGrid::build()
{
    m_values.clear();
    while (QLayoutItem *item = m_grid->takeAt(0)) {
        item->widget()->hide();
        item->widget()->deleteLater();
        delete item;
    }
    for (int row = 0; row < m_properties.size(); ++row) {
        auto *label = new Label(m_properties.at(row).label, Theme::Role::TextSecondary);
        label->setAlignment(Qt::AlignLeft | Qt::AlignTop);
        m_grid->addWidget(label, row, 0, Qt::AlignTop);
        m_values += makeValue(row);
        m_grid->addWidget(m_values.last(), row, 1);
    }
}

void PropertyGrid::showValue(qsizetype row)
{
    const Property &property = m_properties.at(row);
    Label *label = m_values.at(row);
    const QString text = property.open ? u"<a href=\"#\">%1</a>"_s.arg(property.value.toHtmlEscaped()) : property.value;
    // Setting the same text again would clear the selection.
    if (label->text() != text)
        label->setText(text);
    label->setToolTip(property.toolTip);
    label->setAccessibleName(property.label + u": "_s + property.value);
}

void PropertyGrid::setProperties(const QList<Property> &properties)
{
    QList<Property> known = properties;
    known.removeIf([](const Property &property) { return property.value.isEmpty(); });
    const bool sameRows = std::ranges::equal(known, m_properties, isSameKind);
    m_properties = std::move(known);
    if (!sameRows)
        build();
    for (qsizetype row = 0; row < m_properties.size(); ++row)
        showValue(row);
}

} // namespace Roost::Ui
