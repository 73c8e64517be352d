// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/items/environmentsmodel.h"
#include "models/items/topicreading.h"
#include "ui/parts/splitpage.h"

namespace Roost {

class ConfirmBar;
class ContentStack;
class EmptyState;
class EnvironmentDetail;
class ErrorBar;
class ListTable;

/// The environments of the workspace, and one of them to read or to edit.
class EnvironmentsPage : public SplitPage
{
    Q_OBJECT
public:
    EnvironmentsPage(WorkspaceSession &session, Navigator &navigator, QWidget *parent = nullptr);

    /// Selects an environment and a version as soon as they are known; empty version: the latest.
    void show(const QString &name, const QString &version = {});
    using QWidget::show;

    QString title() const override { return tr("Environments"); }
    QList<QAction *> headerActions() override;
    QList<QAction *> menuActions() override;
    void activate() override;
    void refresh() override;
    bool walkErrors(int direction) override;
    bool isLoaded() const override { return m_reading->state() != Reading::State::Loading; }
    QVariantMap saveState() const override;
    void restoreState(const QVariantMap &state) override;

private:
    void makeActions();
    void makeParts();
    void showState();
    void choose(const QString &name);
    void open(const QString &name, const QString &version = {});
    void startNew();
    void startClone();
    /// Does `then` at once, or after one agreed to lose what was written.
    void leaving(const std::function<void()> &then);
    QStringList names() const;

    EnvironmentsModel m_environments;
    std::unique_ptr<Reading> m_reading;
    QString m_wanted;
    QString m_wantedVersion;
    QString m_open;

    ErrorBar *m_error = nullptr;
    ConfirmBar *m_confirm = nullptr;
    ListTable *m_table = nullptr;
    EmptyState *m_empty = nullptr;
    ContentStack *m_stack = nullptr;
    EnvironmentDetail *m_detail = nullptr;
    ContentStack *m_detailStack = nullptr;
    QAction *m_new = nullptr;
    QAction *m_clone = nullptr;
    QAction *m_saveFile = nullptr;
};

} // namespace Roost
