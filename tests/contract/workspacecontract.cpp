// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/contract/workspacecontract.h"

#include "models/core/computeload.h"
#include "tests/support/wait.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Roost::Testing::Contract {

namespace {

bool hasRun(const QList<Run> &runs, const QString &id)
{
    return std::ranges::any_of(runs, [&id](const Run &run) { return run.id == id; });
}

// Returns all runs, read in pages of two.
Result<QList<Run>> allRuns(Workspace &workspace, RunQuery query)
{
    query.pageSize = 2;
    QList<Run> all;
    QString next;
    do {
        const auto page = waitFor(workspace.runHistory()->runs(query, next));
        if (!page)
            return std::unexpected(page.error());
        all += page->items;
        next = page->next;
    } while (!next.isEmpty());
    return all;
}

} // namespace

void computesAreMadeAndRemoved(Workspace &workspace)
{
    auto *computes = workspace.computes();
    QVERIFY(computes);
    Compute wanted;
    wanted.name = u"pair"_s;
    wanted.type = u"AmlCompute"_s;
    wanted.size = u"two at once"_s;
    wanted.maxNodes = 2;
    ROOST_GET(made, computes->create(wanted));
    QCOMPARE(made.name, wanted.name);
    QTRY_COMPARE(waitFor(computes->compute(wanted.name)).value_or(Compute()).state, ProvisioningState::Succeeded);
    ROOST_GET(found, computes->compute(wanted.name));
    QCOMPARE(found.maxNodes, 2);
    QCOMPARE(found.size, wanted.size);
    ROOST_GET(listed, computes->computes());
    QVERIFY(std::ranges::any_of(listed, [](const Compute &one) { return one.name == u"pair"_s; }));
    if (ComputeLoad *load = workspace.computeLoad()) {
        ROOST_GET(nodes, load->load(wanted.name));
        QCOMPARE(nodes.size(), 1);
        QVERIFY(nodes[0].cores > 0 && nodes[0].memoryTotal > nodes[0].memoryUsed && nodes[0].memoryUsed > 0);
        QCOMPARE(waitFor(load->load(u"nowhere"_s)).error().kind, ErrorKind::NotFound);
    }
    ROOST_DONE(computes->remove(wanted.name));
    QTRY_VERIFY(!waitFor(computes->compute(wanted.name)));
}

void environmentsGetVersions(Workspace &workspace)
{
    auto *environments = workspace.environments();
    QVERIFY(environments);
    Environment wanted;
    wanted.name = u"contract-env"_s;
    wanted.description = u"one"_s;
    wanted.condaYaml = u"name: t\ndependencies:\n- python\n"_s;
    ROOST_GET(first, environments->create(wanted));
    QCOMPARE(first.version, u"1"_s);
    wanted.condaYaml += u"- pip\n"_s;
    ROOST_GET(second, environments->create(wanted));
    QCOMPARE(second.version, u"2"_s);
    ROOST_GET(versions, environments->versions(wanted.name));
    QCOMPARE(versions.size(), 2);
    QCOMPARE(versions.first().version, u"2"_s);
    ROOST_GET(latest, environments->environment(wanted.name));
    QCOMPARE(latest.version, u"2"_s);
    QCOMPARE(latest.condaYaml, wanted.condaYaml);
    ROOST_GET(old, environments->environment(wanted.name, u"1"_s));
    QVERIFY(old.condaYaml != latest.condaYaml);
    ROOST_GET(all, environments->environments());
    const auto it = std::ranges::find(all, wanted.name, &Environment::name);
    QVERIFY(it != all.end());
    QCOMPARE(it->version, u"2"_s);
}

