// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/registry/modelspage.h"

#include "ui/parts/bar.h"
#include "ui/parts/emptystate.h"
#include "ui/parts/listtable.h"
#include "ui/parts/skeleton.h"
#include "ui/registry/modeldetail.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Roost {

ModelsPage::ModelsPage(WorkspaceSession &session, Navigator &navigator, QWidget *parent)
    : SplitPage(session, navigator, parent)
    , m_error(new ErrorBar)
    , m_table(new ListTable(u"modelTable"_s, tr("Registered models")))
    , m_empty(new EmptyState(u"models"_s,
                             tr("No model is registered yet. A run that wrote one to outputs/ can register it."),
                             tr("Open runs")))
    , m_stack(new ContentStack(m_table, m_empty))
    , m_detail(new ModelDetail(session, navigator))
    , m_detailStack(new ContentStack(m_detail, new EmptyState(u"models"_s, tr("Select a model to see its versions."))))
    , m_download(new QAction(Theme::icon(u"download"_s), tr("Download…"), this))
{
    setObjectName("modelsPage"_L1);
    m_error->setObjectName("modelsError"_L1);
    m_empty->setObjectName("modelsEmpty"_L1);
    m_download->setObjectName("downloadSelectedModel"_L1);
    addTop(m_error);
    m_table->setModel(&m_models);
    m_table->setColumns({24, 8, 14, 24}, ModelsModel::Description);
    m_table->setColumnMenu({ModelsModel::Name});
    setParts(m_stack, m_detailStack, 42);
    m_reading = std::make_unique<TopicReading<QList<RegisteredModel>>>(
        &session, u"models"_s,
        [](WorkspaceSession &from) -> std::optional<Answer<QList<RegisteredModel>>> {
            return from.models() ? std::optional(from.models()->models()) : std::nullopt;
        },
        [this](const QList<RegisteredModel> &models) { m_models.setModels(models); });
    connect(m_reading.get(), &Reading::stateChanged, this, &ModelsPage::showState);
    connect(m_reading.get(), &Reading::arrived, this, &ModelsPage::showState);
    connect(m_table, &ListTable::currentKeyChanged, this, &ModelsPage::showDetail);
    connect(m_empty, &EmptyState::clicked, this, [this] { this->navigator().openRuns(); });
    connect(m_error, &ErrorBar::retry, this, &ModelsPage::refresh);
    connect(m_download, &QAction::triggered, m_detail, &ModelDetail::download);
    connect(m_detail, &ModelDetail::versionChanged, this, [this] { m_download->setEnabled(m_detail->hasVersion()); });
    showState();
}

QList<QAction *> ModelsPage::headerActions()
{
    return {m_download};
}

void ModelsPage::show(const QString &name, const QString &version)
{
    m_wanted = name;
    m_wantedVersion = version;
    showState();
}

void ModelsPage::activate()
{
    m_reading->refresh();
}

void ModelsPage::refresh()
{
    SplitPage::refresh();
    m_reading->refresh();
}

void ModelsPage::showState()
{
    const Reading::State state = m_reading->state();
    if (state == Reading::State::Failed || state == Reading::State::Stale)
        m_error->setError(tr("The models could not be read."), m_reading->error());
    else
        m_error->clear();
    if (state == Reading::State::Loading) {
        m_stack->showLoading();
    } else if (state == Reading::State::Failed) {
        m_stack->showNothing();
    } else if (state == Reading::State::Lacking) {
        m_empty->setSentence(tr("This workspace has no model registry."));
        m_empty->setButton({});
        m_stack->showEmpty();
    } else if (m_models.rowCount() == 0) {
        m_stack->showEmpty();
    } else {
        m_stack->showContent();
        if (!m_wanted.isEmpty() && m_models.indexOf(m_wanted) >= 0)
            m_table->setCurrentKey(std::exchange(m_wanted, {}));
        else if (!m_table->currentRow().isValid())
            m_table->setCurrentKey(m_models.at(0).name);
    }
    showDetail();
}

void ModelsPage::showDetail()
{
    const int row = m_models.indexOf(m_table->currentKey());
    m_download->setEnabled(row >= 0 && m_detail->hasVersion());
    if (row < 0) {
        m_detailStack->showNothing();
        return;
    }
    m_detail->show(m_models.at(row), m_wanted.isEmpty() ? std::exchange(m_wantedVersion, {}) : QString());
    m_detailStack->showContent();
}

QVariantMap ModelsPage::saveState() const
{
    QVariantMap state = SplitPage::saveState();
    state.insert(u"table"_s, m_table->saveState());
    return state;
}

void ModelsPage::restoreState(const QVariantMap &state)
{
    SplitPage::restoreState(state);
    m_table->restoreState(state.value(u"table"_s).toMap());
}

} // namespace Roost
