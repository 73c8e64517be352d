// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/run.h"

namespace Roost {

/// A model that a client of MLflow logged, registered or not.
struct LoggedModel
{
    /// As stored, and as the numbers of MLflow's protocol.
    enum class Status { Unspecified = 0, Pending = 1, Ready = 2, UploadFailed = 3 };

    QString id;
    QString name;
    QString type;
    /// The run that logged it; empty without one.
    QString sourceRun;
    QString artifactUri;
    Status status = Status::Pending;
    QString statusMessage;
    QDateTime created;
    QDateTime updated;
};

struct LoggedModelMetric
{
    QString key;
    MetricPoint point;
    QString run;
    QString datasetName; // empty: of no data set
    QString datasetDigest;
};

/// A logged model that a run read (step 0) or wrote.
struct RunModel
{
    QString id;
    qint64 step = 0;
};

} // namespace Roost
