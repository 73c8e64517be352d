// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/fakecontent.h"

#include <algorithm>
#include <ranges>

namespace Roost::Testing {

namespace {

auto notFound(const QString &what)
{
    return failure(ErrorKind::NotFound, QStringLiteral("There is no %1.").arg(what));
}

} // namespace

Run *FakeContent::find(const QString &runId)
{
    const auto it = std::ranges::find(runs, runId, &Run::id);
    return it == runs.end() ? nullptr : &*it;
}

Result<Page<Run>> FakeContent::page(const RunQuery &query, const QString &page) const
{
    const auto fits = [&query](const Run &run) {
        return (query.experiment.isEmpty() || run.experiment == query.experiment) &&
               !(query.activeOnly && isTerminal(run.status));
    };
    QList<Run> all;
    std::ranges::copy_if(runs, std::back_inserter(all), fits);
    const auto from = page.toLongLong();
    Page<Run> found{all.mid(from, query.pageSize), {}};
    if (from + query.pageSize < all.size())
        found.next = QString::number(from + query.pageSize);
    return found;
}

Result<Chunk> FakeContent::read(const FileRef &file, qint64 offset, qint64 limit) const
{
    const auto it = files.constFind(file.url);
    if (it == files.cend())
        return notFound(file.path);
    return Chunk{it->mid(offset, limit), offset, it->size(), {}, {}};
}

void FakeContent::answer(FakeWorkspace &workspace)
{
    workspace.onInfo.always = [this] { return info; };
    answerRuns(workspace.history);
    answerFiles(workspace.history);
    answerJobs(workspace.jobService);
    answerComputes(workspace.computeCatalog);
    workspace.measuredLoad.onLoad.always = [this](const QString &name) -> Result<QList<NodeLoad>> {
        if (std::ranges::find(computes, name, &Compute::name) == computes.end())
            return notFound(name);
        NodeLoad usual;
        usual.node = QStringLiteral("desk");
        usual.cores = 8;
        usual.memoryUsed = 12'000'000'000;
        usual.memoryTotal = 32'000'000'000;
        return loads.value(name, {usual});
    };
    answerEnvironments(workspace.environmentCatalog);
    answerModels(workspace.modelRegistry);
    workspace.activityFeed.onActivity.always = [this](const QString &runId, const QString &) -> Result<RunActivity> {
        return activities.contains(runId) ? Result<RunActivity>(activities.value(runId)) : notFound(runId);
    };
}

void FakeContent::answerRuns(FakeRunHistory &history)
{
    history.onRuns.always = [this](const RunQuery &query, const QString &from) { return page(query, from); };
    history.onRun.always = [this](const QString &id) -> Result<Run> {
        if (const auto *run = find(id))
            return *run;
        return notFound(id);
    };
    history.onMetric.always = [this](const QString &id, const QString &key, const QString &cursor) {
        const auto all = metrics.value(id + u'/' + key);
        const auto from = cursor.toLongLong();
        const auto to = std::min(from + metricPage, all.size());
        return MetricHistory{all.mid(from, to - from), QString::number(to), to < all.size()};
    };
    history.onSetTag.always = [this](const QString &id, const QString &key, const QString &value) -> Result<Run> {
        auto *run = find(id);
        if (!run)
            return notFound(id);
        if (value.isNull())
            run->tags.remove(key);
        else
            run->tags.insert(key, value);
        return *run;
    };
    history.onRename.always = [this](const QString &id, const QString &name) -> Result<Run> {
        auto *run = find(id);
        if (!run)
            return notFound(id);
        run->displayName = name;
        return *run;
    };
}

void FakeContent::answerFiles(FakeRunHistory &history)
{
    history.onLogs.always = [this](const QString &id) {
        QList<FileRef> found;
        for (const auto &key : files.keys()) {
            if (key.startsWith(id + QStringLiteral("/azureml-logs/")))
                found.append({key.mid(id.size() + 1), key});
        }
        return found;
    };
    history.onArtifacts.always = [this](const QString &id, const QString &prefix) {
        QList<Artifact> found;
        for (const auto &[key, bytes] : files.asKeyValueRange()) {
            if (key.startsWith(id + u'/' + prefix))
                found.append({key.mid(id.size() + 1), bytes.size(), {}});
        }
        return found;
    };
    history.onFile.always = [this](const QString &id, const QString &path) -> Result<FileRef> {
        const QString key = id + u'/' + path;
        if (!files.contains(key))
            return notFound(path);
        return FileRef{path, key};
    };
    history.onRead.always = [this](const FileRef &file, qint64 offset, qint64 limit) {
        return read(file, offset, limit);
    };
}

void FakeContent::answerJobs(FakeJobService &service)
{
    service.onSubmit.always = [this](const Job &job) -> Result<Run> {
        Run run;
        run.id = job.name.isEmpty() ? inventJobName() : job.name;
        if (find(run.id))
            return failure(ErrorKind::Conflict, QStringLiteral("A run %1 already exists.").arg(run.id));
        run.displayName = job.displayName.isEmpty() ? run.id : job.displayName;
        run.experiment = job.experiment.isEmpty() ? QStringLiteral("Default") : job.experiment;
        run.status = RunStatus::Queued;
        run.created = QDateTime::currentDateTimeUtc();
        run.computeName = job.compute;
        run.command = job.command;
        run.distribution = job.distribution;
        run.nodeCount = job.instanceCount;
        run.tags = job.tags;
        jobs.insert(run.id, job);
        runs.prepend(run);
        return run;
    };
    service.onCancel.always = [this](const QString &id) -> Result<void> {
        auto *run = find(id);
        if (!run)
            return notFound(id);
        if (!isTerminal(run->status))
            run->status = RunStatus::Canceled;
        return {};
    };
    service.onRemove.always = [this](const QString &id) -> Result<void> {
        const auto *run = find(id);
        if (!run)
            return notFound(id);
        if (!isTerminal(run->status))
            return failure(ErrorKind::Conflict, QStringLiteral("The run is in progress. Cancel it first."));
        runs.removeIf([&id](const Run &r) { return r.id == id; });
        files.removeIf([&id](auto it) { return it.key().startsWith(id + u'/'); });
        return {};
    };
    service.onJob.always = [this](const QString &id) -> Result<Job> {
        if (!jobs.contains(id))
            return notFound(id);
        return jobs.value(id);
    };
    service.onSnapshotFiles.always = [this](const QString &codeId) -> Result<QList<SnapshotFile>> {
        QList<SnapshotFile> found;
        for (const auto &[key, bytes] : files.asKeyValueRange()) {
            if (key.startsWith(codeId + u'/'))
                found.append({{key.sliced(codeId.size() + 1), key}, bytes.size()});
        }
        if (found.isEmpty())
            return notFound(codeId);
        return found;
    };
}

void FakeContent::answerComputes(FakeComputeCatalog &catalog)
{
    catalog.onComputes.always = [this] { return computes; };
    catalog.onCompute.always = [this](const QString &name) -> Result<Compute> {
        const auto it = std::ranges::find(computes, name, &Compute::name);
        if (it == computes.end())
            return notFound(name);
        return *it;
    };
    catalog.onCreate.always = [this](const Compute &wanted) -> Result<Compute> {
        auto made = wanted;
        made.state = ProvisioningState::Succeeded;
        computes.removeIf([&wanted](const Compute &c) { return c.name == wanted.name; });
        computes.append(made);
        return made;
    };
    catalog.onRemove.always = [this](const QString &name) -> Result<void> {
        if (computes.removeIf([&name](const Compute &c) { return c.name == name; }) == 0)
            return notFound(name);
        return {};
    };
}

void FakeContent::answerEnvironments(FakeEnvironmentCatalog &catalog)
{
    catalog.onEnvironments.always = [this] {
        QMap<QString, Environment> latest;
        for (const auto &one : environments)
            latest.insert(one.name, one);
        return latest.values();
    };
    const auto versions = [this](const QString &name) {
        QList<Environment> found;
        std::ranges::copy_if(environments | std::views::reverse, std::back_inserter(found),
                             [&name](const Environment &e) { return e.name == name; });
        return found;
    };
    catalog.onVersions.always = versions;
    catalog.onEnvironment.always = [versions](const QString &name, const QString &version) -> Result<Environment> {
        for (const auto &one : versions(name)) {
            if (version.isEmpty() || one.version == version)
                return one;
        }
        return notFound(name + u':' + version);
    };
    catalog.onCreate.always = [this, versions](const Environment &wanted) -> Result<Environment> {
        auto saved = wanted;
        const auto before = versions(wanted.name);
        saved.version = QString::number(before.isEmpty() ? 1 : before.first().version.toInt() + 1);
        environments.append(saved);
        return saved;
    };
}

void FakeContent::answerModels(FakeModelRegistry &registry)
{
    const auto versions = [this](const QString &name) {
        QList<ModelVersion> found;
        std::ranges::copy_if(models | std::views::reverse, std::back_inserter(found),
                             [&name](const ModelVersion &m) { return m.name == name; });
        return found;
    };
    registry.onVersions.always = versions;
    registry.onModels.always = [this] {
        QMap<QString, RegisteredModel> found;
        for (const auto &one : models)
            found.insert(one.name, {one.name, one.description, one.version, {}, one.created});
        return found.values();
    };
    registry.onCreate.always = [this, versions](const QString &name, const QString &runId, const QString &path,
                                                const QString &description,
                                                const StringMap &tags) -> Result<ModelVersion> {
        const QString key = runId + u'/' + path;
        if (!files.contains(key))
            return notFound(path);
        const auto before = versions(name);
        ModelVersion made;
        made.name = name;
        made.version = QString::number(before.isEmpty() ? 1 : before.first().version.toInt() + 1);
        made.description = description;
        made.type = QStringLiteral("custom_model");
        made.uri = QStringLiteral("azureml://jobs/%1/outputs/artifacts/paths/%2").arg(runId, path);
        made.runId = runId;
        made.tags = tags;
        made.size = files.value(key).size();
        models.append(made);
        return made;
    };
    registry.onRemove.always = [this](const QString &name, const QString &version) -> Result<void> {
        if (models.removeIf([&](const ModelVersion &m) { return m.name == name && m.version == version; }) == 0)
            return notFound(name + u':' + version);
        return {};
    };
    registry.onFiles.always = [this](const ModelVersion &version) -> Result<QList<FileRef>> {
        const auto path = version.uri.section(QStringLiteral("/paths/"), 1);
        const QString key = version.runId + u'/' + path;
        if (!files.contains(key))
            return notFound(path);
        return QList<FileRef>{{path.section(u'/', -1), key}};
    };
}

} // namespace Roost::Testing
