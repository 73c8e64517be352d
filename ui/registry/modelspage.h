// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/items/catalogs/modelsmodel.h"
#include "ui/pages/catalogpage.h"

#include <QTimer>

namespace Roost::Ui {

class ModelDetail;

/// The registered models of the workspace, and one of them with its versions.
class ModelsPage : public CatalogPage
{
    Q_OBJECT
public:
    ModelsPage(Items::WorkspaceSession &session, Navigator &navigator, QWidget *parent = nullptr);

    QString title() const override { return tr("Models"); }
    QList<QAction *> menuActions() override;
    void activate() override;
    void deactivate() override;

protected:
    void showDetail() override;

private:
    Items::ModelsModel m_models;

    ModelDetail *m_detail;
    QAction *m_download;
    QTimer m_clock;
};

} // namespace Roost::Ui
