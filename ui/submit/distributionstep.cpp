// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/submit/distributionstep.h"

#include "models/items/submit/debugaids.h"
#include "ui/submit/debugaidsfold.h"
#include "ui/theme/theme.h"
#include "ui/widgets/formfield.h"
#include "ui/widgets/label.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QRadioButton>
#include <QSignalBlocker>
#include <QSpinBox>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Roost::Ui {

using namespace Items;

namespace {

// Far above any cluster, so that a sentence can name the limit of the compute, instead of a field that stops counting.
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
    , m_backend(new QComboBox)
    , m_outcome(new Label({}, Theme::Role::TextSecondary))
    , m_debugAids(new DebugAidsFold)
{
    setObjectName("distributionStep"_L1);
    addChoice(Distribution::Type::None, u"distributionNone"_s, tr("&One process"));
    for (const Distribution::Type type : distributionTypes())
        addChoice(type, u"distribution"_s + toWord(type), u'&' + displayName(type));

    m_nodesField = new FormField(tr("No&des"), m_nodes);
    m_processesField = new FormField(tr("P&rocesses on each node"), m_processes);
    watch(SubmitField::Nodes, m_nodesField);
    watch(SubmitField::Processes, m_processesField);
    setPrefilled(SubmitField::Nodes);
    setPrefilled(SubmitField::Processes);
    auto *row = new QHBoxLayout;
    row->setSpacing(Theme::Group);
    row->addWidget(m_nodesField, 1, Qt::AlignTop);
    row->addWidget(m_processesField, 1, Qt::AlignTop);
    column()->addLayout(row);
    m_outcome->setObjectName("distributionOutcome"_L1);
    column()->addWidget(m_outcome);
    m_backend->setObjectName("backend"_L1);
    m_backend->addItem(tr("As the script says"), QString());
    m_backend->addItem(tr("Gloo, for CPUs"), u"gloo"_s);
    m_backend->addItem(tr("NCCL, for NVIDIA GPUs"), u"nccl"_s);
    m_backendField = new FormField(tr("Back &end"), m_backend);
    m_backendField->setHint(tr("The script finds it in the variable %1.").arg(backendVariable));
    column()->addWidget(m_backendField);
    column()->addWidget(m_debugAids);
    column()->addStretch();
    connect(m_backend, &QComboBox::activated, this, [this] { setBackend(m_backend->currentData().toString()); });
    connect(m_debugAids, &DebugAidsFold::switchedByUser, this, [this](DebugAid aid, bool on) {
        this->draft().setVariables(switched(this->draft().variables(), aid, on));
    });
    connect(m_nodes, &QSpinBox::valueChanged, this, [this](int value) { this->draft().setNodes(value); });
    connect(m_processes, &QSpinBox::valueChanged, this,
            [this](int value) { this->draft().setProcessesPerNode(value); });
    refresh();
}

void DistributionStep::addChoice(Distribution::Type type, const QString &name, const QString &title)
{
    const QString text = description(type);
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
    m_choices[type] = choice;
}

void DistributionStep::fill()
{
    const Distribution distribution = draft().distribution();
    for (const auto &[type, choice] : m_choices.asKeyValueRange())
        choice->setChecked(type == distribution.type);
    const bool many = distribution.isDistributed();
    // A job file may request nodes without a distribution; the user corrects that in this field.
    m_nodesField->setVisible(many || draft().nodes() > 1);
    m_processesField->setVisible(many);
    setValue(m_nodes, draft().nodes());
    setValue(m_processes, distribution.processesPerNode);
    if (const auto compute = draft().chosenCompute()) {
        m_nodesField->setHint(nodesHint(*compute));
        m_processesField->setHint(processesHint(*compute));
    }
    m_outcome->setVisible(many);
    m_outcome->setText(outcomeText());
    const StringMap variables = draft().variables();
    m_backendField->setVisible(traitsOf(distribution.type).hasBackend);
    m_backend->setCurrentIndex(std::max(0, m_backend->findData(variables.value(backendVariable))));
    m_debugAids->setVisible(many);
    m_debugAids->setVariables(variables);
}

void DistributionStep::setBackend(const QString &backend)
{
    StringMap variables = draft().variables();
    if (backend.isEmpty())
        variables.remove(backendVariable);
    else
        variables[backendVariable] = backend;
    draft().setVariables(variables);
}

QString DistributionStep::nodesHint(const Compute &compute) const
{
    return compute.maxNodes <= 1 ? tr("%1 has 1 node.").arg(compute.name)
                                 : tr("%1 has up to %n nodes.", nullptr, compute.maxNodes).arg(compute.name);
}

QString DistributionStep::processesHint(const Compute &compute) const
{
    if (compute.gpus > 0)
        return compute.gpus == 1 ? tr("One for each GPU: a node has 1.")
                                 : tr("One for each GPU: a node has %n.", nullptr, compute.gpus);
    if (compute.cores > 0)
        return compute.cores == 1 ? tr("A node has 1 core.") : tr("A node has %n cores.", nullptr, compute.cores);
    return {};
}

QString DistributionStep::outcomeText() const
{
    const int processes = draft().distribution().processesPerNode;
    const int all = draft().nodes() * processes;
    if (all <= 1)
        return tr("1 process in all.");
    return tr("%n processes in all: ranks 0 to %1, each with a log of its own.", nullptr, all).arg(all - 1);
}

} // namespace Roost::Ui
