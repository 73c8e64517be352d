// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/service/store/tracking/runstore.h"
#include "models/service/store/workspace/workspacestore.h"
#include "tests/service/servicefixture.h"

#include <QFile>
#include <QJsonArray>
#include <QUrl>

#include <limits>

using namespace Roost;
using namespace Roost::Testing;
using namespace Roost::Service;
using namespace Qt::StringLiterals;

/// Requests in the order in which MLflow's Python client sends them, over HTTP, with the service in this process.
class TestMlflow : public QObject, private ServiceFixture
{
    Q_OBJECT

private:
    HttpClient::Reply post(const QByteArray &path, const QByteArray &json)
    {
        return m_client->post("/api/2.0/mlflow/" + path, json);
    }
    HttpClient::Reply get(const QByteArray &path) { return m_client->get("/api/2.0/mlflow/" + path); }

    QString newRun(const QByteArray &extra = {})
    {
        const auto reply = post("runs/create", "{\"experiment_id\":\"0\",\"start_time\":1000" + extra + "}");
        return reply.json()["run"_L1]["info"_L1]["run_id"_L1].toString();
    }
    QJsonObject run(const QString &id) { return get("runs/get?run_id=" + id.toUtf8()).json()["run"_L1].toObject(); }
    QStringList search(const QByteArray &filter, const QByteArray &rest = {}, const QString &experiment = u"0"_s)
    {
        const QJsonObject body{{u"experiment_ids"_s, QJsonArray{experiment}}, {u"filter"_s, QString::fromUtf8(filter)}};
        QByteArray json = QJsonDocument(body).toJson(QJsonDocument::Compact);
        json.chop(1);
        const auto reply = post("runs/search", json + rest + '}');
        if (reply.status != 200)
            return {reply.errorCode()};
        QStringList names;
        const auto runs = reply.json()["runs"_L1].toArray();
        for (const QJsonValue &one : runs)
            names.append(one["info"_L1]["run_name"_L1].toString());
        return names;
    }

private Q_SLOTS:
    void initTestCase()
    {
        startService();
        QVERIFY(m_client);
    }

    void setExperiment()
    {
        const auto miss = get("experiments/get-by-name?experiment_name=birds");
        QCOMPARE(miss.status, 404);
        QCOMPARE(miss.errorCode(), u"RESOURCE_DOES_NOT_EXIST"_s);
        const QString id = post("experiments/create", "{\"name\":\"birds\"}").json()["experiment_id"_L1].toString();
        QVERIFY(!id.isEmpty());
        const auto twice = post("experiments/create", "{\"name\":\"birds\"}");
        QCOMPARE(twice.status, 400);
        QCOMPARE(twice.errorCode(), u"RESOURCE_ALREADY_EXISTS"_s);
        const QJsonValue found = get("experiments/get?experiment_id=" + id.toUtf8()).json()["experiment"_L1];
        QCOMPARE(found["artifact_location"_L1].toString(), u"mlflow-artifacts:/"_s + id);
        QCOMPARE(post("experiments/search", "{}").status, 400);
        QCOMPARE(post("experiments/search", "{\"max_results\":5,\"filter\":\"name LIKE 'bi%'\"}")
                     .json()["experiments"_L1]
                     .toArray()
                     .size(),
                 1);
        QCOMPARE(post("experiments/delete", "{\"experiment_id\":" + id.toUtf8() + "}").status, 200);
        QCOMPARE(post("experiments/create", "{\"name\":\"birds\"}").errorCode(), u"RESOURCE_ALREADY_EXISTS"_s);
        QCOMPARE(post("runs/create", "{\"experiment_id\":\"" + id.toUtf8() + "\"}").status, 400);
        QCOMPARE(get("experiments/get-by-name?experiment_name=birds")
                     .json()["experiment"_L1]["lifecycle_stage"_L1]
                     .toString(),
                 u"deleted"_s);
        QCOMPARE(post("experiments/restore", "{\"experiment_id\":\"" + id.toUtf8() + "\"}").status, 200);
        QCOMPARE(post("experiments/delete", "{\"experiment_id\":\"0\"}").errorCode(), u"INVALID_PARAMETER_VALUE"_s);
        QCOMPARE(post("runs/create", "{}").status, 400);
    }

