// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/items/activeruns.h"
#include "models/items/computesmodel.h"
#include "models/items/topicreading.h"
#include "ui/parts/splitpage.h"

#include <QTimer>

namespace Roost {

class ComputeDetail;
class ConfirmBar;
class ContentStack;
class EmptyState;
class ErrorBar;
class ListTable;

/// The compute targets of the workspace, and one of them in detail.
class ComputePage : public SplitPage
{
    Q_OBJECT
public:
    ComputePage(WorkspaceSession &session, Navigator &navigator, QWidget *parent = nullptr);

    /// Selects a compute, as soon as it is known.
    void show(const QString &name);
    using QWidget::show;

    QString title() const override { return tr("Compute"); }
    QList<QAction *> headerActions() override;
    void activate() override;
    void refresh() override;
    bool isLoaded() const override { return m_reading->state() != Reading::State::Loading; }
    QVariantMap saveState() const override;
    void restoreState(const QVariantMap &state) override;

private:
    void makeParts();
    void makeActions();
    void showState();
    void showDetail();
    void create();
    void askToRemove();
    void remove(const QString &name);

    ComputesModel m_computes;
    ActiveRuns m_activeRuns;
    std::unique_ptr<Reading> m_reading;
    Pending<bool> m_removal;
    // Provisioning is followed faster than a quiet workspace is read.
    QTimer m_follow;
    QString m_wanted;

    ErrorBar *m_error = nullptr;
    ConfirmBar *m_confirm = nullptr;
    ContentStack *m_stack = nullptr;
    EmptyState *m_empty = nullptr;
    ListTable *m_table = nullptr;
    ContentStack *m_detailStack = nullptr;
    ComputeDetail *m_detail = nullptr;
    QAction *m_createAction = nullptr;
    QAction *m_removeAction = nullptr;
};

} // namespace Roost
