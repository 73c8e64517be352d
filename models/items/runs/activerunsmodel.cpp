// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/runs/activerunsmodel.h"

#include "models/items/base/format.h"
#include "models/items/base/tone.h"
#include "models/items/runs/runsmodel.h"

namespace Roost::Items {

namespace {

QDateTime startOf(const Run &run)
{
    return run.started.isValid() ? run.started : run.created;
}

} // namespace

ActiveRunsModel::ActiveRunsModel(QObject *parent)
    : KeyedTableModel(allColumns(), parent)
{
}

QList<TableColumn<Run>> ActiveRunsModel::allColumns()
{
    return {
        {.id = Name, .title = [] { return tr("Run"); }, .width = 14, .stretches = true, .text = nameOf},
        {.id = State,
         .title = [] { return tr("State"); },
         .width = 12,
         .text = [](const Run &run) { return statusText(run.status); },
         .toolTip = [](const Run &run) { return run.queueReason.isEmpty() ? QString() : whyItWaits(run); },
         .tone = [](const Run &run) { return toneOf(run.status); }},
        {.id = Experiment, .title = [] { return tr("Experiment"); }, .width = 14, .text = &Run::experiment},
        {.id = Compute, .title = [] { return tr("Compute"); }, .width = 9, .text = &Run::computeName},
        {.id = Duration,
         .title = [] { return tr("Duration"); },
         .width = 9,
         .isNumeric = true,
         .text = [](const Run &run) { return Format::duration(startOf(run), run.ended); },
         .toolTip = [](const Run &run) { return Format::exact(startOf(run)); }},
    };
}

} // namespace Roost::Items
