// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/service/api/mlflow/artifacts.h"
#include "models/service/api/mlflow/json.h"
#include "models/service/api/mlflow/loggedmodels.h"
#include "models/service/api/mlflow/names.h"
#include "models/service/api/mlflow/registry.h"
#include "models/service/store/database/columns.h"
#include "models/service/store/registry/modelstore.h"

#include <QJsonDocument>
#include <QUrl>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace Roost::Service::Mlflow {

using namespace Store;

namespace {

constexpr std::array statusWords{"UNSPECIFIED", "PENDING_REGISTRATION", "FAILED_REGISTRATION", "READY"};

/// Where a version's files are, and what of its origin could be found out.
struct Origin
{
    QString location;
    QString run;
    QString loggedModel;
};

// Of a model that is not there no version is, and that is what is told.
QString nameOf(const Call &call)
{
    return call.message.requiredText(u"name");
}

QJsonObject answerWith(Call &call, const QString &name, qint64 version)
{
    return {{u"model_version"_s, modelVersionJson(call.connection, name, version, true)}};
}

/// Whether a URI could lead elsewhere than it seems: "..", ".", a zero byte, however often they are encoded.
bool climbs(const QString &source)
{
    const QString plain = decodedFully(source);
    const auto isDots = [](const QString &part) { return part == ".."_L1; };
    if (plain.contains(QChar(u'\0')) || std::ranges::any_of(plain.split(u'/'), isDots))
        return true;
    QString path = plain.section(u':', 1).section(u'?', 0, 0).section(u'#', 0, 0);
    if (path.startsWith("//"_L1))
        path = u'/' + path.sliced(2).section(u'/', 1);
    const QStringList parts = path.split(u'/', Qt::SkipEmptyParts);
    return !path.startsWith(u'/') || parts.isEmpty() || parts.contains("."_L1);
}

void checkSource(const QString &source, bool isOfModel)
{
    const QString scheme = source.contains(u':') ? source.section(u':', 0, 0).toLower() : QString();
    const auto owner = isOfModel ? u"model_id"_s : u"run_id"_s;
    if (scheme.isEmpty() || scheme.contains(u'/') || scheme == "file"_L1) {
        throw ApiError(ErrorKind::Rejected,
                       u"Invalid model version source: '%1'. To use a local path as a model version source, the %2 "
                       "request parameter has to be specified and the local path has to be contained within the "
                       "artifact directory of the run specified by the %2."_s.arg(source, owner));
    }
    if (climbs(source)) {
        throw ApiError(ErrorKind::Rejected,
                       u"Invalid model version source: '%1'. If supplying a source as an http, https, local file path, "
                       "ftp, objectstore, or mlflow-artifacts uri, an absolute path must be provided without relative "
                       "path references present. Please provide an absolute path."_s.arg(source));
    }
}

/// Whether the version is a prompt: those hold their text in a tag, and their source says nothing.
bool isPrompt(const QList<Message> &tags)
{
    bool prompt = false;
    for (const Message &tag : tags) {
        if (tag.text(u"key") == "mlflow.prompt.is_prompt"_L1)
            prompt = tag.text(u"value").toLower() == "true"_L1;
    }
    return prompt;
}

/// The files must be of the run that is named, where both are known here.
void checkOwner(Call &call, const QString &source, const QString &run)
{
    QString owner;
    if (source.startsWith("runs:/"_L1))
        owner = source.sliced(6).section(u'/', 0, 0);
    else if (source.startsWith("mlflow-artifacts:"_L1))
        owner = placeOfUri(call.store, call.connection, source).runId;
    if (!run.isEmpty() && !owner.isEmpty() && owner != run && RunStore(call.connection).find(run)) {
        throw ApiError(ErrorKind::Rejected, u"Invalid model version source: '%1'. The run_id request parameter must "
                                            "identify the resource that contains the source."_s.arg(source));
    }
}

Origin originOf(Call &call, const QString &source)
{
    Origin origin{source, call.message.text(u"run_id"), call.message.text(u"model_id")};
    if (source.startsWith("models:/m-"_L1))
        origin.loggedModel = source.sliced(8);
    if (!origin.loggedModel.isEmpty()) {
        const auto model = findLoggedModel(call.connection, origin.loggedModel);
        if (!model) {
            throw ApiError(ErrorKind::NotFound, u"Logged model with ID '%1' not found."_s.arg(origin.loggedModel));
        }
        if (source.startsWith("models:/"_L1))
            origin.location = model->artifactUri;
        if (origin.run.isEmpty())
            origin.run = model->sourceRun;
    } else if (source.startsWith("models:/"_L1)) {
        // A copy of another version keeps pointing at that one's files.
        const QStringList parts = source.sliced(8).split(u'/');
        requireModel(call.connection, parts.first());
        origin.location = downloadUri(call.connection, parts.first(), parts.value(1).toLongLong());
    } else if (source.startsWith("runs:/"_L1)) {
        const QString rest = source.sliced(6);
        // Of a run of another server nothing is known here; the version keeps what it was told.
        if (const auto run = RunStore(call.connection).find(rest.section(u'/', 0, 0))) {
            origin.location = below(artifactUri(*run), rest.section(u'/', 1));
            origin.run = run->id;
        }
    }
    return origin;
}

void setTagOf(Connection &connection, const QString &name, qint64 version, const Message &tag)
{
    const QString key = tag.requiredText(u"key");
    const QString value = tag.text(u"value");
    checkTag(key, value, longestRegistryTag);
    connection.run("INSERT OR REPLACE INTO model_version_tags VALUES(?1, ?2, ?3, ?4)", name, version, key, value);
}

/// The logged model's own list of where it was registered.
void noteRegistration(Connection &connection, const QString &modelId, const QString &name, qint64 version)
{
    const auto model = findLoggedModel(connection, modelId);
    if (!model)
        return;
    const auto tag = u"mlflow.modelVersions"_s;
    Statement before =
        connection.query("SELECT value FROM logged_model_tags WHERE model = ?1 AND key = ?2", model->seq, tag);
    QJsonArray versions = before.next() ? QJsonDocument::fromJson(before.bytes(0)).array() : QJsonArray();
    versions.append(QJsonObject{{u"name"_s, name}, {u"version"_s, version}});
    // Written as Python does: clients compare the text.
    QStringList written;
    for (const QJsonValue one : std::as_const(versions)) {
        const auto json = [](const QJsonValue &value) {
            const QByteArray list = QJsonDocument(QJsonArray{value}).toJson(QJsonDocument::Compact);
            return QString::fromUtf8(list.sliced(1).chopped(1));
        };
        written.append(u"{\"name\": %1, \"version\": %2}"_s.arg(json(one["name"_L1]), json(one["version"_L1])));
    }
    setLoggedModelTag(connection, model->seq, tag, u'[' + written.join(u", "_s) + u']');
}

QJsonObject create(Call &call)
{
    const QString source = call.message.requiredText(u"source");
    const auto tags = call.message.messages(u"tags");
    const bool prompt = isPrompt(tags);
    StoredModel stored;
    if (!prompt) {
        checkSource(source, call.message.has(u"model_id"));
        checkOwner(call, source, call.message.text(u"run_id"));
    }
    const QString name = nameOf(call);
    requireModel(call.connection, name);
    stored.model.runId = call.message.text(u"run_id");
    if (!prompt) {
        const Origin origin = originOf(call, source);
        stored.location = origin.location;
        stored.model.runId = origin.run;
        stored.loggedModel = origin.loggedModel;
    }
    stored.model.name = name;
    stored.model.version = valueOf(ModelStore(call.connection).name(name)).nextVersion;
    stored.model.description = call.message.text(u"description");
    stored.model.type = u"mlflow_model"_s;
    stored.model.uri = source;
    stored.runLink = call.message.text(u"run_link");
    if (const auto inserted = ModelStore(call.connection).insert(stored, {}); !inserted)
        throw ApiError(inserted.error());
    const qint64 version = stored.model.version.toLongLong();
    for (const Message &tag : tags)
        setTagOf(call.connection, name, version, tag);
    if (!stored.loggedModel.isEmpty())
        noteRegistration(call.connection, stored.loggedModel, name, version);
    call.changedModels();
    return answerWith(call, name, version);
}

QJsonObject get(Call &call)
{
    const QString name = nameOf(call);
    return answerWith(call, name, versionOf(call, name));
}

QJsonObject update(Call &call)
{
    const QString name = nameOf(call);
    const qint64 version = versionOf(call, name);
    call.connection.run("UPDATE model_versions SET description = ?3, updated_ms = ?4 WHERE model = ?1 AND version = ?2",
                        name, version, call.message.text(u"description"), nowMs());
    call.changedModels();
    return answerWith(call, name, version);
}

QJsonObject remove(Call &call)
{
    const QString name = nameOf(call);
    const QString version = QString::number(versionOf(call, name));
    ModelStore(call.connection).remove(name, version);
    call.afterwards.emplace_back(
        [&store = call.store, name, version] { ModelStore::removeFolder(store.folder(), name, version); });
    call.changedModels();
    return {};
}

QJsonObject getDownloadUri(Call &call)
{
    const QString name = nameOf(call);
    return {{u"artifact_uri"_s, downloadUri(call.connection, name, versionOf(call, name))}};
}

QJsonObject transitionStage(Call &call)
{
    const QString name = nameOf(call);
    const qint64 version = versionOf(call, name);
    const QString stage = stageNamed(call.message.requiredText(u"stage"));
    const qint64 now = nowMs();
    if (call.message.flag(u"archive_existing_versions", false)) {
        if (stage != "Staging"_L1 && stage != "Production"_L1) {
            throw ApiError(ErrorKind::Rejected, u"Model version transition cannot archive existing model versions "
                                                "because '%1' is not an Active stage."_s.arg(stage));
        }
        call.connection.run("UPDATE model_versions SET stage = 'Archived', updated_ms = ?4 WHERE model = ?1 AND "
                            "stage = ?2 AND version <> ?3",
                            name, stage, version, now);
    }
    call.connection.run("UPDATE model_versions SET stage = ?3, updated_ms = ?4 WHERE model = ?1 AND version = ?2", name,
                        version, stage, now);
    touchModel(call.connection, name);
    call.changedModels();
    return answerWith(call, name, version);
}

QJsonObject setTag(Call &call)
{
    const QString name = nameOf(call);
    setTagOf(call.connection, name, versionOf(call, name), call.message);
    call.changedModels();
    return {};
}

QJsonObject deleteTag(Call &call)
{
    const QString name = nameOf(call);
    call.connection.run("DELETE FROM model_version_tags WHERE model = ?1 AND version = ?2 AND key = ?3", name,
                        versionOf(call, name), call.message.requiredText(u"key"));
    call.changedModels();
    return {};
}

} // namespace