void submittedRunsAreListed(Workspace &workspace, const Job &job)
{
    auto *jobs = workspace.jobs();
    QVERIFY(jobs);
    QStringList ids;
    for (int i = 0; i < 3; ++i) {
        ROOST_GET(run, jobs->submit(job));
        QVERIFY(!run.id.isEmpty());
        QVERIFY(!isTerminal(run.status));
        ids.append(run.id);
    }
    RunQuery query;
    const auto all = allRuns(workspace, query);
    QVERIFY2(all, all ? "" : describe(all.error()).constData());
    for (const auto &id : ids)
        QVERIFY(hasRun(*all, id));
    QCOMPARE(std::ranges::count_if(*all, [&](const Run &run) { return ids.contains(run.id); }), 3);
    query.experiment = job.experiment;
    const auto own = allRuns(workspace, query);
    QVERIFY(own);
    for (const auto &run : *own)
        QCOMPARE(run.experiment, job.experiment);
    QCOMPARE(own->size(), 3);
    query.experiment = u"no such experiment"_s;
    const auto none = allRuns(workspace, query);
    QVERIFY(none);
    QVERIFY(none->isEmpty());
    ROOST_GET(run, workspace.runHistory()->run(ids.first()));
    QCOMPARE(run.command, job.command);
    QCOMPARE(run.computeName, job.compute);
    ROOST_GET(asked, jobs->job(ids.first()));
    QCOMPARE(asked.command, job.command);
    QCOMPARE(asked.environment.name, job.environment.name);
    for (const auto &id : ids) {
        ROOST_DONE(jobs->cancel(id));
        QTRY_VERIFY_WITH_TIMEOUT(isTerminal(waitFor(workspace.runHistory()->run(id)).value_or(Run()).status), 30000);
    }
    query = RunQuery();
    query.activeOnly = true;
    const auto active = allRuns(workspace, query);
    QVERIFY(active);
    QVERIFY(!hasRun(*active, ids.first()));
    ROOST_GET(renamed, workspace.runHistory()->rename(ids.first(), u"a better name"_s));
    QCOMPARE(renamed.displayName, u"a better name"_s);
    ROOST_GET(tagged, workspace.runHistory()->setTag(ids.first(), u"note"_s, u"good"_s));
    QCOMPARE(tagged.tags.value(u"note"_s), u"good"_s);
    ROOST_GET(untagged, workspace.runHistory()->setTag(ids.first(), u"note"_s, QString()));
    QVERIFY(!untagged.tags.contains(u"note"_s));
    ROOST_DONE(jobs->remove(ids.first()));
    const auto gone = waitFor(workspace.runHistory()->run(ids.first()));
    QVERIFY(!gone);
    QCOMPARE(gone.error().kind, ErrorKind::NotFound);
}

void namesAreTakenOnce(Workspace &workspace, const Job &job)
{
    auto named = job;
    named.name = u"only-once"_s;
    ROOST_GET(run, workspace.jobs()->submit(named));
    QCOMPARE(run.id, named.name);
    const auto again = waitFor(workspace.jobs()->submit(named));
    QVERIFY(!again);
    QCOMPARE(again.error().kind, ErrorKind::Conflict);
    ROOST_DONE(workspace.jobs()->cancel(run.id));
}

void filesAreReadByRanges(Workspace &workspace, const QString &runId, const QString &path, const QByteArray &content)
{
    auto *history = workspace.runHistory();
    ROOST_GET(artifacts, history->artifacts(runId, path.section(u'/', 0, 0) + u'/'));
    const auto it = std::ranges::find(artifacts, path, &Artifact::path);
    QVERIFY(it != artifacts.end());
    QCOMPARE(it->size, content.size());
    ROOST_GET(file, history->file(runId, path));
    ROOST_GET(whole, workspace.files()->read(file, 0, content.size() + 10));
    QCOMPARE(whole.data, content);
    QCOMPARE(whole.size, content.size());
    ROOST_GET(part, workspace.files()->read(file, 2, 3));
    QCOMPARE(part.data, content.mid(2, 3));
    QCOMPARE(part.offset, 2);
    ROOST_GET(end, workspace.files()->read(file, content.size(), 10));
    QVERIFY(end.data.isEmpty());
    ROOST_GET(behind, workspace.files()->read(file, content.size() + 100, 10));
    QVERIFY(behind.data.isEmpty());
}

