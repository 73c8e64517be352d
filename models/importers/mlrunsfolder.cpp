// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/importers/mlrunsfolder.h"

#include "models/core/runkeys.h"
#include "models/core/words.h"
#include "models/files/containedfolder.h"
#include "models/files/filename.h"
#include "models/files/openfile.h"
#include "models/importers/mlrunsfiles.h"

#include <QDir>
#include <QFileInfo>
#include <QUrl>

#include <algorithm>

namespace Roost::Importers {

using namespace Qt::StringLiterals;

namespace {

constexpr auto metaFile = "meta.yaml"_L1;
constexpr qint64 longestLine = 100'000;
constexpr int mostBadLines = 20;

QStringList foldersIn(const QString &folder)
{
    return QDir(folder).entryList(QDir::Dirs | QDir::NoDotAndDotDot | QDir::NoSymLinks | QDir::Hidden);
}

bool isExperiment(const QString &folder)
{
    const auto meta = readMeta(folder + u'/' + metaFile);
    return meta && meta->find(u"artifact_location") && meta->find(u"name");
}

// Returns the path of a registered model below the artifacts of its run, from an address such as
// file:///x/mlruns/0/RUN/artifacts/model or runs:/RUN/model.
QString pathInRun(const QString &uri, const QString &run)
{
    for (const QString &mark : QStringList{u'/' + run + u"/artifacts/"_s, u"runs:/"_s + run + u'/'}) {
        if (const qsizetype at = uri.indexOf(mark); !run.isEmpty() && at >= 0)
            return uri.sliced(at + mark.size());
    }
    return {};
}

} // namespace

bool MlrunsFolder::isOne(const QString &folder)
{
    const QStringList names = foldersIn(folder);
    return std::ranges::any_of(names, [&](const QString &name) { return isExperiment(folder + u'/' + name); });
}

// Returns a path relative to the folder, for remarks.
QString MlrunsFolder::inFolder(const QString &path) const
{
    return QDir(m_access.folder).dirName() + path.sliced(std::min(path.size(), m_access.folder.size()));
}

std::optional<Yaml::Node> MlrunsFolder::metaOf(const QString &folder)
{
    const QString file = folder + u'/' + metaFile;
    const auto meta = readMeta(file);
    if (meta)
        return *meta;
    m_remarks.leftOut(inFolder(file), meta.error().text);
    return std::nullopt;
}

Result<QList<SourceRun>> MlrunsFolder::runs(const RunSelection &selection)
{
    QList<SourceRun> found;
    QStringList folders;
    const QStringList names = foldersIn(m_access.folder);
    for (const QString &name : names) {
        if (name != ".trash"_L1 && name != "models"_L1)
            folders += m_access.folder + u'/' + name;
    }
    const QString trash = m_access.folder + u"/.trash"_s;
    const QStringList deleted = selection.withDeleted ? foldersIn(trash) : QStringList();
    for (const QString &name : deleted)
        folders += trash + u'/' + name;
    for (const QString &folder : std::as_const(folders))
        readExperiment(folder, selection, found);
    if (found.isEmpty() && !selection.experiment.isEmpty() && !m_experiments.values().contains(selection.experiment))
        return failure(ErrorKind::NotFound,
                       Words::tr("%1 has no experiment \"%2\".").arg(title(), selection.experiment));
    return found;
}

void MlrunsFolder::readExperiment(const QString &folder, const RunSelection &selection, QList<SourceRun> &found)
{
    const auto meta = metaOf(folder);
    if (!meta)
        return;
    const QString name = metaText(*meta, u"name");
    if (!selection.experiment.isEmpty() && name != selection.experiment)
        return;
    m_experiments.insert(folder, name);
    m_tags.insert(name, textsIn(folder + u"/tags"_s));
    const bool isDeleted = metaText(*meta, u"lifecycle_stage") == "deleted"_L1;
    const QStringList names = foldersIn(folder);
    for (const QString &one : names) {
        if (one == "models"_L1 || one == "datasets"_L1 || one == "tags"_L1 || one == "traces"_L1)
            continue;
        auto run = readListed(folder + u'/' + one, name);
        if (!run)
            continue;
        run->deleted = run->deleted || isDeleted;
        if ((!run->deleted || selection.withDeleted) && matchesPattern(selection.filter, {run->name, one}))
            found += *run;
    }
}

std::optional<SourceRun> MlrunsFolder::readListed(const QString &folder, const QString &experiment)
{
    const auto meta = metaOf(folder);
    if (!meta)
        return std::nullopt;
    QString id = metaText(*meta, u"run_id");
    if (id.isEmpty())
        id = metaText(*meta, u"run_uuid");
    if (id.isEmpty()) {
        m_remarks.leftOut(inFolder(folder + u'/' + metaFile), Words::tr("It contains no run_id."));
        return std::nullopt;
    }
    const auto tag = [&](QLatin1StringView key) {
        const auto text = readSmallFile(folder + u"/tags/"_s + key);
        return text ? QString::fromUtf8(*text) : QString();
    };
    QString name = metaText(*meta, u"run_name");
    if (name.isEmpty())
        name = tag(TagName::runName);
    const QString parent = tag(TagName::parentRun);
    return SourceRun{.origin = u"mlflow:"_s + id,
                     .parentOrigin = parent.isEmpty() ? QString() : u"mlflow:"_s + parent,
                     .name = name,
                     .experiment = experiment,
                     .place = folder,
                     .fingerprint = u"mlruns:"_s + fingerprintOfFolder(folder),
                     .deleted = metaText(*meta, u"lifecycle_stage") == "deleted"_L1};
}

StringMap MlrunsFolder::textsIn(const QString &folder)
{
    StringMap texts;
    if (!QFileInfo::exists(folder))
        return texts;
    const Files::ContainedFolder contained(folder);
    const auto files = contained.filesBelow({});
    if (!files) {
        m_remarks.leftOut(inFolder(folder), files.error().text);
        return texts;
    }
    for (const Files::ContainedFile &file : *files) {
        auto opened = contained.open(file.path);
        if (!opened) {
            m_remarks.leftOut(inFolder(folder + u'/' + Files::readableText(file.path)), opened.error().text);
            continue;
        }
        texts.insert(Files::readableText(file.path), QString::fromUtf8((*opened)->readAll()));
    }
    return texts;
}

Result<ImportedRun> MlrunsFolder::read(const SourceRun &source)
{
    const QString &folder = source.place;
    const auto meta = readMeta(folder + u'/' + metaFile);
    if (!meta)
        return std::unexpected(meta.error());
    m_artifactUris.insert(folder, metaText(*meta, u"artifact_uri"));
    ImportedRun run;
    run.source = source;
    run.user = metaText(*meta, u"user_id");
    run.status = metaStatus(*meta);
    run.started = metaTime(*meta, u"start_time");
    run.ended = metaTime(*meta, u"end_time");
    run.params = textsIn(folder + u"/params"_s);
    run.tags = textsIn(folder + u"/tags"_s);
    run.datasets = datasetsOf(folder);
    if (const QString user = run.tags.value(TagName::user); !user.isEmpty())
        run.user = user;
    for (const auto &[kind, models] :
         {std::pair{u"outputs"_s, &run.modelOutputs}, std::pair{u"inputs"_s, &run.modelInputs}}) {
        const QStringList names = foldersIn(folder + u'/' + kind);
        for (const QString &name : names) {
            const auto link = name.startsWith("m-"_L1) ? metaOf(folder + u'/' + kind + u'/' + name) : std::nullopt;
            if (link)
                *models += RunModel{metaText(*link, u"destination_id"), metaNumber(*link, u"step")};
        }
    }
    return run;
}

QList<DatasetInput> MlrunsFolder::datasetsOf(const QString &run)
{
    QList<DatasetInput> datasets;
    const QStringList names = foldersIn(run + u"/inputs"_s);
    for (const QString &name : names) {
        if (name.startsWith("m-"_L1))
            continue;
        const auto input = metaOf(run + u"/inputs/"_s + name);
        const QString id = input ? metaText(*input, u"source_id") : QString();
        if (id.isEmpty() || !Files::ContainedFolder::whyNotAPath(id).isEmpty())
            continue;
        const auto dataset = metaOf(QFileInfo(run).path() + u"/datasets/"_s + id);
        if (!dataset)
            continue;
        const auto optional = [&](QStringView key) {
            const Yaml::Node *node = dataset->find(key);
            return node && node->isScalar() ? std::optional(node->text) : std::nullopt;
        };
        datasets += DatasetInput{
            metaText(*dataset, u"name"),   metaText(*dataset, u"digest"), metaText(*dataset, u"source_type"),
            metaText(*dataset, u"source"), optional(u"schema"),           optional(u"profile"),
            metaTexts(*input, u"tags")};
    }
    return datasets;
}

Result<void> MlrunsFolder::points(const ImportedRun &run, const PointSink &sink)
{
    const QString folder = run.source.place + u"/metrics"_s;
    if (!QFileInfo::exists(folder))
        return {};
    const auto files = Files::ContainedFolder(folder).filesBelow({});
    if (!files)
        return std::unexpected(files.error());
    for (const Files::ContainedFile &file : *files) {
        if (auto read = pointsIn(folder + u'/' + file.path, Files::readableText(file.path), sink); !read)
            return read;
    }
    return {};
}

// Reads a file of a metric line by line; it may be of any size.
Result<void> MlrunsFolder::pointsIn(const QString &path, const QString &key, const PointSink &sink)
{
    auto opened = Files::openRegular(path, O_RDONLY);
    if (!opened) {
        m_remarks.leftOut(inFolder(path), opened.error().text);
        return {};
    }
    const auto file = Files::fileOver(std::move(*opened), QIODevice::ReadOnly);
    int bad = 0;
    for (qint64 number = 1; !file->atEnd(); ++number) {
        const QByteArray line = file->readLine(longestLine);
        const auto metric = metricFromLine(line);
        if (metric) {
            if (auto taken = sink(key, metric->point); !taken)
                return taken;
        } else if (!line.trimmed().isEmpty() && ++bad <= mostBadLines) {
            m_remarks.leftOut(u"%1:%2"_s.arg(inFolder(path)).arg(number),
                              Words::tr("The line is not \"TIME VALUE STEP\": %1")
                                  .arg(QString::fromUtf8(line.first(std::min<qsizetype>(line.size(), 80))).trimmed()));
        }
    }
    if (file->error() != QFileDevice::NoError)
        m_remarks.leftOut(inFolder(path), file->errorString());
    if (bad > mostBadLines)
        m_remarks.leftOut(inFolder(path), Words::tr("%1 more lines are damaged.").arg(bad - mostBadLines));
    return {};
}

Result<QList<ImportedFile>> MlrunsFolder::files(const ImportedRun &run)
{
    return artifactsAt(run.source.place, m_artifactUris.value(run.source.place));
}

// Returns the artifacts in a run's folder or, if it has none, at the address in its description.
Result<QList<ImportedFile>> MlrunsFolder::artifactsAt(const QString &folder, const QString &uri)
{
    FolderAccess access{folder, m_access.followsLinks};
    if (QFileInfo(folder + u"/artifacts"_s).isDir())
        return filesBelow(access, u"artifacts"_s, {}, m_remarks);
    const QUrl url(uri);
    // A server with a file store keeps the artifacts beside it.
    const QString beside = QFileInfo(m_access.folder).path() + u"/mlartifacts"_s + url.path();
    if (url.scheme() == "mlflow-artifacts"_L1 && !url.path().contains(".."_L1) && QFileInfo(beside).isDir())
        return filesBelow({beside, m_access.followsLinks}, {}, {}, m_remarks);
    const bool isHere = url.isLocalFile() || url.scheme().isEmpty();
    const QString path = url.isLocalFile() ? url.toLocalFile() : uri;
    if (uri.isEmpty() || (isHere && !QFileInfo::exists(path)))
        return QList<ImportedFile>();
    if (isHere && m_access.followsLinks)
        return filesBelow({path, true}, {}, {}, m_remarks);
    m_remarks.leftOut(
        inFolder(folder),
        isHere ? Words::tr("Its artifacts are outside the folder, at %1. Use --follow-links to copy them.").arg(path)
               : Words::tr("Its artifacts are at %1, which is not a folder of this machine.").arg(uri));
    return QList<ImportedFile>();
}

Result<QList<ImportedLoggedModel>> MlrunsFolder::loggedModels(const QList<SourceRun> & /*runs*/)
{
    QList<ImportedLoggedModel> found;
    for (const auto &[folder, experiment] : m_experiments.asKeyValueRange()) {
        const QStringList names = foldersIn(folder + u"/models"_s);
        for (const QString &name : names) {
            if (auto model = readLoggedModel(folder + u"/models/"_s + name, experiment))
                found += *model;
        }
    }
    return found;
}

std::optional<ImportedLoggedModel> MlrunsFolder::readLoggedModel(const QString &folder, const QString &experiment)
{
    const auto meta = metaOf(folder);
    if (!meta || metaText(*meta, u"lifecycle_stage") == "deleted"_L1)
        return std::nullopt;
    ImportedLoggedModel found;
    found.experiment = experiment;
    LoggedModel &model = found.model;
    model.id = metaText(*meta, u"model_id");
    model.name = metaText(*meta, u"name");
    model.type = metaText(*meta, u"model_type");
    model.sourceRun = metaText(*meta, u"source_run_id");
    model.artifactUri = folder;
    model.status = LoggedModel::Status(std::clamp<qint64>(metaNumber(*meta, u"status"), 0, 3));
    m_artifactUris.insert(folder, metaText(*meta, u"artifact_location"));
    found.params = textsIn(folder + u"/params"_s);
    found.tags = textsIn(folder + u"/tags"_s);
    const StringMap files = textsIn(folder + u"/metrics"_s);
    for (const auto &[key, text] : files.asKeyValueRange()) {
        const QStringList lines = text.split(u'\n', Qt::SkipEmptyParts);
        for (const QString &line : lines) {
            if (auto metric = metricFromLine(line.toUtf8())) {
                metric->key = key;
                found.metrics += *metric;
            } else {
                m_remarks.leftOut(
                    inFolder(folder + u"/metrics/"_s + key),
                    Words::tr("A line is damaged: %1").arg(line.first(std::min<qsizetype>(line.size(), 80))));
            }
        }
    }
    return found;
}

Result<QList<ImportedFile>> MlrunsFolder::filesOfModel(const ImportedLoggedModel &model)
{
    return artifactsAt(model.model.artifactUri, m_artifactUris.value(model.model.artifactUri));
}

Result<QList<ImportedModel>> MlrunsFolder::registeredModels()
{
    QList<ImportedModel> found;
    const QString folder = m_access.folder + u"/models"_s;
    const QStringList names = foldersIn(folder);
    for (const QString &name : names) {
        if (auto model = readModel(folder + u'/' + name))
            found += *model;
    }
    return found;
}

std::optional<ImportedModel> MlrunsFolder::readModel(const QString &folder)
{
    const auto meta = metaOf(folder);
    if (!meta)
        return std::nullopt;
    ImportedModel found;
    found.model.name = metaText(*meta, u"name");
    found.model.description = metaText(*meta, u"description");
    found.model.tags = textsIn(folder + u"/tags"_s);
    const QStringList names = foldersIn(folder);
    for (const QString &name : names) {
        const auto version = name.startsWith("version-"_L1) ? readVersion(folder + u'/' + name) : std::nullopt;
        if (version)
            found.versions += *version;
    }
    std::ranges::sort(found.versions, {}, [](const ImportedVersion &one) { return one.model.version.toLongLong(); });
    StringMap aliases = textsIn(folder + u"/aliases"_s);
    aliases.insert(metaTexts(*meta, u"aliases"));
    for (const auto &[alias, version] : aliases.asKeyValueRange())
        found.aliases += ModelAlias{alias, version.trimmed().toLongLong()};
    return found;
}

std::optional<ImportedVersion> MlrunsFolder::readVersion(const QString &folder)
{
    const auto meta = metaOf(folder);
    if (!meta || metaText(*meta, u"current_stage") == "Deleted_Internal"_L1)
        return std::nullopt;
    ImportedVersion version;
    version.model.name = metaText(*meta, u"name");
    version.model.version = metaText(*meta, u"version");
    version.model.description = metaText(*meta, u"description");
    version.model.runId = metaText(*meta, u"run_id");
    version.model.uri = metaText(*meta, u"source");
    version.model.tags = textsIn(folder + u"/tags"_s);
    version.stage = metaText(*meta, u"current_stage");
    version.path = pathInRun(version.model.uri, version.model.runId);
    version.loggedModel = metaText(*meta, u"model_id");
    if (version.loggedModel.isEmpty() && version.model.uri.startsWith("models:/m-"_L1))
        version.loggedModel = version.model.uri.sliced("models:/"_L1.size());
    return version;
}

} // namespace Roost::Importers
