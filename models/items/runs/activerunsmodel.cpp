// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/runs/activerunsmodel.h"

#include "models/items/base/format.h"
#include "models/items/base/tone.h"
#include "models/items/runs/runsmodel.h"

namespace Roost::Items {

QVariant ActiveRunsModel::cell(const Run &run, int column, int role) const
{
    if (role == KeyRole)
        return run.id;
    if (role == Qt::TextAlignmentRole)
        return int((column == Duration ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    if (role == ToneRole && column == State)
        return int(toneOf(run.status));
    if (role == Qt::ToolTipRole && column == State && !run.queueReason.isEmpty())
        return whyItWaits(run);
    if (role == Qt::ToolTipRole && column == Duration)
        return Format::exact(run.started.isValid() ? run.started : run.created);
    if (role != Qt::DisplayRole)
        return {};
    switch (column) {
    case Name:
        return nameOf(run);
    case State:
        return statusText(run.status);
    case Experiment:
        return run.experiment;
    case Compute:
        return run.computeName;
    case Duration:
        return Format::duration(run.started.isValid() ? run.started : run.created, run.ended);
    default:
        return {};
    }
}

QVariant ActiveRunsModel::header(int column, int role) const
{
    if (role == Qt::TextAlignmentRole)
        return int((column == Duration ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    switch (column) {
    case Name:
        return tr("Run");
    case State:
        return tr("State");
    case Experiment:
        return tr("Experiment");
    case Compute:
        return tr("Compute");
    case Duration:
        return tr("Duration");
    default:
        return {};
    }
}

} // namespace Roost::Items
