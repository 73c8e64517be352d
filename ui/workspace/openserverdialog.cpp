// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/workspace/openserverdialog.h"

#include "ui/theme/theme.h"
#include "ui/widgets/formfield.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QLineEdit>
#include <QPushButton>
#include <QUrl>
#include <QVBoxLayout>

#include <utility>

namespace Roost::Ui {

using namespace Items;
using namespace Qt::StringLiterals;

namespace {

enum class How { AsTheEnvironmentSays, Password, Token };

constexpr int Width = 480;

QLineEdit *line(const QString &name, bool isSecret = false)
{
    auto *edit = new QLineEdit;
    edit->setObjectName(name);
    if (isSecret)
        edit->setEchoMode(QLineEdit::Password);
    return edit;
}

bool isWebAddress(const QString &text)
{
    const QUrl url(text, QUrl::StrictMode);
    return url.isValid() && !url.host().isEmpty() && (url.scheme() == "http"_L1 || url.scheme() == "https"_L1);
}

} // namespace

OpenServerDialog::OpenServerDialog(QWidget *parent)
    : QDialog(parent)
    , m_address(line(u"serverAddress"_s))
    , m_how(new QComboBox)
    , m_user(line(u"serverUser"_s))
    , m_password(line(u"serverSignInPassword"_s, true))
    , m_token(line(u"serverToken"_s, true))
{
    setObjectName(u"openServerDialog"_s);
    setWindowTitle(tr("Open an MLflow server"));
    m_address->setText(u"http://127.0.0.1:5000"_s);
    m_how->setObjectName(u"serverSignIn"_s);
    m_how->addItem(tr("From the environment variables"), int(How::AsTheEnvironmentSays));
    m_how->addItem(tr("User name and password"), int(How::Password));
    m_how->addItem(tr("Access token"), int(How::Token));

    m_addressField = new FormField(tr("&Address"), m_address);
    m_addressField->setHint(tr("As in MLFLOW_TRACKING_URI. The server stores runs and models; it starts no runs."));
    m_howField = new FormField(tr("&Sign in"), m_how);
    m_userField = new FormField(tr("&User name"), m_user);
    m_passwordField = new FormField(tr("&Password"), m_password);
    m_tokenField = new FormField(tr("&Token"), m_token);
    const QString kept = tr("Roost stores it only while it runs and asks again at the next start.");
    m_passwordField->setHint(kept);
    m_tokenField->setHint(kept);

    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Cancel);
    buttons->button(QDialogButtonBox::Cancel)->setObjectName(u"cancelServer"_s);
    auto *open = buttons->addButton(tr("Open"), QDialogButtonBox::AcceptRole);
    open->setObjectName(u"openServer"_s);
    open->setProperty("primary", true);

    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(Theme::Edge, Theme::Edge, Theme::Edge, Theme::Group);
    column->setSpacing(Theme::Group);
    column->setSizeConstraint(QLayout::SetFixedSize); // as high as the visible fields
    for (FormField *field : {m_addressField, m_howField, m_userField, m_passwordField, m_tokenField}) {
        field->setFixedWidth(Width);
        column->addWidget(field);
    }
    column->addWidget(buttons);
    open->setDefault(true);
    connect(m_how, &QComboBox::currentIndexChanged, this, &OpenServerDialog::showFields);
    connect(m_address, &QLineEdit::textEdited, this, [this] { m_addressField->setProblem({}); });
    connect(m_user, &QLineEdit::textEdited, this, [this] { m_userField->setProblem({}); });
    connect(m_token, &QLineEdit::textEdited, this, [this] { m_tokenField->setProblem({}); });
    connect(buttons, &QDialogButtonBox::accepted, this, &OpenServerDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    showFields();
    m_address->selectAll();
    m_address->setFocus();
}

QString OpenServerDialog::address() const
{
    return m_address->text().trimmed();
}

ServerSignIn OpenServerDialog::signIn() const
{
    switch (How(m_how->currentData().toInt())) {
    case How::AsTheEnvironmentSays:
        break;
    case How::Password:
        return {m_user->text().trimmed(), m_password->text(), {}};
    case How::Token:
        return {{}, {}, m_token->text().trimmed()};
    }
    return {};
}

void OpenServerDialog::accept()
{
    const ServerSignIn who = signIn();
    bool isComplete = true;
    const auto require = [&isComplete](FormField *field, bool isGiven, const QString &missing) {
        const bool lacks = field->isVisible() && !isGiven;
        field->setProblem(lacks ? missing : QString());
        if (lacks && std::exchange(isComplete, false))
            field->control()->setFocus();
    };
    require(m_addressField, isWebAddress(address()), tr("Enter a web address that starts with http:// or https://."));
    require(m_userField, !who.user.isEmpty(), tr("Enter the user name."));
    require(m_tokenField, !who.token.isEmpty(), tr("Enter the token."));
    if (isComplete)
        QDialog::accept();
}

void OpenServerDialog::showFields()
{
    const auto how = How(m_how->currentData().toInt());
    m_userField->setVisible(how == How::Password);
    m_passwordField->setVisible(how == How::Password);
    m_tokenField->setVisible(how == How::Token);
    m_howField->setHint(how == How::AsTheEnvironmentSays
                            ? tr("With MLFLOW_TRACKING_TOKEN, or MLFLOW_TRACKING_USERNAME and "
                                 "MLFLOW_TRACKING_PASSWORD, if they are set; otherwise without.")
                            : QString());
}

} // namespace Roost::Ui
