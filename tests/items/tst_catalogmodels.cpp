// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/base/tone.h"
#include "models/items/catalogs/computesmodel.h"
#include "models/items/catalogs/environmentsmodel.h"
#include "models/items/catalogs/modelsmodel.h"

#include <QAbstractItemModel>
#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace Roost;
using namespace Roost::Items;
using namespace Qt::StringLiterals;

namespace {

constexpr auto failing = QAbstractItemModelTester::FailureReportingMode::QtTest;

QStringList text(const QAbstractItemModel &model)
{
    QStringList lines;
    for (int row = 0; row < model.rowCount(); ++row) {
        QStringList cells;
        for (int column = 0; column < model.columnCount(); ++column)
            cells += model.index(row, column).data().toString();
        lines += cells.join(" | "_L1);
    }
    return lines;
}

Compute cluster()
{
    Compute compute;
    compute.name = u"gpu-cluster"_s;
    compute.type = u"AmlCompute"_s;
    compute.size = u"STANDARD_NC6"_s;
    compute.maxNodes = 4;
    compute.currentNodes = 2;
    compute.busyNodes = 1;
    compute.state = ProvisioningState::Succeeded;
    return compute;
}

Compute local()
{
    Compute compute;
    compute.name = u"Local"_s;
    compute.type = u"Local"_s;
    compute.cores = 8;
    compute.gpus = 1;
    compute.state = ProvisioningState::Succeeded;
    return compute;
}

Run runOn(const QString &id, const QString &compute, RunStatus status)
{
    Run run;
    run.id = id;
    run.displayName = id;
    run.computeName = compute;
    run.status = status;
    return run;
}

} // namespace

