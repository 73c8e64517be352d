// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/service/store/workspace/workspacestore.h"
#include "tests/service/servicefixture.h"

#include <QJsonArray>

using namespace Roost;
using namespace Roost::Testing;
using namespace Roost::Service;
using namespace Qt::StringLiterals;

/// The answers of MLflow's server to unusual requests: status, code and the text that its clients compare.
class TestMlflowAnswers : public QObject, private ServiceFixture
{
    Q_OBJECT

    QByteArray m_run;

    HttpClient::Reply post(const QByteArray &path, const QByteArray &json)
    {
        return m_client->post("/api/2.0/mlflow/" + path, json);
    }
    HttpClient::Reply get(const QByteArray &path) { return m_client->get("/api/2.0/mlflow/" + path); }
    QByteArray newRun(const QByteArray &experiment = "0")
    {
        const auto reply = post("runs/create", "{\"experiment_id\":\"" + experiment + "\",\"start_time\":1}");
        return reply.json()["run"_L1]["info"_L1]["run_id"_L1].toString().toUtf8();
    }
    QString newExperiment(const QByteArray &name)
    {
        return post("experiments/create", "{\"name\":\"" + name + "\"}").json()["experiment_id"_L1].toString();
    }
    QStringList found(const QByteArray &experiment, const QString &filter)
    {
        const QJsonObject body{{u"experiment_ids"_s, QJsonArray{QString::fromUtf8(experiment)}}, {u"filter"_s, filter}};
        const auto reply = post("runs/search", QJsonDocument(body).toJson());
        QStringList names;
        for (const QJsonValue run : reply.json()["runs"_L1].toArray())
            names.append(run["info"_L1]["run_name"_L1].toString());
        names.sort();
        return reply.status == 200 ? names : QStringList{QString::fromUtf8(reply.body)};
    }

private Q_SLOTS:
    void initTestCase()
    {
        startService();
        QVERIFY(m_client);
        m_run = newRun();
        QVERIFY(!m_run.isEmpty());
    }

