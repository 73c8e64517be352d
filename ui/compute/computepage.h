// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/items/catalogs/computesmodel.h"
#include "models/items/runs/activeruns.h"
#include "ui/pages/catalogpage.h"

#include <QTimer>

namespace Roost::Ui {

class ComputeDetail;

/// The compute targets of the workspace, and one of them in detail.
class ComputePage : public CatalogPage
{
    Q_OBJECT
public:
    /// `activeRuns` belongs to `session` and outlives the page.
    ComputePage(Items::WorkspaceSession &session, Navigator &navigator, Items::ActiveRuns &activeRuns,
                QWidget *parent = nullptr);

    /// Selects a compute as soon as it is known.
    void show(const QString &name) { want(name); }
    using QWidget::show;

    QString title() const override { return tr("Compute"); }
    QList<QAction *> headerActions() override;

protected:
    void showDetail() override;

private:
    void makeParts();
    void makeActions();
    void create();
    void confirmRemoval();
    void remove(const QString &name);

    Items::ComputesModel m_computes;
    Items::ActiveRuns &m_activeRuns;
    PendingReply<void> m_removal;
    // Reads more often than an idle workspace while a compute is provisioned.
    QTimer m_follow;

    ComputeDetail *m_detail = nullptr;
    QAction *m_createAction = nullptr;
    QAction *m_removeAction = nullptr;
};

} // namespace Roost::Ui