qint64 versionNumber(const QString &text)
{
    bool fine = false;
    const qint64 version = text.toLongLong(&fine);
    if (!fine)
        throw ApiError(ErrorKind::Rejected, u"Parameter 'version' must be an integer, got '%1'."_s.arg(text));
    return version;
}

qint64 versionOf(Call &call, const QString &name)
{
    const QString text = call.message.requiredText(u"version");
    const qint64 version = versionNumber(text);
    Statement found =
        call.connection.query("SELECT 1 FROM model_versions WHERE model = ?1 AND version = ?2", name, version);
    if (!found.next())
        throw ApiError(ErrorKind::NotFound, u"Model Version (name=%1, version=%2) not found"_s.arg(name, text));
    return version;
}

QString downloadUri(Connection &connection, const QString &name, qint64 version)
{
    Statement row = connection.query("SELECT location, source FROM model_versions WHERE model = ?1 AND version = ?2",
                                     name, version);
    if (!row.next()) {
        throw ApiError(ErrorKind::NotFound, u"Model Version (name=%1, version=%2) not found"_s.arg(name).arg(version));
    }
    QString location = row.text(0);
    // A prompt has no files, only the words it was made with.
    if (location.isEmpty())
        return row.text(1);
    // A version that was registered through Azure ML's API lies in a folder of its own.
    if (QUrl(location).scheme().isEmpty() || location.startsWith("azureml:"_L1))
        return u"mlflow-artifacts:/registered/%1/%2"_s.arg(name).arg(version);
    return location;
}