    void aRunFromStartToEnd()
    {
        const QString id = newRun(",\"user_id\":\"ann\",\"tags\":[{\"key\":\"mlflow.runName\",\"value\":\"wren\"}]");
        QCOMPARE(id.size(), 32);
        QJsonValue info = run(id)["info"_L1];
        QCOMPARE(info["run_name"_L1].toString(), u"wren"_s);
        QCOMPARE(info["status"_L1].toString(), u"RUNNING"_s);
        QCOMPARE(info["start_time"_L1].toInteger(), 1000);
        QVERIFY(info["end_time"_L1].isUndefined());
        const QByteArray runId = id.toUtf8();
        QCOMPARE(post("runs/log-parameter", "{\"run_id\":\"" + runId + "\",\"key\":\"lr\",\"value\":\"0.1\"}").status,
                 200);
        QCOMPARE(post("runs/log-parameter", "{\"run_uuid\":\"" + runId + "\",\"key\":\"lr\",\"value\":\"0.1\"}").status,
                 200);
        const auto changed =
            post("runs/log-parameter", "{\"run_id\":\"" + runId + "\",\"key\":\"lr\",\"value\":\"0.2\"}");
        QCOMPARE(changed.status, 400);
        QVERIFY(changed.body.contains("Changing param values is not allowed"));
        QCOMPARE(post("runs/set-tag", "{\"run_id\":\"" + runId + "\",\"key\":\"mlflow.runName\",\"value\":\"robin\"}")
                     .status,
                 200);
        QCOMPARE(post("runs/delete-tag", "{\"run_id\":\"" + runId + "\",\"key\":\"none\"}").status, 404);
        QCOMPARE(post("runs/update", "{\"run_id\":\"" + runId + "\",\"status\":\"BOGUS\"}").status, 200);
        const auto ended =
            post("runs/update", "{\"run_id\":\"" + runId + "\",\"status\":\"FINISHED\",\"end_time\":2000}");
        QCOMPARE(ended.json()["run_info"_L1]["status"_L1].toString(), u"FINISHED"_s);
        QCOMPARE(ended.json()["run_info"_L1]["end_time"_L1].toInteger(), 2000);
        // Writing after the end is normal, and so is a run that continues.
        QCOMPARE(post("runs/log-metric", "{\"run_id\":\"" + runId + "\",\"key\":\"late\",\"value\":1,\"timestamp\":3}")
                     .status,
                 200);
        post("runs/update", "{\"run_id\":\"" + runId + "\",\"status\":\"RUNNING\",\"end_time\":2000}");
        info = run(id)["info"_L1];
        QCOMPARE(info["status"_L1].toString(), u"RUNNING"_s);
        QCOMPARE(info["run_name"_L1].toString(), u"robin"_s);
        QCOMPARE(get("runs/get?run_id=nothing").status, 404);
    }

    void theClientOfAJobDoesNotEndIt()
    {
        const auto made = m_service->store().database().write(
            [](Roost::Service::Store::Connection &c) -> Result<Roost::Service::Store::RunRow> {
                Roost::Service::Store::NewRun job;
                job.id = u"job-of-ours"_s;
                job.isJob = true;
                job.status = RunStatus::Running;
                return Roost::Service::Store::RunStore(c).create(job);
            });
        QVERIFY(made);
        const auto reply = post("runs/update", "{\"run_id\":\"job-of-ours\",\"status\":\"FINISHED\",\"end_time\":5}");
        QCOMPARE(reply.status, 200);
        QCOMPARE(run(u"job-of-ours"_s)["info"_L1]["status"_L1].toString(), u"RUNNING"_s);
        QVERIFY(run(u"job-of-ours"_s)["info"_L1]["end_time"_L1].isUndefined());
        QCOMPARE(post("runs/delete", "{\"run_id\":\"job-of-ours\"}").status, 400);
    }

