// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/items/workspace/workspaceprovider.h"

#include <QComboBox>
#include <QDialog>
#include <QLineEdit>

class QComboBox;
class QLineEdit;

namespace Roost::Ui {

class FormField;

/// Asks for the address of an MLflow server and for the sign-in data. Problems are shown beside their fields.
class OpenServerDialog : public QDialog
{
    Q_OBJECT
public:
    explicit OpenServerDialog(QWidget *parent = nullptr);

    QString address() const;
    Items::ServerSignIn signIn() const;

    void accept() override;

private:
    void showFields();

    QLineEdit *m_address;
    QComboBox *m_how;
    QLineEdit *m_user;
    QLineEdit *m_password;
    QLineEdit *m_token;
    FormField *m_addressField;
    FormField *m_howField;
    FormField *m_userField;
    FormField *m_passwordField;
    FormField *m_tokenField;
};

} // namespace Roost::Ui
