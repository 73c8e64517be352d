// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/items/catalogs/computesmodel.h"
#include "models/items/catalogs/loadquery.h"
#include "models/items/runs/activeruns.h"
#include "ui/pages/catalogpage.h"

#include <QTimer>

namespace Roost::Ui {

class ComputeDetail;

/// The compute targets of the workspace, and the details of one of them.
class ComputePage : public CatalogPage
{
    Q_OBJECT
public:
    /// `activeRuns` belongs to `session` and must outlive the page.
    ComputePage(Items::WorkspaceSession &session, Navigator &navigator, Items::ActiveRuns &activeRuns,
                QWidget *parent = nullptr);

    QString title() const override { return tr("Compute"); }
    QList<QAction *> headerActions() override;
    void activate() override;
    void deactivate() override;

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
    // Refreshes more often than an idle workspace does, while a compute is being provisioned.
    QTimer m_follow;

    Items::LoadQuery m_load;
    ComputeDetail *m_detail = nullptr;
    QAction *m_createAction = nullptr;
    QAction *m_removeAction = nullptr;
};

} // namespace Roost::Ui
