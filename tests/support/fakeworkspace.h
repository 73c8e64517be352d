// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/computeload.h"
#include "models/core/workspace.h"
#include "tests/support/fakecall.h"

namespace Roost::Testing {

/// The run history, and the reader of its files.
class FakeRunHistory : public RunHistory, public FileReader
{
public:
    FakeCall<Page<Run>, RunQuery, QString> onRuns;
    FakeCall<Run, QString> onRun;
    FakeCall<QList<FileRef>, QString> onLogs;
    FakeCall<QList<Artifact>, QString, QString> onArtifacts;
    FakeCall<FileRef, QString, QString> onFile;
    FakeCall<Chunk, FileRef, qint64, qint64> onRead;
    FakeCall<MetricHistory, QString, QString, QString> onMetric;
    FakeCall<Run, QString, QString, QString> onSetTag;
    FakeCall<Run, QString, QString> onRename;

    Future<Page<Run>> runs(const RunQuery &query, const QString &page) override { return onRuns.call(query, page); }
    Future<Run> run(const QString &id) override { return onRun.call(id); }
    Future<QList<FileRef>> logs(const QString &runId) override { return onLogs.call(runId); }
    Future<QList<Artifact>> artifacts(const QString &runId, const QString &prefix) override
    {
        return onArtifacts.call(runId, prefix);
    }
    Future<FileRef> file(const QString &runId, const QString &path) override { return onFile.call(runId, path); }
    Future<Chunk> read(const FileRef &file, qint64 offset, qint64 limit) override
    {
        return onRead.call(file, offset, limit);
    }
    Future<MetricHistory> metric(const QString &runId, const QString &key, const QString &cursor) override
    {
        return onMetric.call(runId, key, cursor);
    }
    Future<Run> setTag(const QString &runId, const QString &key, const QString &value) override
    {
        return onSetTag.call(runId, key, value);
    }
    Future<Run> rename(const QString &runId, const QString &displayName) override
    {
        return onRename.call(runId, displayName);
    }
};

class FakeJobService : public JobService
{
public:
    FakeCall<Run, Job> onSubmit;
    /// The progress callback of the last `submit`; call it to move the progress bar.
    std::function<void(SubmitProgress)> progress;
    FakeCall<void, QString> onCancel;
    FakeCall<void, QString> onRemove;
    FakeCall<Job, QString> onJob;
    FakeCall<QList<SnapshotFile>, QString> onSnapshotFiles;

    std::optional<CodeFiles> reviewed; // of the last `submit`

    Future<Run> submit(const Job &job, std::function<void(SubmitProgress)> wanted,
                       const std::optional<CodeFiles> &files) override
    {
        progress = std::move(wanted);
        reviewed = files;
        return onSubmit.call(job);
    }
    Future<void> cancel(const QString &runId) override { return onCancel.call(runId); }
    Future<void> remove(const QString &runId) override { return onRemove.call(runId); }
    Future<Job> job(const QString &runId) override { return onJob.call(runId); }
    Future<QList<SnapshotFile>> snapshotFiles(const QString &codeId) override { return onSnapshotFiles.call(codeId); }
};

class FakeComputeCatalog : public ComputeCatalog
{
public:
    FakeCall<QList<Compute>> onComputes;
    FakeCall<Compute, QString> onCompute;
    FakeCall<Compute, Compute> onCreate;
    FakeCall<void, QString> onRemove;

    Future<QList<Compute>> computes() override { return onComputes.call(); }
    Future<Compute> compute(const QString &name) override { return onCompute.call(name); }
    Future<Compute> create(const Compute &wanted) override { return onCreate.call(wanted); }
    Future<void> remove(const QString &name) override { return onRemove.call(name); }
};

class FakeComputeLoad : public ComputeLoad
{
public:
    FakeCall<QList<NodeLoad>, QString> onLoad;

    Future<QList<NodeLoad>> load(const QString &compute) override { return onLoad.call(compute); }
};

class FakeEnvironmentCatalog : public EnvironmentCatalog
{
public:
    FakeCall<QList<Environment>> onEnvironments;
    FakeCall<QList<Environment>, QString> onVersions;
    FakeCall<Environment, QString, QString> onEnvironment;
    FakeCall<Environment, Environment> onCreate;

