// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/activity.h"
#include "models/core/codefiles.h"
#include "models/core/compute.h"
#include "models/core/environment.h"
#include "models/core/future.h"
#include "models/core/job.h"
#include "models/core/model.h"
#include "models/core/run.h"

#include <functional>
#include <memory>
#include <optional>

namespace Roost {

class ComputeLoad;
class Maintenance;
class MetricWindows;

struct RunQuery
{
    /// The exact name of an experiment; empty for all experiments.
    QString experiment;
    /// Only runs that are not terminal.
    bool activeOnly = false;
    int pageSize = 100;
};

/// Bytes of a file, starting at `offset`. `size` is the current size of the whole file, -1 if unknown.
struct Chunk
{
    QByteArray data;
    qint64 offset = 0;
    qint64 size = -1;
    /// Changes when the content is replaced, but not when the file grows; empty if the back end has none.
    QString etag;
    /// The MD5 of the whole file, 16 bytes; empty if unknown.
    QByteArray md5;
};

/// The points of a metric after a cursor. `cursor` is opaque: send it back to receive only later points.
struct MetricHistory
{
    QList<MetricPoint> points;
    QString cursor;
    /// True if more points are already available with `cursor`.
    bool more = false;
};

/// Reads the files that FileRefs of runs, snapshots and models name.
class FileReader
{
public:
    virtual ~FileReader() = default;
    /// Reads at most `limit` bytes from `offset`. The data is empty at or behind the end; NotFound if the file does not
    /// exist yet.
    virtual Future<Chunk> read(const FileRef &file, qint64 offset, qint64 limit) = 0;
};

/// Reads runs, their files and their metrics.
class RunHistory
{
public:
    virtual ~RunHistory() = default;
    /// Returns a page of runs, newest first.
    virtual Future<Page<Run>> runs(const RunQuery &query, const QString &page = {}) = 0;
    virtual Future<Run> run(const QString &id) = 0;
    /// Returns the logs of a run with fresh URLs, the most important first.
    virtual Future<QList<FileRef>> logs(const QString &runId) = 0;
    /// Returns all files whose path begins with `prefix` ("" for all files, "outputs/" for the outputs).
    virtual Future<QList<Artifact>> artifacts(const QString &runId, const QString &prefix = {}) = 0;
    virtual Future<FileRef> file(const QString &runId, const QString &path) = 0;
    virtual Future<MetricHistory> metric(const QString &runId, const QString &key, const QString &cursor = {}) = 0;
    /// A null value removes the tag.
    virtual Future<Run> setTag(const QString &runId, const QString &key, const QString &value) = 0;
    virtual Future<Run> rename(const QString &runId, const QString &displayName) = 0;
};

/// The progress of a submission. `total` is 0 if it is not known.
struct SubmitProgress
{
    enum class Step { Hashing, Uploading, Environment, Submitting };
    Step step = Step::Hashing;
    qint64 done = 0;
    qint64 total = 0;
};

/// A file of a snapshot; its path is relative to the snapshot's folder. `size` is -1 if the back end does not report
/// it.
struct SnapshotFile
{
    FileRef file;
    qint64 size = -1;
    bool operator==(const SnapshotFile &) const = default;
};

/// Submits, cancels and removes jobs.
class JobService
{
public:
    virtual ~JobService() = default;
    /// Uploads the snapshot, registers the environment and creates the job. Returns the run as recorded in run history.
    /// Canceling stops an upload. `reviewed` are the files that the user saw: exactly these are sent, and the request
    /// fails with Failed if one of them has changed. Without `reviewed` the folder is read.
    virtual Future<Run> submit(const Job &job, std::function<void(SubmitProgress)> progress = {},
                               const std::optional<CodeFiles> &reviewed = {}) = 0;
    /// Finishes when the request is accepted; the run's status changes later.
    virtual Future<void> cancel(const QString &runId) = 0;
    /// Removes a terminal run with its files.
    virtual Future<void> remove(const QString &runId) = 0;
    /// Returns the job that the run was submitted as, to be resubmitted with changes. `codeId` names its snapshot.
    virtual Future<Job> job(const QString &runId) = 0;
    /// Returns the files of the snapshot `codeId`, sorted by path; read them with FileReader. NotFound if there is no
    /// such snapshot, Denied if the workspace gives no access to its storage.
    virtual Future<QList<SnapshotFile>> snapshotFiles(const QString &codeId) = 0;
};

class ComputeCatalog
{
public:
    virtual ~ComputeCatalog() = default;
    virtual Future<QList<Compute>> computes() = 0;
    virtual Future<Compute> compute(const QString &name) = 0;
    /// Finishes when the request is accepted; the state of `compute(name)` is then Creating, Succeeded or Failed.
    virtual Future<Compute> create(const Compute &compute) = 0;
    virtual Future<void> remove(const QString &name) = 0;
};

class EnvironmentCatalog
{
public:
    virtual ~EnvironmentCatalog() = default;
    /// Returns the latest version of each environment.
    virtual Future<QList<Environment>> environments() = 0;
    /// Returns all versions, newest first.
    virtual Future<QList<Environment>> versions(const QString &name) = 0;
    /// Returns one version; an empty version means the latest.
    virtual Future<Environment> environment(const QString &name, const QString &version = {}) = 0;
    /// Saves the next version of `environment.name`; `environment.version` is ignored. Returns the saved version.
    virtual Future<Environment> create(const Environment &environment) = 0;
};

class ModelRegistry
{
public:
    virtual ~ModelRegistry() = default;
    virtual Future<QList<RegisteredModel>> models() = 0;
    /// Returns all versions, newest first.
    virtual Future<QList<ModelVersion>> versions(const QString &name) = 0;
    /// Registers `path` of `runId` ("outputs/model.pt") as the next version of `name`.
    virtual Future<ModelVersion> create(const QString &name, const QString &runId, const QString &path,
                                        const QString &description = {}, const StringMap &tags = {}) = 0;
    virtual Future<void> remove(const QString &name, const QString &version) = 0;
    /// Returns the files of a version; paths are relative to the model's folder. Read them with FileReader.
    virtual Future<QList<FileRef>> files(const ModelVersion &version) = 0;
};

/// The changes since a revision. `topics` are those of models/core/topic.h.
struct Changes
{
    qint64 revision = 0;
    QStringList topics;
    /// True if the service does not know the changes since that revision (it was restarted): read everything again.
    bool everything = false;
};

/// Waits for changes, as an alternative to polling. An extension of the local service.
class ChangeFeed
{
public:
    virtual ~ChangeFeed() = default;
    /// Finishes at the next change after revision `since`, or after some seconds without topics. Finishes at once for
    /// -1.
    virtual Future<Changes> wait(qint64 since) = 0;
};

/// Counts the log lines of a run on the machine that stores the logs, so that the state of a thousand ranks is one
/// small reply. An extension of the local service.
class ActivityFeed
{
public:
    virtual ~ActivityFeed() = default;
    /// Returns the changes since `cursor`, or the complete activity if the cursor is empty or no longer known.
    virtual Future<RunActivity> activity(const QString &runId, const QString &cursor) = 0;
};

/// Inspects the processes of a run. An extension of the local service.
class RunProbe
{
public:
    virtual ~RunProbe() = default;
    /// Writes the current stack of each running rank to a file among the logs of the run, and returns the paths. Takes
    /// seconds to minutes. Conflict if no rank runs.
    virtual Future<QStringList> takeStacks(const QString &runId) = 0;
};

/// Starts held runs: runs that were waiting when the workspace was opened on this machine for the first time, and that
/// wait until the user starts them. An extension of the local service.
class HeldRuns
{
public:
    virtual ~HeldRuns() = default;
    /// Finishes when the request is accepted. Conflict if the run does not wait for the user.
    virtual Future<void> proceed(const QString &runId) = 0;
};

struct WorkspaceInfo
{
    QString name;
    QString location; // "this machine", "westeurope"
    QString resourceId;
    QString description;
    /// The kind of an Azure workspace: "Default", "Hub", "Project", "FeatureStore"; empty for other back ends.
    QString kind;
    /// Returns whether this is a hub. A hub contains what its projects share; jobs are submitted to a project.
    bool isHub() const { return kind.compare(QLatin1StringView("Hub"), Qt::CaseInsensitive) == 0; }
    /// The value of MLFLOW_TRACKING_URI for MLflow clients.
    QString trackingUri;
    /// The folder of a local workspace; empty for others.
    QString folder;
    /// The size in bytes by part ("runs", "models", "code", "environments"); empty if not reported.
    QMap<QString, qint64> storage;
};

/// An open workspace. A capability that this kind of workspace lacks is null (an MLflow server has no computes); its
/// page explains this. The capabilities exist as long as the workspace. Futures finish on the thread that made the
/// request.
class Workspace
{
public:
    virtual ~Workspace() = default;
    virtual Future<WorkspaceInfo> info() = 0;
    virtual RunHistory *runHistory() = 0;
    virtual FileReader *files() = 0;
    virtual JobService *jobs() { return nullptr; }
    virtual ComputeCatalog *computes() { return nullptr; }
    virtual EnvironmentCatalog *environments() { return nullptr; }
    virtual ModelRegistry *models() { return nullptr; }
    virtual ChangeFeed *changes() { return nullptr; }
    virtual ActivityFeed *activity() { return nullptr; }
    virtual RunProbe *probe() { return nullptr; }
    virtual HeldRuns *heldRuns() { return nullptr; }
    virtual MetricWindows *metricWindows() { return nullptr; }
    virtual ComputeLoad *computeLoad() { return nullptr; }
    virtual Maintenance *maintenance() { return nullptr; }
};

} // namespace Roost