    void parametersAreChecked_data()
    {
        QTest::addColumn<QByteArray>("path");
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<QByteArray>("words");
        const auto row = [](const char *path, const char *body, const char *words) {
            QTest::addRow("%s %s", path, body) << QByteArray(path) << QByteArray(body) << QByteArray(words);
        };
        row("experiments/create", "{\"name\":123}", "Invalid value 123 for parameter 'name' supplied");
        row("experiments/create", "{\"name\":\"n\",\"artifact_location\":9.0}",
            "Invalid value 9.0 for parameter 'artifact_location' supplied:  Hint: Value was of type 'float'");
        row("experiments/create", "{\"name\":\"n\",\"tags\":\"t\"}",
            "Invalid value \"t\" for parameter 'tags' supplied");
        row("experiments/create", "{\"name\":\"n\",\"artifact_location\":\"s3://b/p#x\"}",
            "can't include fragments or params");
        row("experiments/create", "{\"name\":\"n\",\"artifact_location\":\"https://b/p;x\"}",
            "can't include fragments or params");
        row("experiments/create", "{\"name\":\"n\",\"artifact_location\":\"s3://b/p?a=%252e.\"}",
            "Invalid query string");
        row("experiments/update", "{\"experiment_id\":\"0\"}", "Missing value for required parameter 'new_name'");
        row("experiments/update", "{\"experiment_id\":\"0\",\"new_name\":\"\"}",
            "Missing value for required parameter 'new_name'");
        row("runs/create", "{}", "Missing value for required parameter 'experiment_id'");
        row("runs/create", "{\"experiment_id\":\"0\",\"tags\":[{\"key\":1,\"value\":\"v\"}]}", "'tags[0].key'");
        row("runs/search", "{\"experiment_ids\":\"x\"}", "Invalid value \"x\" for parameter 'experiment_ids' supplied");
        row("runs/search", "{\"experiment_ids\":[\"x\"]}", "Invalid experiment ID 'x'");
        row("runs/search", "{\"experiment_ids\":[\"0\"],\"order_by\":[5]}", "for parameter 'order_by' supplied");
        row("runs/log-metric", "{\"run_id\":31,\"key\":\"k\",\"value\":1,\"timestamp\":1}",
            "Invalid value 31 for parameter 'run_id' supplied");
        row("runs/log-metric", "{\"run_id\":\"gone\",\"key\":31,\"value\":1,\"timestamp\":1}",
            "Invalid value 31 for parameter 'key' supplied");
        row("runs/log-metric", "{\"run_id\":\"gone\",\"key\":\"k\",\"value\":\"x\",\"timestamp\":1}",
            "Invalid value \"x\" for parameter 'value' supplied");
        row("runs/log-metric", "{\"run_id\":\"gone\",\"key\":\"k\",\"value\":1,\"timestamp\":\"x\"}",
            "Invalid value \"x\" for parameter 'timestamp' supplied");
        row("runs/log-metric", "{\"run_id\":\"gone\",\"key\":\"k\",\"value\":1}",
            "Missing value for required parameter 'timestamp'");
        row("runs/log-metric", "{\"run_id\":\"gone\",\"key\":\"../k\",\"value\":1,\"timestamp\":1}",
            "parameter 'name' supplied");
        row("runs/log-parameter", "{\"run_id\":\"gone\",\"value\":\"v\"}",
            "Missing value for required parameter 'key'");
        row("runs/log-parameter", "{\"run_id\":\"gone\",\"key\":\"k\",\"value\":41}",
            "Invalid value 41 for parameter 'value' supplied");
        row("runs/log-parameter", "{\"run_id\":\"gone\",\"key\":\"k\\n\",\"value\":\"v\"}",
            "Invalid value \"k\\n\" for parameter 'key'");
        row("runs/set-tag", "{\"run_id\":\"gone\",\"key\":\"k\",\"value\":41}",
            "Invalid value 41 for parameter 'value' supplied");
        row("runs/log-batch", "{\"run_id\":\"gone\",\"metrics\":\"foo\"}",
            "Invalid value \"foo\" for parameter 'metrics' supplied");
        row("runs/log-batch", "{\"run_id\":\"gone\",\"tags\":{\"a\":1}}",
            "Invalid value {\"a\":1} for parameter 'tags' supplied");
        row("runs/log-batch", "{\"run_id\":\"gone\",\"metrics\":[{\"key\":\"k\",\"value\":1}]}",
            "Missing value for required parameter 'metrics[0].timestamp'");
        row("runs/log-batch",
            "{\"run_id\":\"gone\",\"metrics\":[{\"key\":\"k\",\"value\":1,\"timestamp\":1},{\"key\":\"../"
            "k\",\"value\":1,\"timestamp\":1}]}",
            "'metrics[1].name'");
        row("runs/log-batch", "{\"run_id\":\"gone\",\"metrics\":[{\"key\":\"k\",\"value\":\"x\",\"timestamp\":1}]}",
            "Invalid value \"x\" for parameter 'metrics[0].value' supplied");
        row("runs/log-batch", "{\"run_id\":\"gone\",\"params\":[{\"key\":1,\"value\":\"v\"}]}",
            "Invalid value 1 for parameter 'params[0].key' supplied");
        row("runs/log-batch", "{\"run_id\":\"gone\",\"tags\":[{\"value\":\"v\"}]}",
            "Missing value for required parameter 'tags[0].key'");
        row("experiments/create", "{\"name\":\"n\",\"tags\":[{\"key\":\"a\"},{\"key\":-2.0,\"value\":\"v\"}]}",
            "Invalid value -2.0 for parameter 'tags[1].key' supplied");
        row("runs/log-batch", "{\"run_id\":3.0}", "Invalid value 3.0 for parameter 'run_id' supplied");
        row("runs/log-batch", "{\"run_id\":31}", "Invalid value 31 for parameter 'run_id' supplied");
        row("logged-models/search", "{}", "Missing value for required parameter 'experiment_ids'");
        row("registered-models/create", "{\"name\":5}", "Invalid value 5 for parameter 'name' supplied");
        row("registered-models/rename", "{\"name\":\"none\"}", "Missing value for required parameter 'new_name'");
        row("registered-models/alias", "{\"name\":\"none\",\"alias\":\"a\"}",
            "Missing value for required parameter 'version'");
        row("registered-models/alias", "{\"name\":\"none\",\"alias\":\"a b\",\"version\":\"1\"}",
            "Invalid alias name: 'a b'");
        row("model-versions/create", "{\"name\":\"none\"}", "Missing value for required parameter 'source'");
        row("model-versions/create", "{\"name\":\"none\",\"source\":\"s3://b/m\",\"run_id\":5}",
            "Invalid value 5 for parameter 'run_id' supplied");
        row("runs/log-metric", "{\"run_id\":\"gone\",\"key\":\"k\",\"value\":\"\",\"timestamp\":1}",
            "Missing value for required parameter 'value'");
        row("model-versions/transition-stage", "{\"name\":\"none\",\"version\":\"1\"}",
            "Missing value for required parameter 'stage'");
    }

