// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/submit/computestep.h"

#include "models/items/catalogs/computesmodel.h"
#include "models/items/workspace/topicquery.h"
#include "ui/submit/querystatus.h"
#include "ui/tables/listtable.h"
#include "ui/theme/theme.h"
#include "ui/widgets/formfield.h"

#include <QAbstractItemModel>
#include <QHBoxLayout>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace Roost::Ui {

using namespace Items;

ComputeStep::ComputeStep(SubmitDraft &draft, ComputesModel &computes, LiveQuery &query, QWidget *parent)
    : StepView(draft, SubmitStep::Compute, parent)
    , m_computes(computes)
    , m_query(query)
    , m_table(new ListTable(u"computes"_s, tr("Computes of the workspace")))
    , m_create(new QPushButton(tr("Create a compute…")))
{
    setObjectName("computeStep"_L1);
    m_table->setModel(&computes);
    m_table->setColumnHidden(ComputesModel::Running, true);
    m_table->setCharacters(ComputesModel::Name, 18);
    m_table->setCharacters(ComputesModel::Nodes, 18);
    m_table->setStretchedColumn(ComputesModel::Size);
    m_table->setCharacters(ComputesModel::Size, 20);
    m_table->setFormRows(6);
    addField(SubmitField::Compute, new FormField(tr("Where the run &goes"), m_table));
    m_create->setObjectName("createCompute"_L1);
    auto *row = new QHBoxLayout;
    row->setSpacing(Theme::Inside);
    row->addWidget(m_create);
    row->addWidget(
        new QueryStatus(query, u"computes"_s, tr("Reading the computes…"),
                        tr("This workspace has no compute: it keeps the history of runs that were started elsewhere.")),
        1);
    column()->addLayout(row);
    column()->addStretch();
    connect(m_table, &ListTable::currentKeyChanged, this, [this](const QString &name) {
        if (name.isEmpty())
            return;
        this->draft().setCompute(name);
        touch(SubmitField::Compute);
    });
    connect(m_create, &QPushButton::clicked, this, &ComputeStep::createWanted);
    const auto allow = [this] { m_create->setVisible(m_query.hasContent()); };
    connect(&query, &LiveQuery::stateChanged, this, allow);
    connect(&computes, &QAbstractItemModel::rowsInserted, this, &ComputeStep::selectChosen);
    allow();
    refresh();
}

void ComputeStep::enter()
{
    selectChosen();
}

void ComputeStep::selectChosen()
{
    m_table->setCurrentKey(draft().compute());
}

void ComputeStep::fill()
{
    selectChosen();
}

} // namespace Roost::Ui
