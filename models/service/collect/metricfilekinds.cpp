// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/service/collect/metricfilekinds.h"

#include "models/core/logpath.h"
#include "models/load/loadsample.h"
#include "models/logs/times/timemarks.h"
#include "models/service/collect/eventmetrics.h"
#include "models/service/collect/loadfilereader.h"
#include "models/service/collect/logfilemetrics.h"

#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace Roost::Service::Collect {

namespace {

const QString stateFolder = u"state"_s;

// "logs/train/events.out.tfevents.1" has the prefix "train/", as TensorBoard names the runs below a folder.
QString folderPrefix(const QString &path)
{
    const qsizetype first = path.indexOf(u'/') + 1;
    return path.sliced(first, path.lastIndexOf(u'/') + 1 - first);
}

// The log of rank 0 is always read, because it states the progress of the run.
bool isDriverLog(const QString &path, const CollectedRun &run)
{
    const auto rank = rankOfLog(path);
    return rank && (*rank == 0 || !run.job.metrics.isEmpty());
}

std::unique_ptr<MetricFileReader> logReader(const QString &path, const CollectedRun &run)
{
    return std::make_unique<LogFileMetrics>(run.job.metrics, rankOfLog(path) == 0,
                                            Logs::timeIndexFile(run.stateFolder, path));
}

// The metrics of rank 0 have the names of the job's definitions, those of rank 3 begin with "rank3/".
QString rankPrefix(const QString &path)
{
    const int rank = rankOfLog(path).value_or(0);
    return rank == 0 ? QString() : u"rank%1/"_s.arg(rank);
}

bool isLoadFile(const QString &path, const CollectedRun &run)
{
    return path == stateFolder + u'/' + QFileInfo(Load::loadFile(run.stateFolder)).fileName();
}

} // namespace

const QList<MetricFileKind> &metricFileKinds()
{
    static const QList<MetricFileKind> kinds{
        {.folders = {u"logs"_s, u"outputs"_s},
         .isRecursive = true,
         .isOne = [](const QString &path, const CollectedRun &) { return EventMetrics::isEventFile(path); },
         .makeReader = [](const QString &, const CollectedRun &) -> std::unique_ptr<MetricFileReader> {
             return std::make_unique<EventMetrics>();
         },
         .prefixOf = [](const QString &path, const CollectedRun &) { return folderPrefix(path); }},
        {.folders = {u"azureml-logs"_s},
         .isOne = isDriverLog,
         .makeReader = logReader,
         .prefixOf = [](const QString &path, const CollectedRun &) { return rankPrefix(path); }},
        {.folders = {stateFolder},
         .isOne = isLoadFile,
         .makeReader = [](const QString &, const CollectedRun &) -> std::unique_ptr<MetricFileReader> {
             return std::make_unique<LoadFileReader>();
         },
         .prefixOf = [](const QString &, const CollectedRun &) { return QString(); }},
    };
    return kinds;
}

} // namespace Roost::Service::Collect
