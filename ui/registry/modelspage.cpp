// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/registry/modelspage.h"

#include "models/items/catalogs/catalogqueries.h"
#include "ui/registry/modeldetail.h"
#include "ui/tables/listtable.h"
#include "ui/theme/theme.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/skeleton.h"

using namespace Qt::StringLiterals;

namespace Roost::Ui {

using namespace Items;

ModelsPage::ModelsPage(WorkspaceSession &session, Navigator &navigator, QWidget *parent)
    : CatalogPage(u"models"_s, session, navigator, parent)
    , m_detail(new ModelDetail(session, navigator))
    , m_download(new QAction(Theme::icon(u"download"_s), tr("Download…"), this))
{
    m_download->setObjectName("downloadSelectedModel"_L1);
    auto *list = new ListTable(u"modelTable"_s, tr("Registered models"));
    list->setModel(&m_models);
    list->setColumnMenu();
    auto *empty =
        new EmptyState(u"models"_s, tr("No model is registered yet. A run that wrote one to outputs/ can register it."),
                       tr("Open runs"));
    connect(list, &ListTable::currentKeyChanged, this, &ModelsPage::showDetail);
    connect(empty, &EmptyState::clicked, this, [this] { this->navigator().go(Location::runs()); });
    connect(m_download, &QAction::triggered, m_detail, &ModelDetail::download);
    connect(m_detail, &ModelDetail::versionChanged, this, [this] { m_download->setEnabled(m_detail->hasVersion()); });
    m_clock.setInterval(1000);
    connect(&m_clock, &QTimer::timeout, this, [this, list] {
        list->viewport()->update();
        m_detail->tick();
    });
    setCatalog({.table = list,
                .empty = empty,
                .detail = m_detail,
                .unselected = new EmptyState(u"models"_s, tr("Select a model to see its versions.")),
                .share = 42,
                .unreadable = tr("The models could not be read."),
                .lacking = tr("This workspace has no model registry.")},
               readModels(session, [this](const QList<RegisteredModel> &models) { m_models.setModels(models); }));
}

QList<QAction *> ModelsPage::menuActions()
{
    return {m_download};
}

void ModelsPage::activate()
{
    CatalogPage::activate();
    m_clock.start();
}

void ModelsPage::deactivate()
{
    CatalogPage::deactivate();
    m_clock.stop();
}

void ModelsPage::showDetail()
{
    const int row = m_models.indexOf(table().currentKey());
    m_download->setEnabled(row >= 0 && m_detail->hasVersion());
    if (row < 0) {
        detailStack().showNothing();
        return;
    }
    m_detail->show(m_models.at(row), pendingKey().isEmpty() ? takePendingVersion() : QString());
    detailStack().showContent();
}

} // namespace Roost::Ui
