// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/items/workspace/workspaceprovider.h"

#include <QDialog>
#include <QLineEdit>
#include <QPushButton>

class QLineEdit;
class QPushButton;

namespace Roost::Ui {

class ErrorBar;
class Label;

/// Asks for the name and the folder of a new local workspace and creates it. Problems are shown beside their fields.
class CreateWorkspaceDialog : public QDialog
{
    Q_OBJECT
public:
    explicit CreateWorkspaceDialog(Items::WorkspaceProvider &provider, QWidget *parent = nullptr);

    /// Returns the address of the new workspace; empty until the dialog is accepted.
    QString address() const { return m_address; }

private:
    void check();
    void pickFolder();
    void create();
    QString whyNotAName() const;
    QString whyNotAFolder() const;

    Items::WorkspaceProvider &m_provider;
    QString m_address;
    bool m_folderChosen = false;
    QLineEdit *m_name;
    QLineEdit *m_folder;
    Label *m_nameHint;
    Label *m_folderHint;
    ErrorBar *m_error;
    QPushButton *m_create;
    PendingReply<QString> m_creating;
};

} // namespace Roost::Ui