QJsonObject modelVersionJson(Connection &connection, const QString &name, qint64 version, bool withAliases)
{
    Statement row = connection.query("SELECT description, source, run, logged_model, run_link, user, stage, status, "
                                     "status_message, created_ms, updated_ms FROM model_versions WHERE model = ?1 AND "
                                     "version = ?2",
                                     name, version);
    row.next();
    QJsonObject object{
        {u"name"_s, name},
        {u"version"_s, QString::number(version)},
        {u"description"_s, row.text(0)},
        {u"source"_s, row.text(1)},
        {u"run_id"_s, row.text(2)},
        {u"run_link"_s, row.text(4)},
        {u"current_stage"_s, row.text(6)},
        {u"status"_s, QString::fromLatin1(statusWords[std::size_t(row.number(7))])},
        {u"creation_timestamp"_s, row.integer(9)},
        {u"last_updated_timestamp"_s, row.integer(10)},
    };
    if (!row.text(3).isEmpty())
        object.insert(u"model_id"_s, row.text(3));
    if (!row.text(5).isEmpty())
        object.insert(u"user_id"_s, row.text(5));
    if (!row.text(8).isEmpty())
        object.insert(u"status_message"_s, row.text(8));
    insertList(object, u"tags"_s,
               pairsJson(pairsOf(connection.query(
                   "SELECT key, value FROM model_version_tags WHERE model = ?1 AND version = ?2", name, version))));
    if (!withAliases)
        return object;
    QJsonArray aliases;
    Statement alias = connection.query(
        "SELECT alias FROM model_aliases WHERE model = ?1 AND version = ?2 ORDER BY alias", name, version);
    while (alias.next())
        aliases.append(alias.text(0));
    insertList(object, u"aliases"_s, aliases);
    return object;
}