    // The service reports a missing or invalid value before any lookup, and rejects values that are not strings.
    void parametersAreChecked()
    {
        QFETCH(QByteArray, path);
        QFETCH(QByteArray, body);
        QFETCH(QByteArray, words);
        const auto reply = post(path, body);
        QCOMPARE(reply.status, 400);
        QCOMPARE(reply.errorCode(), u"INVALID_PARAMETER_VALUE"_s);
        const QString message = reply.json()["message"_L1].toString();
        QVERIFY2(message.contains(QString::fromUtf8(words)), qPrintable(message));
    }

    void queriesAreChecked_data()
    {
        QTest::addColumn<QByteArray>("path");
        QTest::addColumn<QByteArray>("words");
        const auto row = [](const QByteArray &path, const char *words) {
            QTest::newRow(path.left(60)) << path << QByteArray(words);
        };
        const QByteArray api = "/api/2.0/mlflow/";
        const QByteArray bulk = "/ajax-api/2.0/mlflow/metrics/get-history-bulk";
        QByteArray many;
        for (int i = 0; i < 1000; ++i)
            many += "run_id=r0123456789abcdef0123456789ab" + QByteArray::number(1000 + i) + '&';
        QByteArray manyOfInterval = many;
        manyOfInterval.replace("run_id", "run_ids");
        row(bulk, "GetMetricHistoryBulk request must specify at least one run_id.");
        row(bulk + "?run_id=a", "GetMetricHistoryBulk request must specify a metric_key.");
        row(bulk + '?' + many + "metric_key=m",
            "GetMetricHistoryBulk request cannot specify more than 100 run_ids. Received 1000");
        row(api + "metrics/get-history-bulk-interval?" + manyOfInterval + "metric_key=m",
            "GetMetricHistoryBulkInterval request must specify at most 100 run_ids.");
        row(api + "metrics/get-history-bulk-interval?run_ids=a&metric_key=m&max_results=0",
            "max_results must be between 1 and 2500");
        row(api + "model-versions/get?name=none", "Missing value for required parameter 'version'");
        row(api + "registered-models/alias?name=none", "Missing value for required parameter 'alias'");
        row(api + "artifacts/list?run_id=none&path=../x", "\"Invalid path\"");
        row("/get-artifact?run_id=none&path=../x", "\"Invalid path\"");
        row("/get-artifact?run_id=none", "Missing value for required parameter 'path'");
        row("/model-versions/get-artifact?name=none&version=1&path=/etc", "\"Invalid path\"");
        row("//model-versions/get-artifact?name=none&version=1&path=../x", "\"Invalid path\"");
    }

