// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/textfind.h"

#include "ui/widgets/label.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QToolButton>

namespace Roost::Ui {

using namespace Qt::StringLiterals;

TextFind::TextFind(QPlainTextEdit &text, const QString &name, QWidget *parent)
    : QWidget(parent)
    , m_text(text)
    , m_edit(new QLineEdit)
    , m_result(new Label({}, Theme::Role::TextSecondary, Theme::Secondary))
{
    m_edit->setObjectName(name + "Edit"_L1);
    m_edit->setAccessibleName(tr("Find in the text"));
    m_edit->setPlaceholderText(tr("Find in the text"));
    m_edit->addAction(Theme::icon(u"search"_s), QLineEdit::LeadingPosition);
    m_edit->setClearButtonEnabled(true);
    m_result->setObjectName(name + "Result"_L1);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(Theme::Inside, Theme::Step, Theme::Inside, Theme::Step);
    row->setSpacing(Theme::Step);
    row->addWidget(m_edit, 1);
    row->addWidget(m_result);
    const auto addButton = [this, row, &name](const QString &what, const QString &icon, const QString &tip) {
        auto *button = new QToolButton;
        button->setObjectName(name + what);
        button->setIcon(Theme::icon(icon));
        button->setToolTip(tip);
        button->setAccessibleName(tip);
        button->setAutoRaise(true);
        button->setFocusPolicy(Qt::TabFocus);
        row->addWidget(button);
        return button;
    };
    auto *previous = addButton(u"Previous"_s, u"chevron-up"_s, tr("Previous match (Shift+Enter)"));
    auto *next = addButton(u"Next"_s, u"chevron-down"_s, tr("Next match (Enter)"));
    auto *shut = addButton(u"Close"_s, u"close"_s, tr("Close (Escape)"));
    connect(previous, &QToolButton::clicked, this, [this] { find(Way::Back); });
    connect(next, &QToolButton::clicked, this, [this] { find(Way::Forward); });
    connect(shut, &QToolButton::clicked, this, &TextFind::close);
    connect(m_edit, &QLineEdit::textChanged, this, [this] { find(Way::Here); });
    hide();
}

void TextFind::open()
{
    show();
    m_edit->setFocus(Qt::ShortcutFocusReason);
    m_edit->selectAll();
}

void TextFind::close()
{
    hide();
    m_text.setFocus(Qt::OtherFocusReason);
}

void TextFind::find(Way way)
{
    const QString wanted = m_edit->text();
    QTextCursor from = m_text.textCursor();
    if (way == Way::Here)
        from.setPosition(from.selectionStart());
    const auto flags = way == Way::Back ? QTextDocument::FindBackward : QTextDocument::FindFlags();
    QTextCursor found = m_text.document()->find(wanted, from, flags);
    if (found.isNull()) {
        // Wraps around.
        from.movePosition(way == Way::Back ? QTextCursor::End : QTextCursor::Start);
        found = m_text.document()->find(wanted, from, flags);
    }
    if (!found.isNull())
        m_text.setTextCursor(found);
    m_result->setText(found.isNull() && !wanted.isEmpty() ? tr("No match") : QString());
}

void TextFind::keyPressEvent(QKeyEvent *event)
{
    switch (event->key()) {
    case Qt::Key_Escape:
        close();
        return;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        find(event->modifiers() & Qt::ShiftModifier ? Way::Back : Way::Forward);
        return;
    default:
        QWidget::keyPressEvent(event);
    }
}

} // namespace Roost::Ui
