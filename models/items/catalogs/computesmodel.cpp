// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/catalogs/computesmodel.h"

#include "models/items/base/tone.h"
#include "models/items/runs/runsmodel.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Roost::Items {

namespace {

QString runningText(const QList<Run> &runs)
{
    if (runs.isEmpty())
        return {};
    if (runs.size() == 1)
        return nameOf(runs.first());
    return ComputesModel::tr("%1 and %n more", nullptr, int(runs.size()) - 1).arg(nameOf(runs.first()));
}

QString runningToolTip(const QList<Run> &runs)
{
    QStringList lines;
    for (const Run &run : runs)
        lines += ComputesModel::tr("%1: %2", "run: its state").arg(nameOf(run), statusText(run.status));
    return lines.join(u'\n');
}

// What is to be said of nodes that are neither busy nor idle.
QString changeText(const Compute &compute)
{
    QStringList parts;
    const auto add = [&parts](int count, const QString &text) {
        if (count > 0)
            parts += text.arg(count);
    };
    add(compute.preparingNodes, ComputesModel::tr("%1 being prepared"));
    add(compute.leavingNodes, ComputesModel::tr("%1 leaving"));
    add(compute.unusableNodes, ComputesModel::tr("%1 broken"));
    if (parts.isEmpty() && !compute.resizing)
        return {};
    parts.prepend(ComputesModel::tr("%1 of %2 busy").arg(compute.busyNodes).arg(compute.currentNodes));
    if (compute.resizing && compute.targetNodes != compute.currentNodes)
        parts += ComputesModel::tr("%1 wanted").arg(compute.targetNodes);
    parts += ComputesModel::tr("at most %1").arg(compute.maxNodes);
    return parts.join(", "_L1);
}

} // namespace

void ComputesModel::setComputes(const QList<Compute> &computes)
{
    m_computes = computes;
    std::ranges::sort(m_computes, [](const Compute &a, const Compute &b) {
        return QString::compare(a.name, b.name, Qt::CaseInsensitive) < 0;
    });
    combine();
}

void ComputesModel::setActiveRuns(const QList<Run> &runs)
{
    m_runs = runs;
    combine();
}

void ComputesModel::combine()
{
    QList<ComputeRow> rows;
    for (const Compute &compute : std::as_const(m_computes)) {
        ComputeRow row{compute, {}};
        for (const Run &run : std::as_const(m_runs)) {
            if (run.computeName == compute.name && !isTerminal(run.status))
                row.runs += run;
        }
        rows += row;
    }
    setRows(std::move(rows));
}

const ComputeRow *ComputesModel::find(const QString &name) const
{
    const int row = indexOf(name);
    return row < 0 ? nullptr : &at(row);
}

QString ComputesModel::stateText(const Compute &compute)
{
    const bool ready = compute.state == ProvisioningState::Succeeded;
    return ready && compute.resizing ? tr("Resizing") : statusText(compute.state);
}

QString ComputesModel::nodesText(const Compute &compute)
{
    if (compute.type == "Local"_L1)
        return tr("This machine");
    if (!compute.nodesKnown)
        return compute.maxNodes == 1 ? tr("Not known yet, at most 1")
                                     : tr("Not known yet, at most %1").arg(compute.maxNodes);
    const QString change = changeText(compute);
    if (!change.isEmpty())
        return change;
    if (compute.currentNodes == 0)
        return compute.maxNodes == 1 ? tr("None now, at most 1") : tr("None now, at most %1").arg(compute.maxNodes);
    return tr("%1 of %2 busy, at most %3").arg(compute.busyNodes).arg(compute.currentNodes).arg(compute.maxNodes);
}

QString ComputesModel::sizeText(const Compute &compute)
{
    if (compute.cores <= 0)
        return compute.size;
    QString cores = compute.cores == 1 ? tr("1 core") : tr("%n cores", nullptr, compute.cores);
    if (compute.gpus <= 0)
        return cores;
    return cores + ", "_L1 + (compute.gpus == 1 ? tr("1 GPU") : tr("%n GPUs", nullptr, compute.gpus));
}

QVariant ComputesModel::cell(const ComputeRow &row, int column, int role) const
{
    const Compute &compute = row.compute;
    if (role == KeyRole)
        return compute.name;
    if (role == ToneRole)
        return column == State ? QVariant(int(toneOf(compute.state))) : QVariant();
    if (role == Qt::ToolTipRole) {
        if (column == Running)
            return runningToolTip(row.runs);
        if (column == State)
            return compute.errors.join(u'\n');
        return column == Size ? compute.size : QString();
    }
    if (role == SortRole && column == Nodes)
        return compute.maxNodes;
    if (role != Qt::DisplayRole && role != SortRole)
        return {};
    switch (column) {
    case Name:
        return compute.name;
    case State:
        return stateText(compute);
    case Nodes:
        return nodesText(compute);
    case Size:
        return compute.size.isEmpty() ? sizeText(compute) : compute.size;
    case Running:
        return runningText(row.runs);
    default:
        return {};
    }
}

QVariant ComputesModel::header(int column, int role) const
{
    if (role != Qt::DisplayRole)
        return {};
    switch (column) {
    case Name:
        return tr("Name");
    case State:
        return tr("State");
    case Nodes:
        return tr("Nodes");
    case Size:
        return tr("Size of a node");
    case Running:
        return tr("Running jobs");
    default:
        return {};
    }
}

} // namespace Roost::Items
