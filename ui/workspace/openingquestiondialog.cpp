// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/workspace/openingquestiondialog.h"

#include "ui/parts/label.h"

#include <QDialogButtonBox>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace Roost {

using namespace Qt::StringLiterals;

OpeningQuestionDialog::OpeningQuestionDialog(const OpeningQuestion &question, QWidget *parent)
    : QDialog(parent)
{
    const bool wantsPassword = question.about == OpeningQuestion::About::Password;
    setObjectName(u"openingQuestion"_s);
    setWindowTitle(question.title);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(Theme::Edge, Theme::Edge, Theme::Edge, Theme::Group);
    column->setSpacing(Theme::Group);
    for (const QString &paragraph : question.paragraphs) {
        auto *text = new Label(paragraph);
        text->setTextFormat(Qt::PlainText); // it names what others have named
        text->setWordWrap(true);
        column->addWidget(text);
    }
    if (wantsPassword) {
        m_password = new QLineEdit;
        m_password->setObjectName(u"serverPassword"_s);
        m_password->setAccessibleName(question.title);
        m_password->setEchoMode(QLineEdit::Password);
        column->addWidget(m_password);
        m_password->setFocus();
    }
    column->addStretch(1);
    auto *buttons = new QDialogButtonBox;
    auto *no = buttons->addButton(tr("Do not open"), QDialogButtonBox::RejectRole);
    no->setObjectName(u"doNotOpen"_s);
    auto *yes = buttons->addButton(question.yes, QDialogButtonBox::AcceptRole);
    yes->setObjectName(u"openAnyway"_s);
    for (QPushButton *button : {no, yes})
        button->setAutoDefault(false);
    (wantsPassword ? yes : no)->setDefault(true);
    (wantsPassword ? yes : no)->setProperty("primary", true);
    if (!wantsPassword)
        no->setFocus();
    column->addWidget(buttons);
    connect(yes, &QPushButton::clicked, this, &QDialog::accept);
    connect(no, &QPushButton::clicked, this, &QDialog::reject);
    resize(520, sizeHint().height());
}

QString OpeningQuestionDialog::password() const
{
    return m_password ? m_password->text() : QString();
}

} // namespace Roost
