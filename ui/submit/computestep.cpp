// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/submit/computestep.h"

#include "models/items/computesmodel.h"
#include "models/items/topicreading.h"
#include "ui/parts/formfield.h"
#include "ui/parts/label.h"
#include "ui/parts/listtable.h"
#include "ui/theme/theme.h"

#include <QHBoxLayout>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace Roost {

ComputeStep::ComputeStep(SubmitDraft &draft, ComputesModel &computes, Reading &reading, QWidget *parent)
    : StepView(draft, SubmitStep::Compute, parent)
    , m_computes(computes)
    , m_reading(reading)
    , m_table(new ListTable(u"computes"_s, tr("Computes of the workspace")))
    , m_state(new Label({}, Theme::Role::TextSecondary))
    , m_retry(new QPushButton(tr("Try again")))
    , m_create(new QPushButton(tr("Create a compute…")))
{
    setObjectName("computeStep"_L1);
    m_table->setModel(&computes);
    m_table->setColumnHidden(ComputesModel::Running, true);
    m_table->setColumns({18, 12, 22, 20}, ComputesModel::Size);
    m_table->setFormRows(6);
    m_state->setWordWrap(true);
    addField(SubmitField::Compute, new FormField(tr("Where the run &goes"), m_table));
    m_state->setObjectName("computesState"_L1);
    m_retry->setObjectName("computesRetry"_L1);
    m_create->setObjectName("createCompute"_L1);
    auto *row = new QHBoxLayout;
    row->setSpacing(Theme::Inside);
    row->addWidget(m_create);
    row->addWidget(m_retry);
    row->addWidget(m_state, 1);
    column()->addLayout(row);
    column()->addStretch();
    connect(m_table, &ListTable::currentKeyChanged, this, [this](const QString &name) {
        if (name.isEmpty())
            return;
        this->draft().setCompute(name);
        touch(SubmitField::Compute);
    });
    connect(m_create, &QPushButton::clicked, this, &ComputeStep::createWanted);
    connect(m_retry, &QPushButton::clicked, &reading, &Reading::refresh);
    connect(&reading, &Reading::stateChanged, this, &ComputeStep::showReading);
    connect(&computes, &QAbstractItemModel::rowsInserted, this, &ComputeStep::selectChosen);
    showReading();
    refresh();
}

void ComputeStep::enter()
{
    selectChosen();
}

void ComputeStep::showReading()
{
    const Reading::State state = m_reading.state();
    QString text;
    if (state == Reading::State::Loading)
        text = tr("Reading the computes…");
    else if (state == Reading::State::Lacking)
        text = tr("This workspace has no compute: it keeps the history of runs that were started elsewhere.");
    else if (state == Reading::State::Failed || state == Reading::State::Stale)
        text = m_reading.error().text;
    m_state->setText(text);
    m_state->setRole(state == Reading::State::Failed ? Theme::Role::Failed : Theme::Role::TextSecondary);
    m_retry->setVisible(state == Reading::State::Failed || state == Reading::State::Stale);
    m_create->setVisible(m_reading.hasContent());
}

void ComputeStep::selectChosen()
{
    m_table->setCurrentKey(draft().compute());
}

void ComputeStep::fill()
{
    selectChosen();
}

} // namespace Roost
