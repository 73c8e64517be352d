// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/workspace/openingquestiondialog.h"

#include "ui/widgets/label.h"

#include <QDialogButtonBox>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace Roost::Ui {

using namespace Items;
using namespace Qt::StringLiterals;

namespace {
constexpr int Width = 520;
}

OpeningQuestionDialog::OpeningQuestionDialog(const OpeningQuestion &question, QWidget *parent)
    : QDialog(parent)
{
    const bool wantsSecret =
        question.about == OpeningQuestion::About::Password || question.about == OpeningQuestion::About::Token;
    setObjectName(u"openingQuestion"_s);
    setWindowTitle(question.title);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(Theme::Edge, Theme::Edge, Theme::Edge, Theme::Group);
    column->setSpacing(Theme::Group);
    for (const QString &paragraph : question.paragraphs) {
        auto *text = new Label(paragraph);
        text->setTextFormat(Qt::PlainText); // it contains names that other users have chosen
        text->setWordWrap(true);
        column->addWidget(text);
    }
    if (wantsSecret) {
        m_secret = new QLineEdit;
        m_secret->setObjectName(u"serverPassword"_s);
        m_secret->setAccessibleName(question.title);
        m_secret->setEchoMode(QLineEdit::Password);
        column->addWidget(m_secret);
        m_secret->setFocus();
    }
    column->addStretch(1);
    auto *buttons = new QDialogButtonBox;
    auto *no = buttons->addButton(tr("Do not open"), QDialogButtonBox::RejectRole);
    no->setObjectName(u"doNotOpen"_s);
    auto *yes = buttons->addButton(question.yes, QDialogButtonBox::AcceptRole);
    yes->setObjectName(u"openAnyway"_s);
    for (QPushButton *button : {no, yes})
        button->setAutoDefault(false);
    (wantsSecret ? yes : no)->setDefault(true);
    (wantsSecret ? yes : no)->setProperty("primary", true);
    if (!wantsSecret)
        no->setFocus();
    column->addWidget(buttons);
    connect(yes, &QPushButton::clicked, this, &QDialog::accept);
    connect(no, &QPushButton::clicked, this, &QDialog::reject);
    // The size hint of a label with word wrap is for another width.
    const int height = column->totalHeightForWidth(Width);
    setMinimumHeight(height);
    resize(Width, height);
}

QString OpeningQuestionDialog::secret() const
{
    return m_secret ? m_secret->text() : QString();
}

} // namespace Roost::Ui