    void batches()
    {
        const QString id = newRun();
        const QByteArray head = "{\"run_id\":\"" + id.toUtf8() + "\",";
        QCOMPARE(post("runs/log-batch", head + "\"metrics\":[],\"params\":[{\"key\":\"a\",\"value\":\"1\"}]}").status,
                 200);
        QCOMPARE(
            post("runs/log-batch",
                 head + "\"metrics\":[{\"key\":\"m\",\"value\":\"NaN\",\"timestamp\":1,\"step\":\"2\"},{\"key\":\"n\","
                        "\"value\":NaN,\"timestamp\":1.0},{\"key\":\"i\",\"value\":-Infinity,\"timestamp\":1},{\"key\":"
                        "\"val/acc "
                        "1\",\"value\":5,\"timestamp\":1,\"step\":-1}],\"tags\":[{\"key\":\"t\",\"value\":\"ž\"}]}")
                .status,
            200);
        QHash<QString, QJsonValue> values;
        const auto metrics = run(id)["data"_L1]["metrics"_L1].toArray();
        for (const QJsonValue &metric : metrics)
            values.insert(metric["key"_L1].toString(), metric["value"_L1]);
        QCOMPARE(values.value(u"m"_s).toString(), u"NaN"_s);
        QCOMPARE(values.value(u"n"_s).toString(), u"NaN"_s);
        // MLflow's own store has no infinities and returns this value; the window keeps infinities.
        QCOMPARE(values.value(u"i"_s).toDouble(), std::numeric_limits<double>::lowest());
        QCOMPARE(values.value(u"val/acc 1"_s).toDouble(), 5.0);
        const auto refuse = [&](const QByteArray &rest) {
            const auto reply = post("runs/log-batch", head + rest);
            return reply.status == 400 && reply.errorCode() == "INVALID_PARAMETER_VALUE"_L1;
        };
        QVERIFY(refuse("\"params\":[{\"key\":\"a\",\"value\":\"2\"}]}"));
        QVERIFY(refuse("\"params\":[{\"key\":\"b\",\"value\":\"1\"},{\"key\":\"b\",\"value\":\"1\"}]}"));
        QVERIFY(refuse("\"metrics\":[{\"key\":\"m\",\"timestamp\":1}]}"));
        QVERIFY(refuse("\"metrics\":[{\"key\":\"../m\",\"value\":1,\"timestamp\":1}]}"));
        QVERIFY(refuse("\"metrics\":[{\"key\":\"m\",\"value\":1,\"timestamp\":-1}]}"));
        QVERIFY(refuse("\"metrics\":7}"));
        QVERIFY(refuse("\"metrics\":[7]}"));
        QByteArray many = "\"metrics\":[";
        for (int i = 0; i < 1001; ++i)
            many +=
                (i ? "," : "") + QByteArray("{\"key\":\"x\",\"value\":1,\"timestamp\":") + QByteArray::number(i) + "}";
        QVERIFY(refuse(many + "]}"));
        QCOMPARE(post("runs/log-batch", "not json").status, 400);
        QCOMPARE(post("runs/log-batch", "{\"run_id\":\"gone\"}").status, 404);
        // No part of a rejected batch is stored.
        QVERIFY(refuse("\"tags\":[{\"key\":\"left\",\"value\":\"1\"}],\"params\":[{\"key\":\"a\",\"value\":\"9\"}]}"));
        QVERIFY(!QJsonDocument(run(id)).toJson().contains("left"));
        QCOMPARE(m_client->send("POST", "/api/2.0/mlflow/runs/log-batch", head + "}", {{"Content-Type", "text/plain"}})
                     .status,
                 400);
    }

