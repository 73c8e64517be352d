// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/fakeworkspace.h"

namespace Roost::Testing {

/// The answers of a FakeWorkspace for a test that does not answer each call itself: tables that the test fills and
/// changes at any time. Must outlive the workspace that it answers for.
class FakeContent
{
public:
    /// Newest first.
    QList<Run> runs;
    /// Jobs by run id; `submit` adds to both tables, with status Queued.
    QMap<QString, Job> jobs;
    /// The key is "<run id>/<path>"; files below azureml-logs/ are the run's logs. For a snapshot the key is "<code
    /// id>/<path>".
    QMap<QString, QByteArray> files;
    /// The key is "<run id>/<key>".
    QMap<QString, QList<MetricPoint>> metrics;
    /// The key is the run id. An activity is always returned complete.
    QMap<QString, RunActivity> activities;
    QList<Compute> computes;
    /// The load by compute; a compute that is missing here has a usual load.
    QMap<QString, QList<NodeLoad>> loads;
    /// All versions, oldest first.
    QList<Environment> environments;
    QList<ModelVersion> models;
    WorkspaceInfo info;
    /// The maximum number of points in one answer of `metric`.
    qsizetype metricPage = 1000;

    /// Makes this object answer every call of `workspace`, except those of the change feed.
    void answer(FakeWorkspace &workspace);

    Run *find(const QString &runId);

private:
    Result<Page<Run>> page(const RunQuery &query, const QString &page) const;
    Result<Chunk> read(const FileRef &file, qint64 offset, qint64 limit) const;
    void answerRuns(FakeRunHistory &history);
    void answerFiles(FakeRunHistory &history);
    void answerJobs(FakeJobService &service);
    void answerComputes(FakeComputeCatalog &catalog);
    void answerEnvironments(FakeEnvironmentCatalog &catalog);
    void answerModels(FakeModelRegistry &registry);
};

} // namespace Roost::Testing
