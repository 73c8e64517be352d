// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/items/workspace/workspaceprovider.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDialog>
#include <QLineEdit>
#include <QPushButton>

class QCheckBox;
class QComboBox;
class QDialogButtonBox;
class QLineEdit;
class QPushButton;
class QVBoxLayout;

namespace Roost::Ui {

class FormField;
class ServerCheckView;

/// Asks for the address of an MLflow server, for the sign-in data, and for certificates. The server can be tested
/// before it is opened. Problems are shown beside their fields.
class OpenServerDialog : public QDialog
{
    Q_OBJECT
public:
    /// `provider` must outlive the dialog. `address` is that of a server that is opened again, or empty.
    explicit OpenServerDialog(Items::WorkspaceProvider &provider, const QString &address = {},
                              QWidget *parent = nullptr);

    QString address() const;
    ServerAccess access() const;

    void accept() override;

private:
    void addFields(QVBoxLayout *column);
    QDialogButtonBox *makeButtons();
    void connectFields();
    void fill(const QString &address);
    void showFields();
    bool isComplete();
    void test();
    void onTested(const ServerCheck &check);
    void chooseFile(QLineEdit *line, const QString &title);
    void clearTest();

    Items::WorkspaceProvider &m_provider;
    QComboBox *m_offers;
    QLineEdit *m_address;
    QComboBox *m_how;
    QLineEdit *m_user;
    QLineEdit *m_password;
    QLineEdit *m_token;
    QCheckBox *m_usesFiles;
    QLineEdit *m_authority;
    QLineEdit *m_certificate;
    QCheckBox *m_accepts;
    ServerCheckView *m_check;
    QPushButton *m_test = nullptr;
    FormField *m_offersField;
    FormField *m_addressField;
    FormField *m_howField;
    FormField *m_userField;
    FormField *m_passwordField;
    FormField *m_tokenField;
    FormField *m_authorityField;
    FormField *m_certificateField;
    QString m_fingerprint; // of the certificate that the box accepts
    PendingReply<ServerCheck> m_testing;
};

} // namespace Roost::Ui