    void queriesAreChecked()
    {
        QFETCH(QByteArray, path);
        QFETCH(QByteArray, words);
        const auto reply = m_client->get(path);
        QCOMPARE(reply.status, 400);
        QVERIFY2(reply.body.contains(words), reply.body.constData());
    }

    // Lengths are in characters, not in UTF-16 units: no character is split or counted twice.
    void lengthsAreCharacters()
    {
        const QString party = QString::fromUtf8("\xF0\x9F\x8E\x89");
        const QString experiment = newExperiment(party.repeated(300).toUtf8());
        QVERIFY(!experiment.isEmpty());
        const QByteArray run = newRun();
        const QByteArray head = "{\"run_id\":\"" + run + "\",";
        const QByteArray value = (u"x"_s + party.repeated(5999)).toUtf8();
        QCOMPARE(post("runs/log-parameter", head + "\"key\":\"whole\",\"value\":\"" + value + "\"}").status, 200);
        QCOMPARE(
            post("runs/log-batch", head + "\"params\":[{\"key\":\"cut\",\"value\":\"" + value + value + "\"}]}").status,
            200);
        QCOMPARE(post("runs/set-tag", head + "\"key\":\"t\",\"value\":\"" + value + "\"}").status, 200);
        const auto data = get("runs/get?run_id=" + run).json()["run"_L1]["data"_L1];
        for (const QJsonValue param : data["params"_L1].toArray())
            QVERIFY2(param["value"_L1].toString().toUtf8() == value, qPrintable(param["key"_L1].toString()));
        QVERIFY(QJsonDocument(data.toObject()).toJson().contains(value));
    }

    void repeatedRequestsChangeNothing()
    {
        const QByteArray run = newRun();
        const QByteArray body = "{\"run_id\":\"" + run + "\"}";
        QCOMPARE(post("runs/delete", body).status, 200);
        QCOMPARE(post("runs/delete", body).status, 200);
        QCOMPARE(post("runs/restore", body).status, 200);
        QCOMPARE(post("runs/restore", body).status, 200);
        const auto input = [&](const char *context) {
            return post("runs/log-inputs",
                        "{\"run_id\":\"" + run +
                            "\",\"datasets\":[{\"dataset\":{\"name\":\"d\",\"digest\":\"1\",\"source_type\":\"l\","
                            "\"source\":\"s\"},\"tags\":[{\"key\":\"mlflow.data.context\",\"value\":\"" +
                            context + "\"}]}]}")
                .status;
        };
        QCOMPARE(input("train"), 200);
        QCOMPARE(input("eval"), 200);
        const QByteArray answered = get("runs/get?run_id=" + run).body;
        QVERIFY2(answered.contains("train") && !answered.contains("eval"), answered.constData());
        const auto sets =
            m_client->post("/ajax-api/2.0/mlflow/experiments/search-datasets", "{\"experiment_ids\":[\"0\"]}");
        QCOMPARE(sets.json()["dataset_summaries"_L1][0]["context"_L1].toString(), u"train"_s);
    }

