// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/fakeworkspace.h"

namespace Roost::Testing {

/// What a FakeWorkspace tells when the test does not want to answer call by call: tables that the test
/// fills and changes at will. Must outlive the workspace it answers for.
class FakeContent
{
public:
    /// Newest first.
    QList<Run> runs;
    /// Jobs by run id; `submit` adds to both tables, with status Queued.
    QMap<QString, Job> jobs;
    /// By "<run id>/<path>"; those below azureml-logs/ are the run's logs. A snapshot's by "<code id>/<path>".
    QMap<QString, QByteArray> files;
    /// By "<run id>/<key>".
    QMap<QString, QList<MetricPoint>> metrics;
    /// By run id; always told as a whole.
    QMap<QString, RunActivity> activities;
    QList<Compute> computes;
    /// All versions, oldest first.
    QList<Environment> environments;
    QList<ModelVersion> models;
    WorkspaceInfo info;
    /// At most so many points an answer of `metric`.
    qsizetype metricPage = 1000;

    /// From now on every call of `workspace` but the change feed's is answered from here.
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
