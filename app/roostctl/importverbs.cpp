// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/roostctl/commandcontext.h"
#include "app/roostctl/interrupt.h"
#include "app/roostctl/transferprogress.h"
#include "app/roostctl/verb.h"
#include "models/importers/importwork.h"
#include "models/importers/mlflowserver.h"
#include "models/importers/recognition.h"

#include <QDir>
#include <QFileInfo>

namespace Roost::Ctl {

using namespace Importers;
using namespace Qt::StringLiterals;

namespace {

bool isUrl(const QString &source)
{
    return source.contains("://"_L1);
}

/// Shows remarks as they are made, and keeps them for --json.
class RemarkList
{
public:
    RemarkList(bool asJson, TransferProgress &progress)
        : m_asJson(asJson)
        , m_progress(progress)
    {
    }

    void add(const Remark &remark)
    {
        const bool isLeftOut = remark.kind == Remark::Kind::LeftOut;
        m_json += QJsonObject{
            {u"kind"_s, isLeftOut ? u"leftOut"_s : u"changed"_s}, {u"where"_s, remark.where}, {u"text"_s, remark.text}};
        if (m_asJson)
            return;
        m_progress.clear();
        printError(u"%1: %2%3"_s.arg(remark.where, isLeftOut ? u"left out: "_s : QString(), remark.text));
    }
    const QJsonArray &json() const { return m_json; }

private:
    bool m_asJson;
    TransferProgress &m_progress;
    QJsonArray m_json;
};

QString progressText(const ImportProgress &progress)
{
    return u"%1 of %2 runs, %3 points, %4  %5"_s.arg(progress.done)
        .arg(progress.all)
        .arg(progress.points)
        .arg(sizeText(progress.bytes), progress.run);
}

QJsonObject resultJson(const QString &kind, const QString &source, const ImportResult &result,
                       const QJsonArray &remarks)
{
    return {{u"source"_s, source},
            {u"kind"_s, kind},
            {u"found"_s, result.found},
            {u"imported"_s, result.imported},
            {u"updated"_s, result.updated},
            {u"skipped"_s, result.skipped},
            {u"failed"_s, result.failed},
            {u"points"_s, result.points},
            {u"files"_s, result.files},
            {u"bytes"_s, result.bytes},
            {u"loggedModels"_s, result.loggedModels},
            {u"modelVersions"_s, result.modelVersions},
            {u"leftOut"_s, result.remarksLeftOut},
            {u"stopped"_s, result.stopped},
            {u"remarks"_s, remarks}};
}

void printResult(const ImportResult &result, bool isDryRun)
{
    printLine(u"%1 runs found: %2 %3, %4 %5, %6 already there%7."_s.arg(result.found)
                  .arg(result.imported)
                  .arg(isDryRun ? u"to import"_s : u"imported"_s)
                  .arg(result.updated)
                  .arg(isDryRun ? u"to update"_s : u"updated"_s)
                  .arg(result.skipped)
                  .arg(result.failed > 0 ? u", %1 left out"_s.arg(result.failed) : QString()));
    if (!isDryRun)
        printLine(u"%1 points, %2 files (%3), %4 logged models, %5 model versions."_s.arg(result.points)
                      .arg(result.files)
                      .arg(sizeText(result.bytes))
                      .arg(result.loggedModels)
                      .arg(result.modelVersions));
    if (result.stopped)
        printError(u"Stopped. All runs in the target are whole; the same command continues with the others."_s);
    else if (result.remarksLeftOut > 0)
        printError(u"%1 things were left out; see above."_s.arg(result.remarksLeftOut));
}

// Opens the source. Prints an error and returns null if that fails.
std::unique_ptr<ImportSource> openSource(CommandContext &context, std::optional<SourceKind> wanted, const Stop &stop,
                                         Remarks &remarks, SourceKind &kind)
{
    const QString source = context.argument(0);
    const bool isWorkspace = QFileInfo::exists(source + u"/roost.db"_s);
    if (isUrl(source) || (isWorkspace && (!wanted || *wanted == SourceKind::Server))) {
        if (wanted && *wanted != SourceKind::Server) {
            printError(u"%1 is a server, not a folder of %2."_s.arg(source, toWord(*wanted)));
            return nullptr;
        }
        kind = SourceKind::Server;
        const auto server = context.trackingAt(source);
        return server ? std::make_unique<MlflowServer>(context.network(), *server, stop, remarks) : nullptr;
    }
    const auto folder = recogniseFolder(source, wanted);
    if (!folder) {
        printError(folder.error());
        return nullptr;
    }
    kind = folder->kind;
    return openFolder(*folder, context.has(u"follow-links"_s), remarks);
}

int importRuns(CommandContext &context)
{
    const auto wanted = sourceKindFromWord(context.option(u"from"_s));
    if (context.has(u"from"_s) && !wanted) {
        printError(u"--from takes mlflow, mlruns, tensorboard or wandb."_s);
        return BadUsage;
    }
    const auto address = context.address();
    if (!address)
        return Trouble;
    Interrupt interrupt;
    Stop stop;
    QObject::connect(&interrupt, &Interrupt::pressed, &stop, &Stop::request);
    TransferProgress progress;
    RemarkList list(context.wantsJson(), progress);
    Remarks remarks([&](const Remark &remark) { list.add(remark); });
    SourceKind kind = SourceKind::Server;
    const auto source = openSource(context, wanted, stop, remarks, kind);
    const auto target = source ? context.trackingAt(*address) : std::nullopt;
    if (!target)
        return Trouble;
    const ImportOptions options{.selection = {.experiment = context.option(u"experiment"_s),
                                              .filter = context.option(u"filter"_s),
                                              .withDeleted = context.has(u"deleted"_s)},
                                .into = context.option(u"into"_s),
                                .dryRun = context.has(u"dry-run"_s)};
    ImportWork work({context.network(), *target}, *source, remarks, stop,
                    [&](const ImportProgress &now) { progress.show(progressText(now)); });
    const auto done = work.run(options);
    progress.clear();
    if (context.wantsJson())
        print(resultJson(toWord(kind), source->title(), work.result(), list.json()));
    else if (done || work.result().imported > 0)
        printResult(work.result(), options.dryRun);
    if (!done)
        printError(done.error());
    return done && work.result().isWhole() ? Done : Trouble;
}

} // namespace

QList<Verb> importVerbs()
{
    const QCommandLineOption from(
        u"from"_s, u"What the source is, if it is not recognised: mlflow, mlruns, tensorboard or wandb."_s, u"KIND"_s);
    const QCommandLineOption experiment(u"experiment"_s, u"Only this experiment of the source (W&B: project)."_s,
                                        u"NAME"_s);
    const QCommandLineOption into(u"into"_s, u"Puts all runs into this experiment."_s, u"NAME"_s);
    const QCommandLineOption filter(
        u"filter"_s,
        u"Only some runs: of a server, a filter as in MLflow's search (metrics.loss < 0.1); of "
        "a folder, a pattern of names (bird*)."_s,
        u"FILTER"_s);
    const QCommandLineOption deleted(u"deleted"_s, u"Also deleted runs; they are deleted in the target as well."_s);
    const QCommandLineOption links(u"follow-links"_s,
                                   u"Also copies files outside the folder to which links or addresses in it lead."_s);
    const QCommandLineOption dry(u"dry-run"_s, u"Only counts what would be imported."_s);
    return {{u"import"_s,
             u"SOURCE"_s,
             u"Imports runs of an MLflow server (URL), an mlruns folder, a TensorBoard folder or W&B's offline runs."_s,
             {from, experiment, into, filter, deleted, links, dry},
             1,
             1,
             importRuns}};
}

} // namespace Roost::Ctl
