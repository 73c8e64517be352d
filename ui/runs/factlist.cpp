// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/runs/factlist.h"

#include "ui/parts/label.h"

#include <QGridLayout>

namespace Roost {

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

QWidget *FactList::valueOf(const Fact &fact) const
{
    auto *value = new Label(fact.value, Theme::Role::Text);
    value->setObjectName(m_name + u':' + fact.name);
    value->setAccessibleName(fact.name);
    value->setToolTip(fact.hint.isEmpty() ? QString() : fact.hint);
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
    value->setText(u"<a href=\"#\">%1</a>"_s.arg(fact.value.toHtmlEscaped()));
    value->setTextInteractionFlags(Qt::TextBrowserInteraction | Qt::TextSelectableByKeyboard);
    value->setFocusPolicy(Qt::StrongFocus);
    QObject::connect(value, &QLabel::linkActivated, value, [open = fact.open] { open(); });
    return value;
}

void FactList::setFacts(const QList<Fact> &facts)
{
    QStringList wanted;
    for (const Fact &fact : facts) {
        if (!fact.value.isEmpty())
            wanted += fact.name + u'\n' + fact.value + u'\n' + fact.hint;
    }
    if (wanted == m_shown)
        return;
    m_shown = wanted;
    while (QLayoutItem *item = m_grid->takeAt(0)) {
        item->widget()->hide();
        item->widget()->deleteLater();
        delete item;
    }
    int row = 0;
    for (const Fact &fact : facts) {
        if (fact.value.isEmpty())
            continue;
        auto *name = new Label(fact.name, Theme::Role::TextSecondary);
        name->setAlignment(Qt::AlignLeft | Qt::AlignTop);
        m_grid->addWidget(name, row, 0, Qt::AlignTop);
        m_grid->addWidget(valueOf(fact), row, 1);
        ++row;
    }
}

} // namespace Roost