    void histories()
    {
        const QString id = newRun();
        for (int step = 0; step < 10; ++step) {
            post("runs/log-metric", "{\"run_id\":\"" + id.toUtf8() + "\",\"key\":\"m\",\"value\":1,\"timestamp\":" +
                                        QByteArray::number(step) + ",\"step\":" + QByteArray::number(step) + "}");
        }
        const QByteArray base = "metrics/get-history?run_id=" + id.toUtf8() + "&metric_key=m";
        QCOMPARE(get(base).json()["metrics"_L1].toArray().size(), 10);
        const auto first = get(base + "&max_results=7").json();
        QCOMPARE(first["metrics"_L1].toArray().size(), 7);
        const auto second =
            get(base + "&max_results=7&page_token=" + QUrl::toPercentEncoding(first["next_page_token"_L1].toString()))
                .json();
        QCOMPARE(second["metrics"_L1].toArray().size(), 3);
        QVERIFY(second["next_page_token"_L1].isUndefined());
        QCOMPARE(get(base + "&max_results=7&page_token=zzz").status, 400);
        QCOMPARE(get("metrics/get-history?run_id=gone&metric_key=m").body, "{}");
        QList<int> steps;
        const auto interval =
            get("metrics/get-history-bulk-interval?run_ids=" + id.toUtf8() + "&metric_key=m&max_results=5")
                .json()["metrics"_L1]
                .toArray();
        for (const QJsonValue &metric : interval)
            steps.append(metric["step"_L1].toInt());
        QCOMPARE(steps, (QList{0, 2, 4, 6, 8, 9}));
        QCOMPARE(get("metrics/get-history-bulk-interval?metric_key=m").status, 400);
        QCOMPARE(get("metrics/get-history-bulk-interval?metric_key=m&start_step=3&run_ids=" + id.toUtf8()).status, 400);
        QCOMPARE(get("metrics/get-history-bulk?run_id=x&metric_key=m").status, 404);
        QCOMPARE(m_client->get("/ajax-api/2.0/mlflow/metrics/get-history-bulk?run_id=" + id.toUtf8() + "&metric_key=m")
                     .json()["metrics"_L1]
                     .toArray()
                     .size(),
                 10);
    }

    void searches()
    {
        const QString e = post("experiments/create", "{\"name\":\"search\"}").json()["experiment_id"_L1].toString();
        const auto make = [&](const QByteArray &name, const QByteArray &start, const QByteArray &batch) {
            const auto id = post("runs/create", "{\"experiment_id\":\"" + e.toUtf8() + "\",\"run_name\":\"" + name +
                                                    "\",\"start_time\":" + start + "}")
                                .json()["run"_L1]["info"_L1]["run_id"_L1]
                                .toString();
            post("runs/log-batch", "{\"run_id\":\"" + id.toUtf8() + "\"," + batch + "}");
        };
        make("a", "1",
             "\"metrics\":[{\"key\":\"m\",\"value\":1,\"timestamp\":1}],\"params\":[{\"key\":\"p\",\"value\":\"X\"}]");
        make("b", "2",
             "\"metrics\":[{\"key\":\"m\",\"value\":2,\"timestamp\":1}],\"tags\":[{\"key\":\"t.u\",\"value\":\"v\"}]");
        make("c", "3", "\"metrics\":[{\"key\":\"m\",\"value\":\"NaN\",\"timestamp\":1}]");
        make("d", "4", "\"params\":[{\"key\":\"p\",\"value\":\"x\"}]");
        const auto find = [&](const QByteArray &filter, const QByteArray &rest = {}) {
            return search(filter, rest, e).join(u' ');
        };
        QCOMPARE(find(""), u"d c b a"_s);
        QCOMPARE(find("metrics.m > 1"), u"b"_s);
        QCOMPARE(find("metrics.m != 1"), u"c b"_s);
        QCOMPARE(find("params.p LIKE 'x'"), u"d"_s);
        QCOMPARE(find("params.p ILIKE 'x'"), u"d a"_s);
        QCOMPARE(find("params.p != 'x'"), u"a"_s);
        QCOMPARE(find("tags.t.u = 'v' and attributes.status = 'RUNNING'"), u"b"_s);
        QCOMPARE(find("start_time >= 3"), u"d c"_s);
        QCOMPARE(find("run_name = \"a\""), u"a"_s);
        QCOMPARE(find("run_id NOT IN ('x')"), u"d c b a"_s);
        QCOMPARE(find("", ",\"order_by\":[\"metrics.m DESC\"]"), u"b a c d"_s);
        QCOMPARE(find("", ",\"order_by\":[\"metrics.m\"]"), u"a b c d"_s);
        QCOMPARE(find("", ",\"order_by\":[\"params.p ASC\"],\"max_results\":2"), u"a d"_s);
        for (const char *wrong : {"metrics.m = '1'", "params.p = 1", "params.p > 'x'", "wings.m = 1", "color = 'x'",
                                  "start_time LIKE 'x'", "x OR y", "run_name IN ('a')"})
            QCOMPARE(find(wrong), u"INVALID_PARAMETER_VALUE"_s);
        QCOMPARE(find("", ",\"order_by\":[\"metrics.m\",\"metrics.m\"]"), u"INVALID_PARAMETER_VALUE"_s);
        QCOMPARE(find("", ",\"max_results\":0"), u"INVALID_PARAMETER_VALUE"_s);
        QCOMPARE(post("runs/search", "{\"experiment_ids\":[]}").body, "{}");
    }

