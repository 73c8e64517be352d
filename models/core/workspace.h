// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/activity.h"
#include "models/core/compute.h"
#include "models/core/environment.h"
#include "models/core/future.h"
#include "models/core/job.h"
#include "models/core/model.h"
#include "models/core/run.h"

#include <functional>
#include <memory>

namespace Roost {

struct RunQuery
{
    /// Exact experiment name; empty: all.
    QString experiment;
    /// Only runs that are not terminal.
    bool activeOnly = false;
    int pageSize = 100;
};

/// Bytes of a file from an offset on. `size` is the whole file's size now, -1 where unknown.
struct Chunk
{
    QByteArray data;
    qint64 offset = 0;
    qint64 size = -1;
    /// Changes when the content was replaced, not when it grew; empty where the back end gives none.
    QString etag;
    /// Of the whole file, raw 16 bytes; empty where unknown.
    QByteArray md5;
};

/// A metric's points from a cursor on. `cursor` is opaque: hand it back to get only what came since.
struct MetricHistory
{
    QList<MetricPoint> points;
    QString cursor;
    /// More is to be had at once with `cursor`.
    bool more = false;
};

/// Runs, their files and metrics.
class RunHistory
{
public:
    virtual ~RunHistory() = default;
    /// Newest first.
    virtual Future<Page<Run>> runs(const RunQuery &query, const QString &page = {}) = 0;
    virtual Future<Run> run(const QString &id) = 0;
    /// Logs of a run with fresh URLs, in the order a reader wants them.
    virtual Future<QList<FileRef>> logs(const QString &runId) = 0;
    /// All files below `prefix` ("" is all, "outputs/" some).
    virtual Future<QList<Artifact>> artifacts(const QString &runId, const QString &prefix = {}) = 0;
    virtual Future<FileRef> file(const QString &runId, const QString &path) = 0;
    /// At most `limit` bytes from `offset`. Empty data at or behind the end; NotFound where there is no file yet.
    virtual Future<Chunk> read(const FileRef &file, qint64 offset, qint64 limit) = 0;
    virtual Future<MetricHistory> metric(const QString &runId, const QString &key, const QString &cursor = {}) = 0;
    /// Null value removes the tag.
    virtual Future<Run> setTag(const QString &runId, const QString &key, const QString &value) = 0;
    virtual Future<Run> rename(const QString &runId, const QString &displayName) = 0;
};

/// Where a submission stands, for a progress bar: `total` is 0 where it is not known.
struct SubmitProgress
{
    enum class Step { Hashing, Uploading, Environment, Submitting };
    Step step = Step::Hashing;
    qint64 done = 0;
    qint64 total = 0;
};

/// A file of a snapshot; its path is relative to the snapshot's folder. `size` is -1 where it is not told.
struct SnapshotFile
{
    FileRef file;
    qint64 size = -1;
    bool operator==(const SnapshotFile &) const = default;
};

/// Submits and steers jobs.
class JobService
{
public:
    virtual ~JobService() = default;
    /// Snapshot, environment, job; the answer is the run as run history holds it. Canceling stops an upload.
    virtual Future<Run> submit(const Job &job, std::function<void(SubmitProgress)> progress = {}) = 0;
    /// Answered when the wish is accepted; the status follows in run history.
    virtual Future<bool> cancel(const QString &runId) = 0;
    /// Removes a terminal run with its files.
    virtual Future<bool> remove(const QString &runId) = 0;
    /// The job a run was submitted as, for "resubmit with changes". `codeId` names its snapshot.
    virtual Future<Job> job(const QString &runId) = 0;
    /// The files of the snapshot that `codeId` names, by path; read with RunHistory::read. NotFound where there is no
    /// such snapshot, Denied where the workspace gives no right to look into its storage.
    virtual Future<QList<SnapshotFile>> snapshotFiles(const QString &codeId) = 0;
};

class ComputeCatalog
{
public:
    virtual ~ComputeCatalog() = default;
    virtual Future<QList<Compute>> computes() = 0;
    virtual Future<Compute> compute(const QString &name) = 0;
    /// Answered when accepted; `compute(name)` then tells Creating, Succeeded or Failed.
    virtual Future<Compute> create(const Compute &compute) = 0;
    virtual Future<bool> remove(const QString &name) = 0;
};

class EnvironmentCatalog
{
public:
    virtual ~EnvironmentCatalog() = default;
    /// The latest version of each name.
    virtual Future<QList<Environment>> environments() = 0;
    /// Newest first.
    virtual Future<QList<Environment>> versions(const QString &name) = 0;
    /// Empty version: the latest.
    virtual Future<Environment> environment(const QString &name, const QString &version = {}) = 0;
    /// Saves as the next version of `environment.name`, whatever `version` says; answers what was saved.
    virtual Future<Environment> create(const Environment &environment) = 0;
};

class ModelRegistry
{
public:
    virtual ~ModelRegistry() = default;
    virtual Future<QList<RegisteredModel>> models() = 0;
    /// Newest first.
    virtual Future<QList<ModelVersion>> versions(const QString &name) = 0;
    /// Registers `path` of `runId` ("outputs/model.pt") as the next version of `name`.
    virtual Future<ModelVersion> create(const QString &name, const QString &runId, const QString &path,
                                        const QString &description = {}, const StringMap &tags = {}) = 0;
    virtual Future<bool> remove(const QString &name, const QString &version) = 0;
    /// The files of a version; paths are relative to the model's own folder. Read with RunHistory::read.
    virtual Future<QList<FileRef>> files(const ModelVersion &version) = 0;
};

/// What changed since a revision. Topics: "runs/<id>", "computes", "environments", "models".
struct Changes
{
    qint64 revision = 0;
    QStringList topics;
    /// The service cannot say what changed since then (it was restarted): read everything anew.
    bool everything = false;
};

/// Waits for a change instead of polling; an extension of the local service.
class ChangeFeed
{
public:
    virtual ~ChangeFeed() = default;
    /// Answered at the next change after `since`, or after some seconds with no topics. -1 answers at once.
    virtual Future<Changes> wait(qint64 since) = 0;
};

/// Counts the logs of a run where they lie, so that a look at a thousand ranks costs one small answer; an extension of
/// the local service.
class ActivityFeed
{
public:
    virtual ~ActivityFeed() = default;
    /// What came since `cursor`; all of it with an empty one or one that is not known any more.
    virtual Future<RunActivity> activity(const QString &runId, const QString &cursor) = 0;
};

/// Looks into the processes of a run; an extension of the local service.
class RunProbe
{
public:
    virtual ~RunProbe() = default;
    /// Where each living rank stands now, written below the run's logs; the paths of those logs. Takes seconds to
    /// minutes. Conflict where no rank lives.
    virtual Future<QStringList> takeStacks(const QString &runId) = 0;
};

/// Starts runs that wait for the user's word, as they waited already when the workspace was opened here for the first
/// time (isHeld() of a run); an extension of the local service.
class HeldRuns
{
public:
    virtual ~HeldRuns() = default;
    /// Answered when the wish is accepted. Conflict where the run does not wait for that.
    virtual Future<bool> proceed(const QString &runId) = 0;
};

struct WorkspaceInfo
{
    QString name;
    QString location; // "this machine", "westeurope"
    QString resourceId;
    QString description;
    /// What sort of Azure workspace: "Default", "Hub", "Project", "FeatureStore"; empty where there are no sorts.
    QString kind;
    /// A hub keeps what its projects share; jobs go to a project.
    bool isHub() const { return kind.compare(QLatin1StringView("Hub"), Qt::CaseInsensitive) == 0; }
    /// For MLflow clients: MLFLOW_TRACKING_URI.
    QString trackingUri;
    /// Folder of a local workspace; empty for others.
    QString folder;
    /// Bytes the workspace takes, by part ("runs", "models", "code", "environments"); empty where not said.
    QMap<QString, qint64> storage;
};

/// An open workspace. A part that is null is an ability this kind lacks (an MLflow server has no compute):
/// its page says so in words. Parts live as long as the workspace; answers are given on the asking thread.
class Workspace
{
public:
    virtual ~Workspace() = default;
    virtual Future<WorkspaceInfo> info() = 0;
    virtual RunHistory *runHistory() = 0;
    virtual JobService *jobs() { return nullptr; }
    virtual ComputeCatalog *computes() { return nullptr; }
    virtual EnvironmentCatalog *environments() { return nullptr; }
    virtual ModelRegistry *models() { return nullptr; }
    virtual ChangeFeed *changes() { return nullptr; }
    virtual ActivityFeed *activity() { return nullptr; }
    virtual RunProbe *probe() { return nullptr; }
    virtual HeldRuns *heldRuns() { return nullptr; }
};

} // namespace Roost
