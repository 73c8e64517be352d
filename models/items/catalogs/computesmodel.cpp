// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/catalogs/computesmodel.h"

#include "models/core/localcompute.h"
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

// Returns text about the nodes that are neither busy nor idle.
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

ComputesModel::ComputesModel(QObject *parent)
    : KeyedTableModel(allColumns(), parent)
{
}

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
    if (isThisMachine(compute))
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

QList<TableColumn<ComputeRow>> ComputesModel::allColumns()
{
    return {
        {.id = Name,
         .title = [] { return tr("Name"); },
         .width = 16,
         .visibility = ColumnVisibility::Fixed,
         .text = [](const ComputeRow &row) { return row.compute.name; }},
        {.id = State,
         .title = [] { return tr("State"); },
         .width = 11,
         .text = [](const ComputeRow &row) { return stateText(row.compute); },
         .toolTip = [](const ComputeRow &row) { return row.compute.errors.join(u'\n'); },
         .tone = [](const ComputeRow &row) { return toneOf(row.compute.state); }},
        {.id = Nodes,
         .title = [] { return tr("Nodes"); },
         .width = 20,
         .text = [](const ComputeRow &row) { return nodesText(row.compute); },
         .sortKey = [](const ComputeRow &row) { return row.compute.maxNodes; }},
        {.id = Size,
         .title = [] { return tr("Size of a node"); },
         .width = 22,
         .text =
             [](const ComputeRow &row) {
                 return row.compute.size.isEmpty() ? sizeText(row.compute) : row.compute.size;
             },
         .toolTip = [](const ComputeRow &row) { return row.compute.size; }},
        {.id = Running,
         .title = [] { return tr("Running jobs"); },
         .width = 16,
         .stretches = true,
         .text = [](const ComputeRow &row) { return runningText(row.runs); },
         .toolTip = [](const ComputeRow &row) { return runningToolTip(row.runs); }},
    };
}

} // namespace Roost::Items
