// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/formfield.h"

#include "ui/theme/theme.h"
#include "ui/widgets/label.h"
#include "ui/widgets/mnemonic.h"

#include <QHBoxLayout>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace Roost::Ui {

FormField::FormField(const QString &label, QWidget *control, QWidget *row, QWidget *parent)
    : QWidget(parent)
    , m_control(control)
    , m_label(new QLabel(label, this))
    , m_column(new QVBoxLayout(this))
    , m_hint(new Label({}, Theme::Role::TextSecondary, Theme::Secondary))
    , m_problemIcon(new QLabel)
    , m_problem(new Label({}, Theme::Role::Failed, Theme::Secondary))
    , m_problemRow(new QWidget(this))
{
    m_label->setBuddy(control);
    if (control->accessibleName().isEmpty())
        control->setAccessibleName(Mnemonic::removed(label));
    // Surplus height is added below the hint, so that fields side by side stay aligned.
    m_label->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    for (Label *words : {m_hint, m_problem}) {
        words->setWordWrap(true);
        words->setAlignment(Qt::AlignLeading | Qt::AlignTop);
    }
    m_problem->setObjectName(control->objectName() + "Problem"_L1);

    auto *line = new QHBoxLayout(m_problemRow);
    line->setContentsMargins(0, 0, 0, 0);
    line->setSpacing(Theme::Step);
    line->addWidget(m_problemIcon, 0, Qt::AlignTop);
    line->addWidget(m_problem, 1);

    m_column->setContentsMargins(0, 0, 0, 0);
    m_column->setSpacing(Theme::Step);
    m_column->addWidget(m_label);
    m_column->addWidget(row ? row : control);
    m_column->addWidget(m_hint);
    m_column->addWidget(m_problemRow);
    m_label->setVisible(!label.isEmpty());
    arrange();
}

void FormField::setHint(const QString &text)
{
    if (text == m_hint->text())
        return;
    m_hint->setText(text);
    arrange();
}

QString FormField::hint() const
{
    return m_hint->text();
}

void FormField::setProblem(const QString &text, Problem kind)
{
    if (text == m_problem->text() && kind == m_kind)
        return;
    m_kind = kind;
    const Theme::Role role = kind == Problem::Blocking ? Theme::Role::Failed : Theme::Role::Warning;
    m_problem->setText(text);
    m_problem->setRole(role);
    const QString icon = kind == Problem::Blocking ? u"error"_s : u"warning"_s;
    m_problemIcon->setPixmap(Theme::icon(icon, role).pixmap(Theme::IconSize, Theme::IconSize));
    m_control->setAccessibleDescription(text);
    arrange();
}

QString FormField::problem() const
{
    return m_problem->text();
}

void FormField::addBelow(QWidget *widget)
{
    m_column->insertWidget(m_column->indexOf(m_hint), widget);
}

void FormField::arrange()
{
    m_problemRow->setVisible(!m_problem->text().isEmpty());
    m_hint->setVisible(m_problem->text().isEmpty() && !m_hint->text().isEmpty());
}

} // namespace Roost::Ui