    void searchesWithoutAMatch()
    {
        const QByteArray experiment = newExperiment("nothing").toUtf8();
        const auto make = [&](const QByteArray &name, const QByteArray &batch) {
            const QByteArray run =
                post("runs/create", "{\"experiment_id\":\"" + experiment + "\",\"run_name\":\"" + name + "\"}")
                    .json()["run"_L1]["info"_L1]["run_id"_L1]
                    .toString()
                    .toUtf8();
            QCOMPARE(post("runs/log-batch", "{\"run_id\":\"" + run + "\"," + batch + '}').status, 200);
        };
        make("a", "\"tags\":[{\"key\":\"t\",\"value\":\"1\"}],\"metrics\":[{\"key\":\"m\",\"value\":\"NaN\","
                  "\"timestamp\":1}]");
        make("b", "\"params\":[{\"key\":\"p\",\"value\":\"a'b\"}],\"metrics\":[{"
                  "\"key\":\"m\",\"value\":0,\"timestamp\":1}]");
        QCOMPARE(found(experiment, u"tags.t IS NULL"_s), QStringList{u"b"_s});
        QCOMPARE(found(experiment, u"tags.t IS NOT NULL"_s), QStringList{u"a"_s});
        QCOMPARE(found(experiment, u"params.p is null AND tags.t = '1'"_s), QStringList{u"a"_s});
        QCOMPARE(found(experiment, u"params.'p' = 'a\\'b'"_s), QStringList{u"b"_s});
        QCOMPARE(found(experiment, u"params.p = 'a''b'"_s), QStringList{u"b"_s});
        QCOMPARE(found(experiment, u"metrics.m = 0"_s), QStringList{u"b"_s});
        QCOMPARE(found(experiment, u"metrics.m < 1"_s), QStringList{u"b"_s});
        QCOMPARE(found(experiment, u"metrics.m != 0"_s), QStringList{u"a"_s});
        QString tooMany = u"metrics.m < 1"_s;
        for (int i = 0; i < 1200; ++i)
            tooMany += u" AND metrics.m < 1"_s;
        QVERIFY(found(experiment, tooMany).first().contains(u"INVALID_PARAMETER_VALUE"_s));
        QCOMPARE(post("experiments/search", "{\"max_results\":5,\"filter\":\"experiment_id = '0'\"}")
                     .json()["experiments"_L1]
                     .toArray()
                     .size(),
                 1);
    }

    // All runs have points at the first and last step of each run, so that their lines can be compared.
    void intervalsHaveCommonSteps()
    {
        QList<QByteArray> runs;
        for (const int steps : {10, 20}) {
            QByteArrayList metrics;
            for (int step = 0; step < steps; ++step)
                metrics.append("{\"key\":\"m\",\"value\":1,\"timestamp\":1,\"step\":" + QByteArray::number(step) + '}');
            runs.append(newRun());
            QCOMPARE(
                post("runs/log-batch", "{\"run_id\":\"" + runs.last() + "\",\"metrics\":[" + metrics.join(',') + "]}")
                    .status,
                200);
        }
        QHash<QString, QList<int>> points;
        const auto reply = get("metrics/get-history-bulk-interval?metric_key=m&max_results=5&run_ids=" + runs.at(0) +
                               "&run_ids=" + runs.at(1));
        for (const QJsonValue metric : reply.json()["metrics"_L1].toArray())
            points[metric["run_id"_L1].toString()].append(metric["step"_L1].toInt());
        QCOMPARE(points.value(QString::fromUtf8(runs.at(0))), (QList{0, 4, 8, 9}));
        QCOMPARE(points.value(QString::fromUtf8(runs.at(1))), (QList{0, 4, 8, 9, 12, 16, 19}));
    }

