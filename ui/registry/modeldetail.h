// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/items/catalogs/modelsmodel.h"
#include "models/items/workspace/topicquery.h"
#include "ui/widgets/downloadquestion.h"

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

/// One registered model: its versions, and where one of them came from, with download and delete.
class ModelDetail : public QWidget
{
    Q_OBJECT
public:
    ModelDetail(Items::WorkspaceSession &session, Navigator &navigator, QWidget *parent = nullptr);

    /// Empty version: the latest.
    void show(const RegisteredModel &model, const QString &version = {});
    using QWidget::show;
    /// Asks where to, then fetches the selected version.
    void download();
    /// The same into a folder that is known; asks before something there is replaced.
    void downloadTo(const QString &folder);
    void askToRemove();
    /// The clock went on: what shows a time since now may differ.
    void tick();
    bool hasVersion() const { return current() != nullptr; }

Q_SIGNALS:
    void versionChanged();

private:
    void makeLayout();
    const ModelVersion *current() const;
    void showState();
    void showVersion();
    void showRun(const ModelVersion &version);
    void remove(const ModelVersion &version);
    void fetch(const QString &folder);

    Items::WorkspaceSession &m_session;
    Navigator &m_navigator;
    RegisteredModel m_model;
    Items::ModelVersionsModel m_versions;
    std::unique_ptr<Items::LiveQuery> m_reading;
    PendingReply<void> m_removal;
    PendingReply<Run> m_askingRun;
    Run m_run; // that the version shown came from, as far as it is known
    QString m_wanted;

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
