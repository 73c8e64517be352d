// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/items/modelsmodel.h"
#include "models/items/topicreading.h"
#include "ui/parts/splitpage.h"

namespace Roost {

class ContentStack;
class EmptyState;
class ErrorBar;
class ListTable;
class ModelDetail;

/// The registered models of the workspace, and one of them with its versions.
class ModelsPage : public SplitPage
{
    Q_OBJECT
public:
    ModelsPage(WorkspaceSession &session, Navigator &navigator, QWidget *parent = nullptr);

    /// Selects a model and a version as soon as they are known; empty version: the latest.
    void show(const QString &name, const QString &version = {});
    using QWidget::show;

    QString title() const override { return tr("Models"); }
    QList<QAction *> headerActions() override;
    void activate() override;
    void refresh() override;
    bool isLoaded() const override { return m_reading->state() != Reading::State::Loading; }
    QVariantMap saveState() const override;
    void restoreState(const QVariantMap &state) override;

private:
    void showState();
    void showDetail();

    ModelsModel m_models;
    std::unique_ptr<Reading> m_reading;
    QString m_wanted;
    QString m_wantedVersion;

    ErrorBar *m_error;
    ListTable *m_table;
    EmptyState *m_empty;
    ContentStack *m_stack;
    ModelDetail *m_detail;
    ContentStack *m_detailStack;
    QAction *m_download;
};

} // namespace Roost