    void artifacts()
    {
        const QString id = newRun();
        const QByteArray root = "/api/2.0/mlflow-artifacts/artifacts/0/" + id.toUtf8() + "/artifacts/";
        const auto put = [&](const QByteArray &path, const QByteArray &bytes) {
            return m_client->send("PUT", root + path, bytes, {{"Content-Type", "text/plain"}}).status;
        };
        QCOMPARE(put("model.txt", "hello"), 200);
        QCOMPARE(put("images/a%25step%253.png", "png"), 200);
        QCOMPARE(put("ckpt/epoch=1.ckpt", "c"), 200);
        QCOMPARE(put("state/mine.txt", "mine"), 200);
        QCOMPARE(put("a/%2E%2E/%2E%2E/x", "x"), 400);
        QCOMPARE(put("..%2F..%2Fx", "x"), 400);
        QCOMPARE(put("azureml-logs/70_driver_log.txt", "x"), 403);
        const QString folder = m_folder.filePath(u"ws/runs/"_s + id);
        QVERIFY(QFile::exists(folder + u"/model.txt"_s));
        QVERIFY(QFile::exists(folder + u"/images/a%step%3.png"_s));
        QVERIFY(!QFile::exists(folder + u"/state"_s));
        QCOMPARE(m_client->get(root + "model.txt").body, "hello");
        QCOMPARE(m_client->get(root + "state/mine.txt").body, "mine");
        QCOMPARE(m_client->get(root + "model.txt", {{"Range", "bytes=1-2"}}).body, "el");
        QCOMPARE(m_client->get(root + "gone").status, 404);
        QCOMPARE(m_client->get("/get-artifact?run_id=" + id.toUtf8() + "&path=images/a%25step%253.png").body, "png");
        QStringList names;
        const auto files = get("artifacts/list?run_id=" + id.toUtf8()).json()["files"_L1].toArray();
        for (const QJsonValue &file : files)
            names.append(file["path"_L1].toString() + (file["is_dir"_L1].toBool() ? u"/"_s : QString()));
        QCOMPARE(names, (QStringList{u"ckpt/"_s, u"images/"_s, u"model.txt"_s, u"state/"_s}));
        QCOMPARE(get("artifacts/list?run_id=" + id.toUtf8() + "&path=ckpt").json()["files"_L1][0]["path"_L1].toString(),
                 u"ckpt/epoch=1.ckpt"_s);
        const auto listed =
            m_client->get("/api/2.0/mlflow-artifacts/artifacts?path=0/" + id.toUtf8() + "/artifacts/ckpt");
        QCOMPARE(listed.json()["files"_L1][0]["path"_L1].toString(), u"epoch=1.ckpt"_s);
        QCOMPARE(
            m_client->get("/api/2.0/mlflow-artifacts/artifacts?path=0/" + id.toUtf8() + "/artifacts/model.txt").body,
            "{}");
        QCOMPARE(m_client->send("DELETE", root + "model.txt").status, 200);
        QCOMPARE(m_client->send("DELETE", root + "model.txt").status, 200);
        QCOMPARE(m_client->get(root + "model.txt").status, 404);
        QCOMPARE(m_client->post("/api/2.0/mlflow-artifacts/mpu/create/x", "{}").status, 501);
        QVERIFY(!m_client->get("/api/3.0/mlflow/server-info").json()["multipart_uploads_enabled"_L1].toBool(true));
    }

