// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/dataset.h"
#include "models/core/loggedmodel.h"
#include "models/core/values.h"
#include "models/service/store/tracking/metricstore.h"

#include <QHash>
#include <QList>

namespace Roost::Service::Store {

/// The data that belong to one run.
struct RunRecords
{
    QList<LatestMetric> metrics; // by key
    StringMap params;
    StringMap tags;
    QList<DatasetInput> datasets;
    QList<RunModel> modelInputs;
    QList<RunModel> modelOutputs;
};

/// Returns the data of each run by its seq, with one statement for each kind of data. For a page of runs this takes a
/// fraction of the time of one statement for each run.
QHash<qint64, RunRecords> recordsOf(Connection &connection, const QList<qint64> &runs);

} // namespace Roost::Service::Store