    Future<QList<Environment>> environments() override { return onEnvironments.call(); }
    Future<QList<Environment>> versions(const QString &name) override { return onVersions.call(name); }
    Future<Environment> environment(const QString &name, const QString &version) override
    {
        return onEnvironment.call(name, version);
    }
    Future<Environment> create(const Environment &wanted) override { return onCreate.call(wanted); }
};

class FakeModelRegistry : public ModelRegistry
{
public:
    FakeCall<QList<RegisteredModel>> onModels;
    FakeCall<QList<ModelVersion>, QString> onVersions;
    FakeCall<ModelVersion, QString, QString, QString, QString, StringMap> onCreate;
    FakeCall<void, QString, QString> onRemove;
    FakeCall<QList<FileRef>, ModelVersion> onFiles;

    Future<QList<RegisteredModel>> models() override { return onModels.call(); }
    Future<QList<ModelVersion>> versions(const QString &name) override { return onVersions.call(name); }
    Future<ModelVersion> create(const QString &name, const QString &runId, const QString &path,
                                const QString &description, const StringMap &tags) override
    {
        return onCreate.call(name, runId, path, description, tags);
    }
    Future<void> remove(const QString &name, const QString &version) override { return onRemove.call(name, version); }
    Future<QList<FileRef>> files(const ModelVersion &version) override { return onFiles.call(version); }
};

class FakeChangeFeed : public ChangeFeed
{
public:
    FakeCall<Changes, qint64> onWait;

    Future<Changes> wait(qint64 since) override { return onWait.call(since); }
};

class FakeActivityFeed : public ActivityFeed
{
public:
    FakeCall<RunActivity, QString, QString> onActivity;

    Future<RunActivity> activity(const QString &runId, const QString &cursor) override
    {
        return onActivity.call(runId, cursor);
    }
};

class FakeHeldRuns : public HeldRuns
{
public:
    FakeCall<void, QString> onProceed;

    Future<void> proceed(const QString &runId) override { return onProceed.call(runId); }
};

/// A workspace whose answers come from the test. All parts exist; set `has...` of a part to false for a workspace
/// without this part. FakeContent answers all calls from tables.
class FakeWorkspace : public Workspace
{
public:
    FakeCall<WorkspaceInfo> onInfo;
    FakeRunHistory history;
    FakeJobService jobService;
    FakeComputeCatalog computeCatalog;
    FakeComputeLoad measuredLoad;
    FakeEnvironmentCatalog environmentCatalog;
    FakeModelRegistry modelRegistry;
    FakeChangeFeed changeFeed;
    FakeActivityFeed activityFeed;
    FakeHeldRuns held;
    MetricWindows *windows = nullptr; // e.g. a LongMetric
    bool hasJobs = true;
    bool hasComputes = true;
    bool hasComputeLoad = true;
    bool hasEnvironments = true;
    bool hasModels = true;
    bool hasChanges = true;
    bool hasActivity = true;
    bool hasHeldRuns = true;

    Future<WorkspaceInfo> info() override { return onInfo.call(); }
    RunHistory *runHistory() override { return &history; }
    FileReader *files() override { return &history; }
    JobService *jobs() override { return hasJobs ? &jobService : nullptr; }
    ComputeCatalog *computes() override { return hasComputes ? &computeCatalog : nullptr; }
    ComputeLoad *computeLoad() override { return hasComputeLoad ? &measuredLoad : nullptr; }
    EnvironmentCatalog *environments() override { return hasEnvironments ? &environmentCatalog : nullptr; }
    ModelRegistry *models() override { return hasModels ? &modelRegistry : nullptr; }
    ChangeFeed *changes() override { return hasChanges ? &changeFeed : nullptr; }
    ActivityFeed *activity() override { return hasActivity ? &activityFeed : nullptr; }
    MetricWindows *metricWindows() override { return windows; }
    HeldRuns *heldRuns() override { return hasHeldRuns ? &held : nullptr; }
};

} // namespace Roost::Testing