    void files()
    {
        const QByteArray root = "/api/2.0/mlflow-artifacts/artifacts/0/" + m_run + "/artifacts/";
        const auto put = [&](const QByteArray &name, const QByteArray &bytes) {
            return m_client->send("PUT", root + name, bytes, {{"Content-Type", "text/plain"}}).status;
        };
        QCOMPARE(put("a.txt", "a"), 200);
        QCOMPARE(put("empty.pkl", ""), 200);
        QCOMPARE(put("%E6%97%A5%20%22x%22.json", "{}"), 200);
        const auto plain = m_client->get(root + "a.txt");
        QCOMPARE(plain.header("Content-Disposition"), "attachment; filename=a.txt; filename*=UTF-8''a.txt");
        QCOMPARE(plain.header("Content-Type"), "text/plain");
        const auto odd = m_client->get(root + "%E6%97%A5%20%22x%22.json");
        QCOMPARE(odd.header("Content-Type"), "text/plain");
        // The client of the test has decoded the second name.
        QCOMPARE(odd.header("Content-Disposition"),
                 "attachment; filename=\" \\\"x\\\".json\"; filename*=UTF-8''\xE6\x97\xA5 \"x\".json");
        const auto empty = m_client->get(root + "empty.pkl");
        QCOMPARE(empty.headers.count("Content-Type"), std::size_t(1));
        QCOMPARE(empty.header("Content-Type"), "application/octet-stream");
        QHash<QString, QJsonValue> sizes;
        for (const QJsonValue file : get("artifacts/list?run_id=" + m_run).json()["files"_L1].toArray())
            sizes.insert(file["path"_L1].toString(), file["file_size"_L1]);
        QCOMPARE(sizes.value(u"a.txt"_s).toInt(), 1);
        QVERIFY(sizes.contains(u"empty.pkl"_s) && sizes.value(u"empty.pkl"_s).isUndefined());
        const auto parts = m_client->post("/api/2.0/mlflow-artifacts/mpu/create/x", "{}");
        QCOMPARE(parts.status, 501);
        QVERIFY(parts.json()["message"_L1].toString().startsWith(
            u"Multipart upload is not supported for the current artifact repository"_s));
    }

    // Names are returned as the client wrote them, even if a shorter form exists.
    void pathsOfFiles()
    {
        const QByteArray root = "/api/2.0/mlflow-artifacts/artifacts";
        const QByteArray own = "0/" + m_run + "/artifacts/";
        const auto put = [&](const QByteArray &name) {
            return m_client->send("PUT", root + '/' + own + name, "x").status;
        };
        for (const QByteArray &name : QByteArrayList{"paths/b/x.txt", "paths/back%5Cslash.txt", "paths/c:d"})
            QCOMPARE(put(name), 200);
        for (const QByteArray &name : QByteArrayList{"..%5Cx", "%5Cx", "a%5C..%5Cb", "C:/x", "C:%5Cx", "a%5C%5Cb"})
            QCOMPARE(put(name), 400);
        const auto listed = [&](const QByteArray &path) {
            const auto reply = get("artifacts/list?run_id=" + m_run + "&path=" + path);
            QStringList names;
            for (const QJsonValue file : reply.json()["files"_L1].toArray())
                names.append(file["path"_L1].toString());
            return reply.status == 200 ? names : QStringList{QString::fromUtf8(reply.body)};
        };
        QCOMPARE(listed("paths"), (QStringList{u"paths/b"_s, u"paths/back\\slash.txt"_s, u"paths/c:d"_s}));
        QCOMPARE(listed("paths/b"), QStringList{u"paths/b/x.txt"_s});
        QCOMPARE(listed("./paths/b"), QStringList{u"./paths/b/x.txt"_s});
        QCOMPARE(listed("paths//b/"), QStringList{u"paths//b/x.txt"_s});
        QCOMPARE(listed("paths/none//x"), QStringList{});
        QVERIFY(listed(".").contains(u"./paths"_s));
        QCOMPARE(m_client->get(root + "?path=" + own + "./paths//b").json()["files"_L1][0]["path"_L1], u"x.txt"_s);
        const auto file = [&](const QByteArray &path) {
            return m_client->get("/get-artifact?run_id=" + m_run + "&path=" + path);
        };
        QCOMPARE(file("./paths//b/x.txt").body, "x");
        QCOMPARE(file("paths/back%5Cslash.txt").body, "x");
        QCOMPARE(file("paths//none").status, 404);
        for (const QByteArray &folder : QByteArrayList{"paths/b", "."}) {
            QCOMPARE(file(folder).status, 400);
            QVERIFY(file(folder).body.contains("Artifact path refers to a directory, not a file"));
        }
        for (const QByteArray &out : QByteArrayList{"/paths", "./../x", "paths/../../x", "%00"})
            QVERIFY2(listed(out).first().contains(u"\"Invalid path\""_s), out.constData());
    }