    void aModelIsLoggedAndRegistered()
    {
        const QString id = newRun();
        const QJsonValue made =
            post("logged-models", "{\"experiment_id\":\"0\",\"name\":\"net\",\"source_run_id\":\"" + id.toUtf8() +
                                      "\",\"params\":[{\"key\":\"k\",\"value\":\"v\"}]}")
                .json()["model"_L1]["info"_L1];
        const QByteArray model = made["model_id"_L1].toString().toUtf8();
        QVERIFY(model.startsWith("m-") && model.size() == 34);
        QCOMPARE(made["status"_L1].toString(), u"LOGGED_MODEL_PENDING"_s);
        const QByteArray head = "{\"run_id\":\"" + id.toUtf8() + "\",";
        QCOMPARE(post("runs/outputs", head + "\"models\":[{\"model_id\":\"" + model + "\",\"step\":0}]}").status, 200);
        const QByteArray metric =
            head + "\"metrics\":[{\"key\":\"m\",\"value\":1,\"timestamp\":1,\"model_id\":\"" + model + "\"}]}";
        QCOMPARE(post("runs/log-batch", metric).status, 200);
        QCOMPARE(post("runs/log-batch", metric).status, 200);
        const QByteArray files = "/api/2.0/mlflow-artifacts/artifacts/0/models/" + model + "/artifacts/";
        QCOMPARE(m_client->send("PUT", files + "MLmodel", "flavors: {}", {{"Content-Type", "text/plain"}}).status, 200);
        QVERIFY(QFile::exists(
            m_folder.filePath(u"ws/runs/"_s + id + u"/models/"_s + QString::fromLatin1(model) + u"/MLmodel"_s)));
        // The model is stored with its run, but the service lists it only as a model.
        QCOMPARE(get("artifacts/list?run_id=" + id.toUtf8()).json()["files"_L1].toArray().size(), 0);
        QCOMPARE(m_client->get("/api/2.0/mlflow-artifacts/artifacts?path=0/" + id.toUtf8() + "/artifacts").body, "{}");
        const auto ready =
            m_client->send("PATCH", "/api/2.0/mlflow/logged-models/" + model, "{\"status\":\"LOGGED_MODEL_READY\"}");
        QCOMPARE(ready.json()["model"_L1]["info"_L1]["status"_L1].toString(), u"LOGGED_MODEL_READY"_s);
        QCOMPARE(ready.json()["model"_L1]["data"_L1]["metrics"_L1].toArray().size(), 1);
        const auto found =
            post("logged-models/search", "{\"experiment_ids\":[\"0\"],\"filter\":\"name = 'net' AND metrics.m >= 1\"}");
        QCOMPARE(found.json()["models"_L1].toArray().size(), 1);
        QCOMPARE(get("logged-models/m-none").status, 404);

        QCOMPARE(post("registered-models/create", "{\"name\":\"birds\"}").status, 200);
        QCOMPARE(post("registered-models/create", "{\"name\":\"birds\"}").errorCode(), u"RESOURCE_ALREADY_EXISTS"_s);
        const QJsonValue version = post("model-versions/create", "{\"name\":\"birds\",\"source\":\"models:/" + model +
                                                                     "\",\"model_id\":\"" + model + "\"}")
                                       .json()["model_version"_L1];
        QCOMPARE(version["version"_L1].toString(), u"1"_s);
        QCOMPARE(version["status"_L1].toString(), u"READY"_s);
        QCOMPARE(version["run_id"_L1].toString(), id);
        QCOMPARE(get("model-versions/get-download-uri?name=birds&version=1").json()["artifact_uri"_L1].toString(),
                 u"mlflow-artifacts:/0/models/"_s + QString::fromLatin1(model) + u"/artifacts"_s);
        QCOMPARE(m_client->get("/model-versions/get-artifact?name=birds&version=1&path=MLmodel").body, "flavors: {}");
        for (const char *source : {"/etc", "file:///etc", "mlflow-artifacts:/0/../x"}) {
            QCOMPARE(
                post("model-versions/create", QByteArray("{\"name\":\"birds\",\"source\":\"") + source + "\"}").status,
                400);
        }
        QCOMPARE(post("registered-models/alias", "{\"name\":\"birds\",\"alias\":\"best\",\"version\":\"1\"}").status,
                 200);
        QCOMPARE(post("registered-models/alias", "{\"name\":\"birds\",\"alias\":\"v1\",\"version\":\"1\"}").status,
                 400);
        QCOMPARE(
            get("registered-models/alias?name=birds&alias=best").json()["model_version"_L1]["version"_L1].toString(),
            u"1"_s);
        const auto none = get("registered-models/alias?name=birds&alias=none");
        QCOMPARE(none.status, 400);
        QCOMPARE(get("registered-models/search?filter=" +
                     QUrl::toPercentEncoding(u"name = 'birds' AND tag.`mlflow.prompt.is_prompt` != 'true'"_s))
                     .json()["registered_models"_L1]
                     .toArray()
                     .size(),
                 1);
        QCOMPARE(post("registered-models/rename", "{\"name\":\"birds\",\"new_name\":\"finches\"}").status, 200);
        QCOMPARE(get("registered-models/alias?name=finches&alias=best").status, 200);
        QCOMPARE(
            post("model-versions/transition-stage", "{\"name\":\"finches\",\"version\":\"1\",\"stage\":\"production\"}")
                .json()["model_version"_L1]["current_stage"_L1]
                .toString(),
            u"Production"_s);
        QCOMPARE(
            m_client
                ->send("DELETE", "/api/2.0/mlflow/model-versions/delete", "{\"name\":\"finches\",\"version\":\"1\"}")
                .status,
            200);
        QCOMPARE(get("registered-models/alias?name=finches&alias=best").status, 400);
        QCOMPARE(m_client->send("DELETE", "/api/2.0/mlflow/registered-models/delete", "{\"name\":\"finches\"}").status,
                 200);
        QCOMPARE(get("registered-models/get?name=finches").status, 404);
    }

    void theSameBelowAzuresAddress()
    {
        const QByteArray base = "/mlflow/v1.0" + m_service->store().folder().resourceId().toUtf8();
        QCOMPARE(m_client->get(base + "/api/2.0/mlflow/experiments/get?experiment_id=0").status, 200);
    }

    void changesReachWaitingClients()
    {
        const auto revision = m_client->get("/roost/v1/changes?since=-1").json()["revision"_L1].toInteger();
        const QString id = newRun();
        const auto changes = m_client->get("/roost/v1/changes?wait=10&since=" + QByteArray::number(revision)).json();
        QCOMPARE(changes["topics"_L1].toArray().first().toString(), u"runs/"_s + id);
        QCOMPARE(m_client->get("/roost/v1/changes?since=x").status, 400);
    }
};

QTEST_GUILESS_MAIN(TestMlflow)
#include "tst_mlflow.moc"