class TestCatalogModels : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void computesListTheirActiveRuns()
    {
        ComputesModel model;
        QAbstractItemModelTester tester(&model, failing);
        model.setComputes({local(), cluster()});
        QCOMPARE(text(model), (QStringList{u"gpu-cluster | Ready | 1 of 2 busy, at most 4 | STANDARD_NC6 | "_s,
                                           u"Local | Ready | This machine | 8 cores, 1 GPU | "_s}));
        QSignalSpy resets(&model, &QAbstractItemModel::modelReset);
        const QPersistentModelIndex kept = model.index(1, 0);
        model.setActiveRuns({runOn(u"calm-finch"_s, u"Local"_s, RunStatus::Running),
                             runOn(u"bold-owl"_s, u"Local"_s, RunStatus::Queued),
                             runOn(u"old"_s, u"gpu-cluster"_s, RunStatus::Completed),
                             runOn(u"lost"_s, u"nowhere"_s, RunStatus::Running)});
        QCOMPARE(model.index(1, ComputesModel::Running).data().toString(), u"calm-finch and 1 more"_s);
        QCOMPARE(model.index(0, ComputesModel::Running).data().toString(), QString());
        QVERIFY(model.index(1, ComputesModel::Running).data(Qt::ToolTipRole).toString().contains(u"bold-owl"));
        model.setComputes({local()});
        QCOMPARE(kept.row(), 0);
        QCOMPARE(resets.count(), 0);
        QVERIFY(model.find(u"Local"_s));
        QVERIFY(!model.find(u"gpu-cluster"_s));
        QCOMPARE(model.index(0, ComputesModel::State).data(ToneRole).toInt(),
                 int(toneOf(ProvisioningState::Succeeded)));
    }

    void nodesAreDescribedInWords()
    {
        Compute compute = cluster();
        compute.currentNodes = 0;
        QCOMPARE(ComputesModel::nodesText(compute), u"None now, at most 4"_s);
        compute.maxNodes = 1;
        QCOMPARE(ComputesModel::nodesText(compute), u"None now, at most 1"_s);
        QCOMPARE(ComputesModel::sizeText(compute), u"STANDARD_NC6"_s);
        // Azure's node counts during a change of size, and for nodes that are neither busy nor idle.
        compute.maxNodes = 6;
        compute.state = ProvisioningState::Succeeded;
        compute.nodesKnown = false;
        QCOMPARE(ComputesModel::nodesText(compute), u"Not known yet, at most 6"_s);
        compute.nodesKnown = true;
        compute.currentNodes = 5;
        compute.busyNodes = 2;
        compute.leavingNodes = 2;
        compute.resizing = true;
        compute.targetNodes = 3;
        QCOMPARE(ComputesModel::nodesText(compute), u"2 of 5 busy, 2 leaving, 3 wanted, at most 6"_s);
        QCOMPARE(ComputesModel::stateText(compute), u"Resizing"_s);
    }

    void curatedEnvironmentsComeFirst()
    {
        EnvironmentsModel model;
        QAbstractItemModelTester tester(&model, failing);
        Environment custom;
        custom.name = u"Birds"_s;
        custom.version = u"12"_s;
        custom.condaYaml = u"dependencies: []"_s;
        Environment image = custom;
        image.name = u"apes"_s;
        image.version = u"3"_s;
        image.image = u"ubuntu:22.04"_s;
        Environment curated;
        curated.name = u"Zeta"_s;
        curated.version = u"1"_s;
        curated.curated = true;
        curated.packages = {u"torch 2.6.0"_s, u"numpy 2.2.4"_s};
        model.setEnvironments({custom, image, curated});
        QCOMPARE(text(model), (QStringList{u"Zeta | 1 | Curated | This machine's Python, 2 packages | "_s,
                                           u"apes | 3 | Custom | conda file on ubuntu:22.04 | "_s,
                                           u"Birds | 12 | Custom | conda file | "_s}));
        QCOMPARE(model.index(2, EnvironmentsModel::Version).data(SortRole).toInt(), 12);
        QCOMPARE(model.find(u"apes"_s)->image, u"ubuntu:22.04"_s);
    }

    void modelsAreNewestFirst()
    {
        ModelsModel model;
        QAbstractItemModelTester tester(&model, failing);
        RegisteredModel old{
            u"birds"_s, {}, u"2"_s, {{u"stage"_s, u"best"_s}}, QDateTime::currentDateTimeUtc().addDays(-3)};
        RegisteredModel fresh{u"apes"_s, u"All apes"_s, u"10"_s, {}, QDateTime::currentDateTimeUtc()};
        model.setModels({old, fresh});
        QCOMPARE(model.at(0).name, u"apes"_s);
        QCOMPARE(model.index(1, ModelsModel::Description).data().toString(), u"stage=best"_s);
        QCOMPARE(model.index(0, ModelsModel::LatestVersion).data(SortRole).toInt(), 10);
    }

    void versionsNameTheirSource()
    {
        ModelVersionsModel model;
        QAbstractItemModelTester tester(&model, failing);
        ModelVersion version;
        version.name = u"birds"_s;
        version.version = u"2"_s;
        version.type = u"custom_model"_s;
        version.uri = u"azureml://jobs/calm-finch/outputs/artifacts/paths/outputs/model.pt"_s;
        version.runId = u"calm-finch"_s;
        version.size = 3'200'000;
        ModelVersion loose;
        loose.version = u"1"_s;
        model.setRows({version, loose});
        QCOMPARE(model.index(0, ModelVersionsModel::Size).data().toString(), u"3.2 MB"_s);
        QCOMPARE(model.index(1, ModelVersionsModel::Size).data().toString(), QString());
        QCOMPARE(model.index(0, ModelVersionsModel::Source).data().toString(), u"calm-finch"_s);
        QCOMPARE(model.index(0, ModelVersionsModel::Type).data().toString(), u"File"_s);
        QCOMPARE(ModelVersionsModel::sourcePath(version), u"outputs/model.pt"_s);
        QCOMPARE(ModelVersionsModel::sourcePath(loose), QString());
        // The service has copied the model, so its source differs from the location of the copy.
        loose.uri = u"azureml://subscriptions/0/datastores/workspaceblobstore/paths/models/birds/1/model.pt"_s;
        QCOMPARE(ModelVersionsModel::sourcePath(loose), QString());
        loose.properties = {{u"roost.sourcePath"_s, u"outputs/best.pt"_s}};
        QCOMPARE(ModelVersionsModel::sourcePath(loose), u"outputs/best.pt"_s);
        // This version comes from an MLflow server.
        version.uri = u"mlflow-artifacts:/1/calm-finch/artifacts/outputs/m.pt"_s;
        QCOMPARE(ModelVersionsModel::sourcePath(version), u"outputs/m.pt"_s);
        version.uri = u"runs:/calm-finch/outputs/n.pt"_s;
        QCOMPARE(ModelVersionsModel::sourcePath(version), u"outputs/n.pt"_s);
    }
};

QTEST_GUILESS_MAIN(TestCatalogModels)
#include "tst_catalogmodels.moc"
