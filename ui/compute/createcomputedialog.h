// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/workspace.h"
#include "models/items/workspace/workspacesession.h"

#include <QComboBox>
#include <QDialog>
#include <QLineEdit>
#include <QPushButton>
#include <QTimer>

class QCheckBox;
class QComboBox;
class QLineEdit;
class QProgressBar;
class QPushButton;
class QSpinBox;

namespace Roost::Ui {

class ErrorBar;
class FormField;
class Label;

/// Creates a compute: a form, then the progress of the provisioning until it has succeeded or failed. Closing the
/// dialog does not stop the provisioning. Open it with `open()`.
class CreateComputeDialog : public QDialog
{
    Q_OBJECT
public:
    CreateComputeDialog(Items::WorkspaceSession &session, QWidget *parent = nullptr);

Q_SIGNALS:
    /// Emitted when the request was accepted; the compute may still be in provisioning.
    void created(const Roost::Compute &compute);

protected:
    bool event(QEvent *event) override;

private:
    void makeFields();
    Compute wanted() const;
    void check();
    void create();
    void watch();
    void show(const Compute &compute);
    void setBusy(bool busy);

    Items::WorkspaceSession &m_session;
    QLineEdit *m_name;
    QComboBox *m_size;
    QSpinBox *m_minNodes;
    QSpinBox *m_maxNodes;
    QSpinBox *m_idle;
    QCheckBox *m_lowPriority;
    FormField *m_nameField = nullptr;
    FormField *m_sizeField = nullptr;
    FormField *m_nodesField = nullptr;
    QWidget *m_form;
    ErrorBar *m_error;
    QProgressBar *m_bar;
    Label *m_progress;
    QPushButton *m_close;
    QPushButton *m_create;
    bool m_tried = false;
    QTimer m_next;
    qint64 m_startedAt = 0;
    QString m_created;
    PendingReply<Compute> m_question;
};

} // namespace Roost::Ui
