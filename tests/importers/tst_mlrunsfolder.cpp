// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/importers/mlrunsfiles.h"
#include "models/importers/mlrunsfolder.h"
#include "tests/importers/sourcefixture.h"

#include <cmath>

using namespace Roost;
using namespace Roost::Importers;
using namespace Qt::StringLiterals;
using Roost::Test::SourceFixture;

namespace {

/// A file store as MLflow 2.22 and 3.4 write it.
class StoreFixture : public SourceFixture
{
public:
    StoreFixture()
    {
        put(u"mlruns/0/meta.yaml"_s, "artifact_location: file:///x/mlruns/0\nexperiment_id: '0'\n"
                                     "lifecycle_stage: active\nname: Default\n");
        put(u"mlruns/7/meta.yaml"_s, "artifact_location: file:///x/mlruns/7\ncreation_time: 1796120702846\n"
                                     "experiment_id: '7'\nlifecycle_stage: active\nname: birds\n");
        put(u"mlruns/7/tags/mlflow.note.content"_s, "about birds");
        putRun(u"mlruns/7"_s, u"aaaa"_s, u"parent"_s, 3, u"active"_s);
        putRun(u"mlruns/7"_s, u"bbbb"_s, u"child"_s, 4, u"active"_s);
        put(u"mlruns/7/bbbb/tags/mlflow.parentRunId"_s, "aaaa");
        putRun(u"mlruns/7"_s, u"cccc"_s, u"gone"_s, 3, u"deleted"_s);
        put(u"mlruns/7/aaaa/params/lr"_s, "0.1");
        put(u"mlruns/7/aaaa/params/model/name"_s, "two\nlines");
        put(u"mlruns/7/aaaa/metrics/loss"_s, "1796120702909 1.0 0\n1796120702910 0.5 1\n1796120702911 nan 2\n");
        put(u"mlruns/7/aaaa/metrics/train/acc"_s, "1796120702909 -inf -3\n1796120702910 0.25\n");
        put(u"mlruns/7/aaaa/artifacts/model/data/w.bin"_s, "weights");
        put(u"mlruns/7/datasets/d1/meta.yaml"_s,
            "digest: fdf1765f\nname: pictures\nprofile: null\n"
            "schema: '{\"a\": 1}'\nsource: '{\"uri\": \"/x\"}'\nsource_type: local\n");
        put(u"mlruns/7/aaaa/inputs/i1/meta.yaml"_s, "destination_id: i1\ndestination_type: RUN\nsource_id: d1\n"
                                                    "source_type: DATASET\ntags:\n  mlflow.data.context: training\n");
        put(u"mlruns/7/aaaa/outputs/m-1/meta.yaml"_s, "destination_id: m-1\ndestination_type: MODEL_OUTPUT\n"
                                                      "source_id: m-1\nsource_type: RUN_OUTPUT\nstep: 4\ntags: {}\n");
        put(u"mlruns/7/models/m-1/meta.yaml"_s, "artifact_location: file:///x\ncreation_timestamp: 1796120818185\n"
                                                "experiment_id: '7'\nmodel_id: m-1\nmodel_type: null\nname: net\n"
                                                "source_run_id: aaaa\nstatus: 2\n");
        put(u"mlruns/7/models/m-1/params/depth"_s, "3");
        put(u"mlruns/7/models/m-1/metrics/acc"_s, "1796120821516 0.75 2 aaaa pictures fdf1765f\n");
        put(u"mlruns/7/models/m-1/artifacts/MLmodel"_s, "flavors: {}\n");
        put(u"mlruns/models/net/meta.yaml"_s,
            "aliases:\n  champion: '2'\ncreation_timestamp: 1\ndescription: nets\nname: net\n");
        for (const auto &[version, source] :
             {std::pair{"1", "file:///x/mlruns/7/aaaa/artifacts/model"}, std::pair{"2", "models:/m-1"}}) {
            put(u"mlruns/models/net/version-%1/meta.yaml"_s.arg(QLatin1StringView(version)),
                QByteArray("current_stage: None\ndescription: it\nname: net\nrun_id: aaaa\nsource: ") + source +
                    "\nversion: " + version + "\n");
        }
    }