    void valuesThatNeverChange()
    {
        const QByteArray model = post("logged-models", "{\"experiment_id\":\"0\",\"name\":\"n\",\"params\":[{"
                                                       "\"key\":\"p\",\"value\":\"1\"}]}")
                                     .json()["model"_L1]["info"_L1]["model_id"_L1]
                                     .toString()
                                     .toUtf8();
        const auto log = [&](const char *value) {
            return post("logged-models/" + model + "/params",
                        QByteArray("{\"params\":[{\"key\":\"p\",\"value\":\"") + value + "\"}]}");
        };
        QCOMPARE(log("1").status, 200);
        QCOMPARE(log("2").status, 400);
        QVERIFY(log("2").body.contains("Changing param values is not allowed"));
        const auto found = post("logged-models/search", "{\"experiment_ids\":[\"0\"],\"max_results\":0}");
        QCOMPARE(found.json()["models"_L1][0]["data"_L1]["params"_L1][0]["value"_L1], u"1"_s);
        const QByteArray tag = "{\"experiment_id\":\"0\",\"key\":\"k\",\"value\":\"";
        QCOMPARE(post("experiments/set-experiment-tag", tag + QByteArray(20'000, 'v') + "\"}").status, 200);
        QVERIFY(post("experiments/set-experiment-tag", tag + QByteArray(20'001, 'v') + "\"}")
                    .body.contains("exceeds the maximum length of 20000 characters"));
        QVERIFY(post("experiments/delete-experiment-tag", "{\"experiment_id\":\"0\",\"key\":\"none\"}")
                    .body.contains("No tag with name: none in experiment with id 0"));
    }

    void registry()
    {
        for (const QByteArray &name : QByteArrayList{"reg", "other"})
            QCOMPARE(post("registered-models/create", "{\"name\":\"" + name + "\"}").status, 200);
        QCOMPARE(post("model-versions/create", "{\"name\":\"reg\",\"source\":\"s3://b/m\"}").status, 200);
        QCOMPARE(post("registered-models/alias", "{\"name\":\"reg\",\"alias\":\"best\",\"version\":\"1\"}").status,
                 200);
        // An alias is listed with the model, and with a version that is requested individually.
        const QJsonValue model = get("registered-models/get?name=reg").json()["registered_model"_L1];
        QCOMPARE(model["aliases"_L1][0]["alias"_L1], u"best"_s);
        QVERIFY(model["latest_versions"_L1][0]["aliases"_L1].isUndefined());
        QCOMPARE(get("model-versions/get?name=reg&version=1").json()["model_version"_L1]["aliases"_L1][0], u"best"_s);
        for (const QByteArray &stage : QByteArrayList{"Production", "Staging"}) {
            const auto made = post("model-versions/create", "{\"name\":\"reg\",\"source\":\"s3://b/m\"}");
            const QByteArray version = made.json()["model_version"_L1]["version"_L1].toString().toUtf8();
            QCOMPARE(post("model-versions/transition-stage",
                          "{\"name\":\"reg\",\"version\":\"" + version + "\",\"stage\":\"" + stage + "\"}")
                         .status,
                     200);
        }
        QCOMPARE(post("model-versions/create", "{\"name\":\"reg\",\"source\":\"s3://b/m\"}").status, 200);
        QStringList latest;
        const QJsonValue versions = get("registered-models/get-latest-versions?name=reg").json()["model_versions"_L1];
        for (const QJsonValue version : versions.toArray())
            latest.append(version["version"_L1].toString() + version["current_stage"_L1].toString());
        QCOMPARE(latest, (QStringList{u"4None"_s, u"2Production"_s, u"3Staging"_s}));
        const QByteArray none = "Model Version (name=none, version=1) not found";
        QVERIFY(get("model-versions/get?name=none&version=1").body.contains(none));
        QVERIFY(get("model-versions/get-download-uri?name=none&version=1").body.contains(none));
        for (const QByteArray &path :
             QByteArrayList{"registered-models/alias", "model-versions/set-tag", "model-versions/transition-stage"}) {
            const auto reply = post(path, "{\"name\":\"none\",\"version\":\"1\",\"key\":\"k\",\"value\":\"v\","
                                          "\"alias\":\"a\",\"stage\":\"Staging\"}");
            QVERIFY2(reply.status == 404 && reply.body.contains(none), reply.body.constData());
        }
        QVERIFY(post("registered-models/rename", "{\"name\":\"reg\",\"new_name\":\"other\"}")
                    .body.contains("Registered Model (name=other) already exists."));
        const auto gone = m_client->send("DELETE", "/api/2.0/mlflow/registered-models/delete-tag",
                                         "{\"name\":\"reg\",\"key\":\"../k\"}", {{"Content-Type", "application/json"}});
        QCOMPARE(gone.status, 400);
    }

    void uploadsOfTheWebPage()
    {
        const auto upload = [&](const QByteArray &query, const QByteArray &bytes) {
            return m_client->send("POST", "/ajax-api/2.0/mlflow/upload-artifact" + query, bytes,
                                  {{"Content-Type", "text/plain"}});
        };
        QCOMPARE(upload("?run_uuid=" + m_run + "&path=up/x.txt", "hello").status, 200);
        QCOMPARE(m_client->get("/get-artifact?run_id=" + m_run + "&path=up/x.txt").body, "hello");
        QVERIFY(upload("", "x").body.contains("Request must specify run_uuid."));
        QVERIFY(upload("?run_uuid=" + m_run, "x").body.contains("Request must specify path."));
        QVERIFY(upload("?run_uuid=" + m_run + "&path=x", "").body.contains("Request must specify data."));
        QVERIFY(upload("?run_uuid=" + m_run + "&path=../x", "x").body.contains("Invalid path"));
        QVERIFY(
            upload("?run_uuid=" + m_run + "&path=x", QByteArray(10 * 1024 * 1024 + 1, 'x')).body.contains("too large"));
    }

    void placesWithAQuery()
    {
        const auto slashed = post("experiments/create", "{\"name\":\"s\",\"artifact_location\":\"s3://b/p/\"}");
        const QByteArray there = newRun(slashed.json()["experiment_id"_L1].toString().toUtf8());
        QCOMPARE(get("runs/get?run_id=" + there).json()["run"_L1]["info"_L1]["artifact_uri"_L1].toString(),
                 u"s3://b/p/%1/artifacts"_s.arg(QString::fromUtf8(there)));
        const QString id = post("experiments/create", "{\"name\":\"s3\",\"artifact_location\":\"s3://b/p?driver=x\"}")
                               .json()["experiment_id"_L1]
                               .toString();
        const QByteArray run = newRun(id.toUtf8());
        QCOMPARE(get("runs/get?run_id=" + run).json()["run"_L1]["info"_L1]["artifact_uri"_L1].toString(),
                 u"s3://b/p/%1/artifacts?driver=x"_s.arg(QString::fromUtf8(run)));
        QCOMPARE(found(id.toUtf8(), u"artifact_uri LIKE '%/artifacts?driver=x'"_s).size(), 1);
    }

    // The address of Azure that the window shows works as the tracking URI for every request of a client.
    void theAddressOfAzureIsOne()
    {
        const QByteArray base = "/mlflow/v1.0" + m_service->store().folder().resourceId().toUtf8();
        HttpClient stranger(m_service->port(), {});
        QCOMPARE(stranger.get(base + "/health").body, "OK");
        QCOMPARE(stranger.get(base + "/version").status, 200);
        QCOMPARE(stranger.get(base + "/").status, 200);
        QCOMPARE(stranger.get(base).status, 200);
        QCOMPARE(m_client->send("OPTIONS", "/api/2.0/mlflow/runs/create").status, 204);
    }
};

QTEST_GUILESS_MAIN(TestMlflowAnswers)
#include "tst_mlflowanswers.moc"