void modelsGetVersions(Workspace &workspace, const QString &runId, const QString &path, const QByteArray &content)
{
    auto *models = workspace.models();
    QVERIFY(models);
    ROOST_GET(first, models->create(u"birds"_s, runId, path, u"the first"_s, {{u"acc"_s, u"0.9"_s}}));
    QCOMPARE(first.version, u"1"_s);
    QCOMPARE(first.runId, runId);
    ROOST_GET(second, models->create(u"birds"_s, runId, path));
    QCOMPARE(second.version, u"2"_s);
    ROOST_GET(versions, models->versions(u"birds"_s));
    QCOMPARE(versions.size(), 2);
    QCOMPARE(versions.first().version, u"2"_s);
    QCOMPARE(versions.last().description, u"the first"_s);
    QCOMPARE(versions.last().tags.value(u"acc"_s), u"0.9"_s);
    ROOST_GET(files, models->files(versions.first()));
    QCOMPARE(files.size(), 1);
    QCOMPARE(files.first().path, path.section(u'/', -1));
    ROOST_GET(chunk, workspace.files()->read(files.first(), 0, content.size() + 10));
    QCOMPARE(chunk.data, content);
    ROOST_GET(all, models->models());
    QCOMPARE(all.size(), 1);
    QCOMPARE(all.first().latestVersion, u"2"_s);
    ROOST_DONE(models->remove(u"birds"_s, u"1"_s));
    ROOST_GET(left, models->versions(u"birds"_s));
    QCOMPARE(left.size(), 1);
    const auto none = waitFor(models->create(u"birds"_s, runId, u"outputs/no-such-file"_s));
    QVERIFY(!none);
}

void snapshotsAreLookedInto(Workspace &workspace, const QString &codeId, const QString &path, const QByteArray &content,
                            qsizetype files)
{
    ROOST_GET(all, workspace.jobs()->snapshotFiles(codeId));
    QCOMPARE(all.size(), files);
    const auto found = std::ranges::find_if(all, [&path](const SnapshotFile &file) { return file.file.path == path; });
    QVERIFY(found != all.end());
    QCOMPARE(found->size, content.size());
    ROOST_GET(chunk, workspace.files()->read(found->file, 0, content.size() + 1));
    QCOMPARE(chunk.data, content);
}

void whatIsMissingIsNotFound(Workspace &workspace)
{
    const auto is = [](const auto &result) { return !result && result.error().kind == ErrorKind::NotFound; };
    QVERIFY(is(waitFor(workspace.runHistory()->run(u"nobody"_s))));
    QVERIFY(is(waitFor(workspace.runHistory()->file(u"nobody"_s, u"outputs/x"_s))));
    QVERIFY(is(waitFor(workspace.jobs()->cancel(u"nobody"_s))));
    QVERIFY(is(waitFor(workspace.jobs()->job(u"nobody"_s))));
    QVERIFY(is(waitFor(workspace.jobs()->snapshotFiles(u"azureml:nothing:1"_s))));
    QVERIFY(is(waitFor(workspace.computes()->compute(u"nowhere"_s))));
    QVERIFY(is(waitFor(workspace.environments()->environment(u"nothing"_s))));
    QVERIFY(is(waitFor(workspace.environments()->environment(u"nothing"_s, u"1"_s))));
}

void metricsComeOnce(Workspace &workspace, const QString &runId, const QString &key, qsizetype count)
{
    QList<MetricPoint> points;
    QString cursor;
    for (int round = 0; round < 100; ++round) {
        ROOST_GET(page, workspace.runHistory()->metric(runId, key, cursor));
        points += page.points;
        cursor = page.cursor;
        // Two rounds more than needed, because no point may arrive twice.
        if (!page.more && points.size() >= count && round > 2)
            break;
    }
    QCOMPARE(points.size(), count);
    for (qsizetype i = 0; i < count; ++i)
        QCOMPARE(points.at(i).step, i);
}

} // namespace Roost::Testing::Contract
