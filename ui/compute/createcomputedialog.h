// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/workspace.h"
#include "models/items/workspace/workspacesession.h"
#include "ui/widgets/formdialog.h"

#include <QTimer>

#include <chrono>
#include <optional>

class QCheckBox;
class QComboBox;
class QLineEdit;
class QProgressBar;
class QSpinBox;

namespace Roost::Ui {

class Label;

/// Creates a compute: a form, then the progress of the provisioning until it has succeeded or failed. Closing the
/// dialog does not stop the provisioning.
class CreateComputeDialog : public FormDialog
{
    Q_OBJECT
public:
    CreateComputeDialog(Items::WorkspaceSession &session, QWidget *parent = nullptr);

Q_SIGNALS:
    /// Emitted when the request was accepted; the compute may still be in provisioning.
    void created(const Roost::Compute &compute);

protected:
    void check() override;
    void send() override;
    void retry() override;
    void setBusy(bool busy) override;

private:
    /// The compute whose provisioning is followed.
    struct Provisioning
    {
        QString name;
        std::chrono::steady_clock::time_point since;
    };

    void addFields();
    void addNodeFields();
    Compute computeFromForm() const;
    void requestState();
    void show(const Compute &compute);

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
    QProgressBar *m_bar;
    Label *m_progress;
    QTimer m_nextRequest;
    std::optional<Provisioning> m_provisioning; // none before the request to create was accepted
    PendingReply<Compute> m_request;
};

} // namespace Roost::Ui
