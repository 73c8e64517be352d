// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/backends/mirror/lastknownworkspace.h"

#include "models/backends/mirror/records.h"
#include "models/core/words.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Roost::Mirror {

namespace {

std::unexpected<Error> notKept()
{
    return failure(ErrorKind::Unreachable,
                   Words::tr("The server is out of reach, and this was not read before. Try again when it answers."));
}

std::unexpected<Error> notChanged()
{
    return failure(ErrorKind::Unreachable, Words::tr("The server is out of reach, so nothing was changed."));
}

template <typename T, typename F>
Future<T> valueOf(const Future<QJsonObject> &file, F read)
{
    return then(file, [read](const Result<QJsonObject> &json) {
        return readyFuture<T>(json ? Result<T>(read(*json)) : Result<T>(notKept()));
    });
}

} // namespace

class LastKnownWorkspace::History : public RunHistory, public FileReader
{
public:
    explicit History(MirrorFolderPtr folder)
        : m_folder(std::move(folder))
    {
    }

    Future<Page<Run>> runs(const RunQuery &query, const QString &page) override
    {
        return valueOf<Page<Run>>(m_folder->read(u"runs"_s), [query, page](const QJsonObject &json) {
            auto runs = runsFrom(json);
            runs.removeIf([&query](const Run &run) {
                return (query.activeOnly && isTerminal(run.status)) ||
                       (!query.experiment.isEmpty() && run.experiment != query.experiment);
            });
            const qsizetype from = std::clamp<qsizetype>(page.toLongLong(), 0, runs.size());
            Page<Run> part{runs.sliced(from, std::min<qsizetype>(query.pageSize, runs.size() - from)), {}};
            if (from + part.items.size() < runs.size())
                part.next = QString::number(from + part.items.size());
            return part;
        });
    }

    Future<Run> run(const QString &id) override
    {
        const auto folder = m_folder;
        return then(folder->read(u"runs/"_s + id), [folder, id](const Result<QJsonObject> &json) {
            if (json)
                return readyFuture<Run>(runFrom(*json));
            return then(folder->read(u"runs"_s), [id](const Result<QJsonObject> &list) {
                const auto runs = list ? runsFrom(*list) : QList<Run>();
                const auto found = std::ranges::find(runs, id, &Run::id);
                return readyFuture<Run>(found == runs.end() ? Result<Run>(notKept()) : Result<Run>(*found));
            });
        });
    }

    Future<QList<FileRef>> logs(const QString & /*runId*/) override { return readyFuture<QList<FileRef>>(notKept()); }

    Future<QList<Artifact>> artifacts(const QString &runId, const QString &prefix) override
    {
        return valueOf<QList<Artifact>>(m_folder->read(u"files/"_s + runId), [prefix](const QJsonObject &json) {
            auto files = artifactsFrom(json);
            files.removeIf([&prefix](const Artifact &file) { return !file.path.startsWith(prefix); });
            return files;
        });
    }

    Future<FileRef> file(const QString & /*runId*/, const QString & /*path*/) override
    {
        return readyFuture<FileRef>(notKept());
    }

    Future<Chunk> read(const FileRef & /*file*/, qint64 /*offset*/, qint64 /*limit*/) override
    {
        return readyFuture<Chunk>(notKept());
    }

    Future<MetricHistory> metric(const QString &runId, const QString &key, const QString &cursor) override
    {
        if (!cursor.isEmpty())
            return readyFuture<MetricHistory>(MetricHistory{{}, cursor, false});
        return valueOf<MetricHistory>(m_folder->read(u"metrics/"_s + runId + u'/' + key), [](const QJsonObject &json) {
            return MetricHistory{pointsFrom(json), u"end"_s, false};
        });
    }

    Future<Run> setTag(const QString & /*runId*/, const QString & /*key*/, const QString & /*value*/) override
    {
        return readyFuture<Run>(notChanged());
    }

    Future<Run> rename(const QString & /*runId*/, const QString & /*displayName*/) override
    {
        return readyFuture<Run>(notChanged());
    }

private:
    MirrorFolderPtr m_folder;
};

class LastKnownWorkspace::Registry : public ModelRegistry
{
public:
    explicit Registry(MirrorFolderPtr folder)
        : m_folder(std::move(folder))
    {
    }

    Future<QList<RegisteredModel>> models() override
    {
        return valueOf<QList<RegisteredModel>>(m_folder->read(u"models"_s), modelsFrom);
    }

    Future<QList<ModelVersion>> versions(const QString &name) override
    {
        return valueOf<QList<ModelVersion>>(m_folder->read(u"versions/"_s + name), versionsFrom);
    }

    Future<ModelVersion> create(const QString & /*name*/, const QString & /*runId*/, const QString & /*path*/,
                                const QString & /*description*/, const StringMap & /*tags*/) override
    {
        return readyFuture<ModelVersion>(notChanged());
    }

    Future<void> remove(const QString & /*name*/, const QString & /*version*/) override
    {
        return readyFuture<void>(notChanged());
    }

    Future<QList<FileRef>> files(const ModelVersion & /*version*/) override
    {
        return readyFuture<QList<FileRef>>(notKept());
    }

private:
    MirrorFolderPtr m_folder;
};

LastKnownWorkspace::LastKnownWorkspace(MirrorFolderPtr folder)
    : m_folder(std::move(folder))
    , m_history(std::make_unique<History>(m_folder))
    , m_models(std::make_unique<Registry>(m_folder))
{
}

LastKnownWorkspace::~LastKnownWorkspace() = default;

Future<WorkspaceInfo> LastKnownWorkspace::info()
{
    return valueOf<WorkspaceInfo>(m_folder->read(u"info"_s), infoFrom);
}

RunHistory *LastKnownWorkspace::runHistory()
{
    return m_history.get();
}

FileReader *LastKnownWorkspace::files()
{
    return m_history.get();
}

ModelRegistry *LastKnownWorkspace::models()
{
    return m_models.get();
}

} // namespace Roost::Mirror
