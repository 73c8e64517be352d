// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/runs/factlist.h"

#include "ui/widgets/label.h"

#include <QGridLayout>

#include <algorithm>

namespace Roost::Ui {

using namespace Qt::StringLiterals;

FactList::FactList(const QString &name, QWidget *parent)
    : QWidget(parent)
    , m_name(name)
    , m_grid(new QGridLayout(this))
{
    setObjectName(name);
    m_grid->setContentsMargins(0, 0, 0, 0);
    m_grid->setHorizontalSpacing(Theme::Group);
    m_grid->setVerticalSpacing(Theme::Step + 2);
    m_grid->setColumnStretch(1, 1);
}

Label *FactList::makeValue(qsizetype row) const
{
    const Fact &fact = m_facts.at(row);
    auto *value = new Label({});
    value->setObjectName(m_name + u':' + fact.name);
    value->setWordWrap(true);
    value->setMinimumWidth(40);
    if (fact.fixed)
        value->setFont(Theme::fixedFont());
    if (!fact.open) {
        value->setTextFormat(Qt::PlainText);
        value->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
        return value;
    }
    value->setTextFormat(Qt::RichText);
    value->setTextInteractionFlags(Qt::TextBrowserInteraction | Qt::TextSelectableByKeyboard);
    value->setFocusPolicy(Qt::StrongFocus);
    QObject::connect(value, &QLabel::linkActivated, this, [this, row] {
        const auto open = m_facts.at(row).open; // the list may be another by the time it returns
        open();
    });
    return value;
}

void FactList::build()
{
    m_values.clear();
    while (QLayoutItem *item = m_grid->takeAt(0)) {
        item->widget()->hide();
        item->widget()->deleteLater();
        delete item;
    }
    for (int row = 0; row < m_facts.size(); ++row) {
        auto *name = new Label(m_facts.at(row).name, Theme::Role::TextSecondary);
        name->setAlignment(Qt::AlignLeft | Qt::AlignTop);
        m_grid->addWidget(name, row, 0, Qt::AlignTop);
        m_values += makeValue(row);
        m_grid->addWidget(m_values.last(), row, 1);
    }
}

void FactList::setFacts(const QList<Fact> &facts)
{
    const auto isSameKind = [](const Fact &a, const Fact &b) {
        return a.name == b.name && a.fixed == b.fixed && bool(a.open) == bool(b.open);
    };
    QList<Fact> known = facts;
    known.removeIf([](const Fact &fact) { return fact.value.isEmpty(); });
    const bool sameRows = std::ranges::equal(known, m_facts, isSameKind);
    m_facts = known;
    if (!sameRows)
        build();
    for (qsizetype row = 0; row < m_facts.size(); ++row) {
        const Fact &fact = m_facts.at(row);
        const QString text = fact.open ? u"<a href=\"#\">%1</a>"_s.arg(fact.value.toHtmlEscaped()) : fact.value;
        // Setting the same text again would drop what is selected of it.
        if (m_values.at(row)->text() != text)
            m_values.at(row)->setText(text);
        m_values.at(row)->setToolTip(fact.hint);
        // A screen reader says what the value is of, and the value.
        m_values.at(row)->setAccessibleName(fact.name + u": "_s + fact.value);
    }
}

} // namespace Roost::Ui