    void putRun(const QString &experiment, const QString &id, const QString &name, int status, const QString &stage)
    {
        put(u"%1/%2/meta.yaml"_s.arg(experiment, id),
            u"artifact_uri: file:///x/mlruns/7/%1/artifacts\nend_time: 1796120702960\nexperiment_id: '7'\n"
            "lifecycle_stage: %2\nrun_id: %1\nrun_name: %3\nrun_uuid: %1\nstart_time: 1796120702901\nstatus: %4\n"
            "user_id: ana\n"_s.arg(id, stage, name)
                .arg(status)
                .toUtf8());
    }

    MlrunsFolder folder{{path(u"mlruns"_s)}, remarks};
};

QStringList namesOf(const Result<QList<SourceRun>> &runs)
{
    QStringList names;
    for (const SourceRun &run : runs.value_or(QList<SourceRun>()))
        names += run.name;
    names.sort();
    return names;
}

} // namespace

class TestMlrunsFolder : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aFileStoreIsRecognised()
    {
        const StoreFixture store;
        QVERIFY(MlrunsFolder::isOne(store.path(u"mlruns"_s)));
        QVERIFY(!MlrunsFolder::isOne(store.path(u"mlruns/7"_s)));
    }

    void runsAreListedAndSelected()
    {
        StoreFixture store;
        QCOMPARE(namesOf(store.folder.runs({})), (QStringList{u"child"_s, u"parent"_s}));
        QCOMPARE(namesOf(store.folder.runs({{}, {}, true})), (QStringList{u"child"_s, u"gone"_s, u"parent"_s}));
        QCOMPARE(namesOf(store.folder.runs({{}, u"par*"_s})), QStringList{u"parent"_s});
        QCOMPARE(namesOf(store.folder.runs({u"Default"_s, {}})), QStringList());
        QCOMPARE(store.folder.runs({u"cats"_s, {}}).error().kind, ErrorKind::NotFound);
        QCOMPARE(store.folder.experimentTags(u"birds"_s).value(u"mlflow.note.content"_s), u"about birds"_s);
        QVERIFY(store.leftOut.isEmpty());
    }

    void aRunIsReadWithAllThatBelongsToIt()
    {
        StoreFixture store;
        const auto runs = store.folder.runs({{}, u"parent"_s});
        const auto run = store.folder.read(runs->first());
        QVERIFY(run);
        QCOMPARE(run->source.origin, u"mlflow:aaaa"_s);
        QCOMPARE(run->status, RunStatus::Completed);
        QCOMPARE(run->started.toMSecsSinceEpoch(), 1796120702901);
        QCOMPARE(run->ended.toMSecsSinceEpoch(), 1796120702960);
        QCOMPARE(run->user, u"ana"_s);
        QCOMPARE(run->params, (StringMap{{u"lr"_s, u"0.1"_s}, {u"model/name"_s, u"two\nlines"_s}}));
        QCOMPARE(run->datasets.size(), 1);
        QCOMPARE(run->datasets.first().name, u"pictures"_s);
        QCOMPARE(run->datasets.first().schema, u"{\"a\": 1}"_s);
        QVERIFY(!run->datasets.first().profile);
        QCOMPARE(run->datasets.first().tags.value(u"mlflow.data.context"_s), u"training"_s);
        QCOMPARE(run->modelOutputs.size(), 1);
        QCOMPARE(run->modelOutputs.first().step, 4);
        QCOMPARE(SourceFixture::pointsOf(store.folder, *run),
                 (QStringList{u"loss 0 1 1796120702909"_s, u"loss 1 0.5 1796120702910"_s, u"loss 2 nan 1796120702911"_s,
                              u"train/acc -3 -inf 1796120702909"_s, u"train/acc 0 0.25 1796120702910"_s}));
        QCOMPARE(SourceFixture::pathsOf(store.folder, *run), QStringList{u"model/data/w.bin"_s});
        const auto child = store.folder.runs({{}, u"child"_s});
        QCOMPARE(child->first().parentOrigin, u"mlflow:aaaa"_s);
        QCOMPARE(store.folder.read(child->first())->status, RunStatus::Failed);
        QVERIFY2(store.leftOut.isEmpty(), qPrintable(store.leftOut.join(u'\n')));
    }

    void modelsAreRead()
    {
        StoreFixture store;
        const auto runs = store.folder.runs({});
        const auto logged = store.folder.loggedModels(*runs);
        QVERIFY(logged && logged->size() == 1);
        const ImportedLoggedModel &model = logged->first();
        QCOMPARE(model.model.name, u"net"_s);
        QCOMPARE(model.model.sourceRun, u"aaaa"_s);
        QCOMPARE(model.model.status, LoggedModel::Status::Ready);
        QCOMPARE(model.params.value(u"depth"_s), u"3"_s);
        QCOMPARE(model.metrics.size(), 1);
        QCOMPARE(model.metrics.first().point.value, 0.75);
        QCOMPARE(model.metrics.first().datasetName, u"pictures"_s);
        QCOMPARE(store.folder.filesOfModel(model)->first().path, u"MLmodel"_s);
        const auto registered = store.folder.registeredModels();
        QVERIFY(registered && registered->size() == 1);
        QCOMPARE(registered->first().model.description, u"nets"_s);
        QCOMPARE(registered->first().versions.size(), 2);
        QCOMPARE(registered->first().versions[0].path, u"model"_s);
        QCOMPARE(registered->first().versions[1].loggedModel, u"m-1"_s);
        QCOMPARE(registered->first().aliases.first().version, 2);
    }

    void damageIsReportedWithItsLine()
    {
        StoreFixture store;
        store.put(u"mlruns/7/aaaa/metrics/loss"_s, "1796120702909 1.0 0\nnot a point\n1796120702910 0.5 1\n179612070");
        store.put(u"mlruns/7/bbbb/meta.yaml"_s, "status: [3\n");
        store.put(u"mlruns/7/eeee/params/x"_s, "1");
        const auto runs = store.folder.runs({});
        QCOMPARE(namesOf(runs), QStringList{u"parent"_s});
        const auto run = store.folder.read(runs->first());
        QCOMPARE(SourceFixture::pointsOf(store.folder, *run).size(), 4);
        const QString remarks = store.leftOut.join(u'\n');
        QVERIFY2(remarks.contains("mlruns/7/aaaa/metrics/loss:2:"_L1), qPrintable(remarks));
        QVERIFY2(remarks.contains("mlruns/7/aaaa/metrics/loss:4:"_L1), qPrintable(remarks));
        QVERIFY2(remarks.contains("mlruns/7/bbbb/meta.yaml: Line "_L1), qPrintable(remarks));
        QVERIFY2(remarks.contains("mlruns/7/eeee/meta.yaml:"_L1), qPrintable(remarks));
    }

    void artifactsElsewhereNeedConsent()
    {
        StoreFixture store;
        store.put(u"elsewhere/secret.txt"_s, "secret");
        store.put(u"mlruns/7/bbbb/meta.yaml"_s, "run_id: bbbb\nrun_name: child\nstatus: 3\nlifecycle_stage: active\n"
                                                "artifact_uri: file://" +
                                                    store.path(u"elsewhere"_s).toUtf8() + "\n");
        const auto run = store.folder.read(store.folder.runs({{}, u"child"_s})->first());
        QVERIFY(SourceFixture::pathsOf(store.folder, *run).isEmpty());
        QVERIFY2(store.leftOut.join(u'\n').contains("--follow-links"_L1), qPrintable(store.leftOut.join(u'\n')));
        MlrunsFolder following({store.path(u"mlruns"_s), true}, store.remarks);
        const auto again = following.read(following.runs({{}, u"child"_s})->first());
        QCOMPARE(SourceFixture::pathsOf(following, *again), QStringList{u"secret.txt"_s});
    }

    void theFingerprintChangesWithTheRun()
    {
        StoreFixture store;
        const auto before = store.folder.runs({{}, u"parent"_s})->first().fingerprint;
        QCOMPARE(store.folder.runs({{}, u"parent"_s})->first().fingerprint, before);
        store.put(u"mlruns/7/aaaa/metrics/more"_s, "1796120702909 1.0 0\n");
        QVERIFY(store.folder.runs({{}, u"parent"_s})->first().fingerprint != before);
    }

    void linesOfMetrics()
    {
        QVERIFY(!metricFromLine("12"));
        QVERIFY(!metricFromLine("12 x 3"));
        QVERIFY(!metricFromLine("x 1 3"));
        QVERIFY(!metricFromLine("-1 1 3"));
        QVERIFY(!metricFromLine("12 1 x"));
        const auto metric = metricFromLine("12 1e-3 4\n");
        QVERIFY(metric && metric->point == (MetricPoint{0.001, 12, 4}));
        QVERIFY(std::isnan(metricFromLine("12 nan 4")->point.value));
    }
};

QTEST_GUILESS_MAIN(TestMlrunsFolder)
#include "tst_mlrunsfolder.moc"
