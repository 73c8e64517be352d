// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/run.h"
#include "models/core/workspace.h"

#include <QJsonArray>
#include <QJsonObject>

namespace Roost::Wire {

/// MLflow's words: SCHEDULED, RUNNING, FINISHED, FAILED, KILLED.
QString toMlflowStatus(RunStatus status);
/// From a word or MLflow's number.
RunStatus runStatusFromMlflow(const QJsonValue &status);

/// {info, data}. `artifactUri` is the run's root; metrics are given apart, for a Run keeps no time of its last ones.
QJsonObject mlflowRun(const Run &run, const QString &experimentId, const QString &artifactUri,
                      const QMap<QString, MetricPoint> &metrics);
QJsonObject mlflowRunInfo(const Run &run, const QString &experimentId, const QString &artifactUri);
/// Reads a run of any MLflow server. The experiment's name is not in it; see experimentIdOfMlflow().
Run runFromMlflow(const QJsonObject &run);
QString experimentIdOfMlflow(const QJsonObject &run);

/// [{key, value}] <-> map.
StringMap pairsFrom(const QJsonValue &list);
QJsonArray toPairs(const StringMap &map);

QJsonObject mlflowMetric(const QString &key, const MetricPoint &point);
/// Empty where the entry has no value.
std::optional<MetricPoint> metricPointFromMlflow(const QJsonObject &json);

/// One entry of artifacts/list, path relative to the run's root; size 0 is left out as the real server does.
QJsonObject mlflowFile(const QString &path, bool isFolder, qint64 size);
struct ListedFile
{
    QString path;
    bool isFolder = false;
    qint64 size = 0;
    bool operator==(const ListedFile &) const = default;
};
QList<ListedFile> filesFromMlflow(const QJsonObject &answer);

struct Experiment
{
    QString id;
    QString name;
    QString artifactLocation;
    bool deleted = false;
    QDateTime created;
    QDateTime updated;
    StringMap tags;
    bool operator==(const Experiment &) const = default;
};
QJsonObject toJson(const Experiment &experiment);
Experiment experimentFrom(const QJsonObject &json);

} // namespace Roost::Wire
