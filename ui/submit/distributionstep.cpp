// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/submit/distributionstep.h"

#include "ui/parts/formfield.h"
#include "ui/parts/label.h"
#include "ui/theme/theme.h"

#include <QHBoxLayout>
#include <QRadioButton>
#include <QSignalBlocker>
#include <QSpinBox>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace Roost {

namespace {

// Far above any cluster: the compute's own limit is told in a sentence, not by a field that will not count on.
constexpr int mostNodes = 10000;
constexpr int mostProcesses = 1024;

QSpinBox *spinBox(const QString &name, int most)
{
    auto *box = new QSpinBox;
    box->setObjectName(name);
    box->setRange(1, most);
    box->setMinimumWidth(120);
    return box;
}

void setValue(QSpinBox *box, int value)
{
    const QSignalBlocker quiet(box);
    box->setValue(value);
}

} // namespace

DistributionStep::DistributionStep(SubmitDraft &draft, QWidget *parent)
    : StepView(draft, SubmitStep::Distribution, parent)
    , m_nodes(spinBox(u"nodes"_s, mostNodes))
    , m_processes(spinBox(u"processes"_s, mostProcesses))
    , m_outcome(new Label({}, Theme::Role::TextSecondary))
{
    setObjectName("distributionStep"_L1);
    m_none = addChoice(Distribution::Type::None, u"distributionNone"_s, tr("&One process"),
                       tr("The command runs once, on one node."));
    m_pytorch = addChoice(Distribution::Type::PyTorch, u"distributionPyTorch"_s, tr("&PyTorch"),
                          tr("For DistributedDataParallel. Each process gets RANK, LOCAL_RANK, WORLD_SIZE, MASTER_ADDR "
                             "and MASTER_PORT, so that init_method=\"env://\" works."));
    m_mpi = addChoice(Distribution::Type::Mpi, u"distributionMpi"_s, tr("&MPI"),
                      tr("For Horovod and mpi4py. The processes are started by the environment's own mpirun."));

    m_nodesField = new FormField(tr("No&des"), m_nodes);
    m_processesField = new FormField(tr("P&rocesses on each node"), m_processes);
    watch(SubmitField::Nodes, m_nodesField);
    watch(SubmitField::Processes, m_processesField);
    touch(SubmitField::Nodes);
    touch(SubmitField::Processes);
    auto *row = new QHBoxLayout;
    row->setSpacing(Theme::Group);
    row->addWidget(m_nodesField, 1, Qt::AlignTop);
    row->addWidget(m_processesField, 1, Qt::AlignTop);
    column()->addLayout(row);
    m_outcome->setObjectName("distributionOutcome"_L1);
    column()->addWidget(m_outcome);
    column()->addStretch();
    connect(m_nodes, &QSpinBox::valueChanged, this, [this](int value) { this->draft().setNodes(value); });
    connect(m_processes, &QSpinBox::valueChanged, this,
            [this](int value) { this->draft().setProcessesPerNode(value); });
    refresh();
}

QRadioButton *DistributionStep::addChoice(Distribution::Type type, const QString &name, const QString &title,
                                          const QString &text)
{
    auto *choice = new QRadioButton(title);
    choice->setObjectName(name);
    choice->setAccessibleDescription(text);
    auto *words = new Label(text, Theme::Role::TextSecondary, Theme::Secondary);
    words->setWordWrap(true);
    words->setContentsMargins(Theme::Edge, 0, 0, 0);
    auto *block = new QVBoxLayout;
    block->setSpacing(Theme::Step / 2);
    block->addWidget(choice);
    block->addWidget(words);
    column()->addLayout(block);
    connect(choice, &QRadioButton::clicked, this, [this, type] { draft().setDistributionType(type); });
    return choice;
}

void DistributionStep::fill()
{
    const Distribution distribution = draft().distribution();
    m_none->setChecked(distribution.type == Distribution::Type::None);
    m_pytorch->setChecked(distribution.type == Distribution::Type::PyTorch);
    m_mpi->setChecked(distribution.type == Distribution::Type::Mpi);
    const bool many = distribution.type != Distribution::Type::None;
    // A job file may ask for nodes without a distribution; then the field is where that is mended.
    m_nodesField->setVisible(many || draft().nodes() > 1);
    m_processesField->setVisible(many);
    setValue(m_nodes, draft().nodes());
    setValue(m_processes, distribution.processesPerNode);
    const auto compute = draft().chosenCompute();
    if (compute) {
        m_nodesField->setHint(compute->maxNodes <= 1
                                  ? tr("%1 has 1 node.").arg(compute->name)
                                  : tr("%1 has up to %n nodes.", nullptr, compute->maxNodes).arg(compute->name));
        m_processesField->setHint(compute->gpus > 0 ? tr("One for each GPU is usual: %1 on a node.").arg(compute->gpus)
                                  : compute->cores == 1 ? tr("A node has 1 core.")
                                  : compute->cores > 1  ? tr("A node has %n cores.", nullptr, compute->cores)
                                                        : QString());
    }
    m_outcome->setVisible(many);
    m_outcome->setText(outcomeText());
}

QString DistributionStep::outcomeText() const
{
    const int processes = draft().distribution().processesPerNode;
    const int all = draft().nodes() * processes;
    if (all <= 1)
        return tr("1 process in all.");
    return tr("%n processes in all: ranks 0 to %1, each with a log of its own.", nullptr, all).arg(all - 1);
}

} // namespace Roost
