// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/workspace.h"
#include "ui/widgets/formdialog.h"

class QComboBox;
class QLineEdit;
class QPlainTextEdit;

namespace Roost::Items {
class WorkspaceSession;
} // namespace Roost::Items

namespace Roost::Ui {

/// Registers a file or folder of a run as the next version of a model.
class RegisterModelDialog : public FormDialog
{
    Q_OBJECT
public:
    /// `paths` are the files of the run ("outputs/model.pt"). `suggested` is one of them or any other path; if it is
    /// empty, the most likely one of `paths` is suggested.
    RegisterModelDialog(Items::WorkspaceSession *session, const Run &run, const QStringList &paths,
                        const QString &suggested, QWidget *parent = nullptr);

    /// Returns the most likely model file among the artifacts of a run; empty if none of them looks like a model.
    static QString suggestedPath(const QStringList &paths);

Q_SIGNALS:
    void registered(const Roost::ModelVersion &version);

protected:
    void check() override;
    void send() override;
    void setBusy(bool busy) override;

private:
    void addFields(const QStringList &paths, const QString &suggested);
    void setFiles(const QList<Artifact> &files, const QString &suggested);
    void setModels(const QList<RegisteredModel> &models);

    Items::WorkspaceSession *m_session;
    Run m_run;
    QComboBox *m_name;
    QComboBox *m_path;
    QPlainTextEdit *m_description;
    QLineEdit *m_tags;
    FormField *m_nameField = nullptr;
    FormField *m_pathField = nullptr;
    FormField *m_tagsField = nullptr;
    QList<RegisteredModel> m_models;
    PendingReply<QList<RegisteredModel>> m_namesRequest;
    PendingReply<QList<Artifact>> m_filesRequest;
    PendingReply<ModelVersion> m_registering;
};

} // namespace Roost::Ui