QList<Entry> modelVersionEntries()
{
    using enum Parameter::Type;
    using enum Parameter::Need;
    const Parameters version{{"name", Text, Required}, {"version", Text, Required}};
    const Parameters key = version + Parameters{{"key", Text, Required}};
    return {
        {"POST",
         "model-versions/create",
         Kind::Writes,
         create,
         {{"name", Text, Required},
          {"source", Text, Required},
          {"run_id"},
          {"tags", List},
          {"run_link"},
          {"description"},
          {"model_id"}}},
        {"GET", "model-versions/get", Kind::Reads, get, version},
        {"PATCH", "model-versions/update", Kind::Writes, update, version + Parameters{{"description"}}},
        {"DELETE", "model-versions/delete", Kind::Writes, remove, version},
        {"GET",
         "model-versions/search",
         Kind::Reads,
         searchModelVersions,
         {{"filter"}, {"max_results", Whole}, {"order_by", Texts}, {"page_token"}}},
        {"GET", "model-versions/get-download-uri", Kind::Reads, getDownloadUri, version},
        {"POST", "model-versions/transition-stage", Kind::Writes, transitionStage,
         version + Parameters{{"stage", Text, Required}, {"archive_existing_versions", Flag}}},
        {"POST", "model-versions/set-tag", Kind::Writes, setTag, key + Parameters{{"value"}}},
        {"DELETE", "model-versions/delete-tag", Kind::Writes, deleteTag, key},
    };
}

} // namespace Roost::Service::Mlflow
