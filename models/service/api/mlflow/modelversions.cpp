// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/service/api/mlflow/json.h"
#include "models/service/api/mlflow/loggedmodels.h"
#include "models/service/api/mlflow/names.h"
#include "models/service/api/mlflow/registry.h"

#include <QJsonDocument>
#include <QUrl>

#include <array>

using namespace Qt::StringLiterals;

namespace Roost::Service::Mlflow {

namespace {

constexpr std::array statusWords{"UNSPECIFIED", "PENDING_REGISTRATION", "FAILED_REGISTRATION", "READY"};

/// Where a version's files are, and what of its origin could be found out.
struct Origin
{
    QString location;
    QString run;
    QString loggedModel;
};

QString nameOf(const Call &call)
{
    const QString name = call.message.requiredText(u"name");
    requireModel(call.connection, name);
    return name;
}

QJsonObject answerWith(Call &call, const QString &name, qint64 version)
{
    return {{u"model_version"_s, modelVersionJson(call.connection, name, version, true)}};
}

void checkSource(const QString &source)
{
    const QUrl url(source);
    const bool local = url.scheme().isEmpty() || url.scheme() == "file"_L1;
    const bool climbs = QUrl::fromPercentEncoding(source.toUtf8()).split(u'/').contains(".."_L1);
    if (source.isEmpty() || local || climbs) {
        throw Refusal(ErrorKind::Rejected,
                      u"Invalid model version source: '%1'. To use a local path as a model version source, log it as "
                      "an artifact of a run and register runs:/<run_id>/<path>."_s.arg(source));
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
            throw Refusal(ErrorKind::NotFound, u"Logged model with ID '%1' not found."_s.arg(origin.loggedModel));
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
        const auto run = Runs::find(call.connection, rest.section(u'/', 0, 0));
        if (!run)
            throw Refusal(ErrorKind::NotFound, u"Run with id=%1 not found"_s.arg(rest.section(u'/', 0, 0)));
        origin.location = artifactUri(*run) + u'/' + rest.section(u'/', 1);
        origin.run = run->id;
    }
    return origin;
}

void setTagOf(Connection &connection, const QString &name, qint64 version, const Message &tag)
{
    const QString key = tag.requiredText(u"key");
    checkKey(u"key", key);
    const QString value = tag.text(u"value");
    checkLength(u"value", value, longestRegistryTag);
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
    setLoggedModelTag(connection, model->seq, tag,
                      QString::fromUtf8(QJsonDocument(versions).toJson(QJsonDocument::Compact)));
}

QJsonObject create(Call &call)
{
    const QString name = nameOf(call);
    const QString source = call.message.requiredText(u"source");
    checkSource(source);
    const Origin origin = originOf(call, source);
    Statement next =
        call.connection.query("SELECT coalesce(max(version), 0) + 1 FROM model_versions WHERE model = ?1", name);
    next.next();
    const qint64 version = next.integer(0);
    call.connection.run("INSERT INTO model_versions(model, version, description, type, source, location, run, "
                        "logged_model, run_link, created_ms, updated_ms) "
                        "VALUES(?1, ?2, ?3, 'mlflow_model', ?4, ?5, ?6, ?7, ?8, ?9, ?9)",
                        name, version, call.message.text(u"description"), source, origin.location, origin.run,
                        origin.loggedModel, call.message.text(u"run_link"), nowMs());
    const auto tags = call.message.messages(u"tags");
    for (const Message &tag : tags)
        setTagOf(call.connection, name, version, tag);
    if (!origin.loggedModel.isEmpty())
        noteRegistration(call.connection, origin.loggedModel, name, version);
    touchModel(call.connection, name);
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
    touchModel(call.connection, name);
    call.changedModels();
    return answerWith(call, name, version);
}

QJsonObject remove(Call &call)
{
    const QString name = nameOf(call);
    call.connection.run("DELETE FROM model_versions WHERE model = ?1 AND version = ?2", name, versionOf(call, name));
    touchModel(call.connection, name);
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
    const QString given = call.message.requiredText(u"stage");
    QString stage;
    for (const QString &known : {u"None"_s, u"Staging"_s, u"Production"_s, u"Archived"_s}) {
        if (given.compare(known, Qt::CaseInsensitive) == 0)
            stage = known;
    }
    if (stage.isEmpty()) {
        throw Refusal(ErrorKind::Rejected, u"Invalid Model Version stage: %1. Value must be one of None, Staging, "
                                           "Production, Archived."_s.arg(given));
    }
    const qint64 now = nowMs();
    if (call.message.flag(u"archive_existing_versions", false)) {
        if (stage != "Staging"_L1 && stage != "Production"_L1) {
            throw Refusal(ErrorKind::Rejected, u"Model version transition cannot archive existing model versions "
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

qint64 versionOf(Call &call, const QString &name)
{
    const QString text = call.message.requiredText(u"version");
    bool fine = false;
    const qint64 version = text.toLongLong(&fine);
    if (!fine)
        throw Refusal(ErrorKind::Rejected, u"Model version must be an integer, got '%1'"_s.arg(text));
    Statement found =
        call.connection.query("SELECT 1 FROM model_versions WHERE model = ?1 AND version = ?2", name, version);
    if (!found.next())
        throw Refusal(ErrorKind::NotFound, u"Model Version (name=%1, version=%2) not found"_s.arg(name, text));
    return version;
}

QString downloadUri(Connection &connection, const QString &name, qint64 version)
{
    Statement row =
        connection.query("SELECT location FROM model_versions WHERE model = ?1 AND version = ?2", name, version);
    if (!row.next()) {
        throw Refusal(ErrorKind::NotFound, u"Model Version (name=%1, version=%2) not found"_s.arg(name).arg(version));
    }
    QString location = row.text(0);
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
    return {
        {"POST", "model-versions/create", Kind::Writes, create},
        {"GET", "model-versions/get", Kind::Reads, get},
        {"PATCH", "model-versions/update", Kind::Writes, update},
        {"DELETE", "model-versions/delete", Kind::Writes, remove},
        {"GET", "model-versions/search", Kind::Reads, searchModelVersions},
        {"GET", "model-versions/get-download-uri", Kind::Reads, getDownloadUri},
        {"POST", "model-versions/transition-stage", Kind::Writes, transitionStage},
        {"POST", "model-versions/set-tag", Kind::Writes, setTag},
        {"DELETE", "model-versions/delete-tag", Kind::Writes, deleteTag},
    };
}

} // namespace Roost::Service::Mlflow
