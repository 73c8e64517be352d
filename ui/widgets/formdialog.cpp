// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/formdialog.h"

#include "ui/theme/theme.h"
#include "ui/widgets/bar.h"
#include "ui/widgets/formfield.h"

#include <QDialogButtonBox>
#include <QEvent>
#include <QPushButton>
#include <QVBoxLayout>

#include <utility>

namespace Roost::Ui {

using namespace Qt::StringLiterals;

namespace {
constexpr int MinimumWidth = 480;
} // namespace

FormDialog::FormDialog(const QString &name, const QString &title, QWidget *parent)
    : QDialog(parent)
    , m_name(name)
    , m_error(new ErrorBar)
    , m_form(new QWidget)
    , m_fieldColumn(new QVBoxLayout(m_form))
    , m_content(new QVBoxLayout)
{
    setObjectName(name + "Dialog"_L1);
    setWindowTitle(title);
    setMinimumWidth(MinimumWidth);
    m_error->setObjectName(name + "Error"_L1);
    m_fieldColumn->setContentsMargins(0, 0, 0, 0);
    m_fieldColumn->setSpacing(Theme::Group);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, Theme::Group);
    column->setSpacing(Theme::Group);
    column->addWidget(m_error);
    m_content->setContentsMargins(Theme::Edge, Theme::Inside, Theme::Edge, 0);
    m_content->setSpacing(Theme::Group);
    m_content->addWidget(m_form);
    column->addLayout(m_content, 1);
    connect(m_error, &ErrorBar::retry, this, [this] { retry(); });
}

void FormDialog::addField(FormField *field)
{
    m_fields += field;
    m_fieldColumn->addWidget(field);
}

void FormDialog::addBelow(QWidget *widget)
{
    m_content->addWidget(widget);
}

void FormDialog::addButtons(const QString &acceptText)
{
    auto *buttons = new QDialogButtonBox;
    m_accept = buttons->addButton(acceptText, QDialogButtonBox::AcceptRole);
    m_accept->setObjectName(m_name + "Button"_L1);
    m_accept->setProperty("primary", true);
    m_cancel = buttons->addButton(QDialogButtonBox::Cancel);
    m_cancel->setObjectName("cancelButton"_L1);
    m_content->addWidget(buttons);
    connect(m_accept, &QPushButton::clicked, this, &FormDialog::submit);
    connect(m_cancel, &QPushButton::clicked, this, &QDialog::reject);
}

void FormDialog::submit()
{
    m_wasSubmitted = true;
    check();
    for (const FormField *field : std::as_const(m_fields)) {
        if (!field->problem().isEmpty()) {
            field->control()->setFocus();
            return;
        }
    }
    m_error->clear();
    send();
}

void FormDialog::setBusy(bool busy)
{
    m_form->setEnabled(!busy);
    m_accept->setEnabled(!busy);
}

// A problem below a field needs height that the dialog did not have when it was opened.
bool FormDialog::event(QEvent *event)
{
    const bool isHandled = QDialog::event(event);
    if (event->type() == QEvent::LayoutRequest && height() < layout()->totalHeightForWidth(width()))
        resize(width(), layout()->totalHeightForWidth(width()));
    return isHandled;
}

} // namespace Roost::Ui
