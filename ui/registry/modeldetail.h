// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/items/catalogs/modelsmodel.h"
#include "models/items/workspace/topicquery.h"
#include "ui/widgets/downloadquestion.h"

#include <QPushButton>
#include <QWidget>

class QPushButton;
class QVBoxLayout;

namespace Roost::Items {
class LongWork;
} // namespace Roost::Items

namespace Roost::Ui {

class ConfirmBar;
class ContentStack;
class EmptyState;
class ErrorBar;
class Label;
class ListTable;
class Navigator;
class PropertyGrid;

/// One registered model: its versions, and the origin of the selected version, with actions to download and delete it.
class ModelDetail : public QWidget
{
    Q_OBJECT
public:
    ModelDetail(Items::WorkspaceSession &session, Navigator &navigator, QWidget *parent = nullptr);

    /// An empty version is the latest.
    void show(const RegisteredModel &model, const QString &version = {});
    using QWidget::show;
    /// Asks for a folder, then downloads the selected version into it.
    void download();
    /// Downloads into `folder`. Asks before it replaces existing files.
    void downloadTo(const QString &folder);
    void confirmRemoval();
    /// Updates the ages that are shown.
    void tick();
    bool hasVersion() const { return current() != nullptr; }

Q_SIGNALS:
    void versionChanged();

private:
    void makeLayout();
    const ModelVersion *current() const;
    void showState();
    void showVersion();
    void showProperties(const ModelVersion &version);
    void requestRun(const ModelVersion &version);
    void remove(const ModelVersion &version);
    void fetch(const QString &folder);

    Items::WorkspaceSession &m_session;
    Navigator &m_navigator;
    RegisteredModel m_model;
    Items::ModelVersionsModel m_versions;
    std::unique_ptr<Items::LiveQuery> m_query;
    PendingReply<void> m_removal;
    PendingReply<Run> m_runRequest;
    Run m_run; // the run from which the shown version was registered; empty until it is read
    QString m_pendingVersion;

    Label *m_name;
    Label *m_description;
    ErrorBar *m_error;
    ConfirmBar *m_confirm;
    DownloadQuestion m_question;
    PendingReply<QList<FileRef>> m_files;
    ListTable *m_table;
    EmptyState *m_empty;
    ContentStack *m_stack;
    QWidget *m_version;
    Label *m_versionTitle;
    QPushButton *m_download;
    QPushButton *m_remove;
    QPushButton *m_openRun;
    PropertyGrid *m_properties;
    QVBoxLayout *m_works;
};

} // namespace Roost::Ui
