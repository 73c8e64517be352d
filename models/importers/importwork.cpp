// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/importers/importwork.h"

#include "models/core/runkeys.h"
#include "models/core/words.h"
#include "models/wire/mlflow/client.h"
#include "models/wire/mlflow/copyreplies.h"
#include "models/wire/mlflow/copyrequests.h"

#include <QCoreApplication>
#include <QSet>

namespace Roost::Importers {

using namespace Qt::StringLiterals;

ImportWork::ImportWork(const Target &target, ImportSource &source, Remarks &remarks, const Stop &stop,
                       ProgressSink progress)
    : m_source(source)
    , m_remarks(remarks)
    , m_stop(stop)
    , m_show(std::move(progress))
    , m_api(target.network, target.server, stop)
    , m_cleaning(target.network, target.server, m_never)
    , m_writer(m_api, source, remarks, [this] { report(); })
    , m_models(m_api, source, remarks, m_writer)
{
}

Result<void> ImportWork::run(const ImportOptions &options)
{
    const auto found = m_source.runs(options.selection);
    if (!found)
        return std::unexpected(found.error());
    m_result.found = found->size();
    m_progress.all = found->size();
    auto index = TargetIndex::read(m_api);
    if (!index)
        return std::unexpected(index.error());
    m_index = std::move(*index);
    auto done = options.dryRun ? Result<void>() : removeIncomplete();
    if (done)
        done = importRuns(parentsFirst(*found), options);
    if (done && !options.dryRun && !m_stop.isRequested())
        done = linkOrphans();
    if (done && !options.dryRun && !m_stop.isRequested())
        done = importModels(options.selection);
    count();
    if (m_stop.isRequested()) {
        m_result.stopped = true;
        return {};
    }
    return done;
}

QList<SourceRun> ImportWork::parentsFirst(const QList<SourceRun> &runs)
{
    QHash<QString, qsizetype> places;
    for (qsizetype i = 0; i < runs.size(); ++i)
        places.insert(runs[i].origin, i);
    QList<SourceRun> ordered;
    QSet<qsizetype> seen;
    for (qsizetype i = 0; i < runs.size(); ++i) {
        QList<qsizetype> chain;
        // The set also ends a circle of parents.
        for (qsizetype at = i; at >= 0 && !seen.contains(at); at = places.value(runs[at].parentOrigin, -1)) {
            seen.insert(at);
            chain.prepend(at);
        }
        for (const qsizetype at : std::as_const(chain))
            ordered += runs[at];
    }
    return ordered;
}

Result<void> ImportWork::removeIncomplete()
{
    const QStringList incomplete = m_index.incomplete();
    for (const QString &id : incomplete) {
        if (const auto removed = m_api.query(u"runs/delete"_s, Wire::runIdBody(id)); !removed)
            return std::unexpected(removed.error());
    }
    return {};
}

bool ImportWork::isCurrent(const TargetRun &earlier, const SourceRun &run) const
{
    // A copy of the run in a source of another kind has a fingerprint that says nothing about this one.
    return earlier.deleted || earlier.fingerprint == run.fingerprint ||
           earlier.fingerprint.section(u':', 0, 0) != run.fingerprint.section(u':', 0, 0);
}

Result<void> ImportWork::importRuns(const QList<SourceRun> &runs, const ImportOptions &options)
{
    if (!options.dryRun) {
        const auto models = m_source.loggedModels(runs);
        if (!models)
            return std::unexpected(models.error());
        QSet<QString> experiments;
        for (const SourceRun &run : runs) {
            const QString name = options.into.isEmpty() ? run.experiment : options.into;
            if (const auto *experiment = m_index.experiment(name))
                experiments.insert(experiment->id);
        }
        if (auto ready = m_models.prepare(*models, experiments.values()); !ready)
            return ready;
    }
    for (const SourceRun &run : runs) {
        if (m_stop.isRequested())
            return {};
        m_progress.run = run.name;
        report();
        const TargetRun *earlier = m_index.run(run.origin);
        if (earlier && isCurrent(*earlier, run)) {
            m_models.addRun(run.origin.section(u':', 1), *earlier);
            ++m_result.skipped;
        } else if (options.dryRun) {
            ++(earlier ? m_result.updated : m_result.imported);
        } else if (auto done = importRun(run, options); !done) {
            return done;
        }
        ++m_progress.done;
    }
    report();
    return {};
}

Result<void> ImportWork::importRun(const SourceRun &run, const ImportOptions &options)
{
    const TargetRun *earlier = m_index.run(run.origin);
    const auto experiment = experimentFor(run, options);
    const auto read = experiment ? m_source.read(run) : Result<ImportedRun>(std::unexpected(experiment.error()));
    Result<TargetRun> written = failure(ErrorKind::Failed, QString());
    if (read) {
        const TargetRun *parent = m_index.run(run.parentOrigin);
        const RunWriter::Target target{*experiment, parent ? parent->id : QString(), earlier,
                                       [&](const TargetRun &one) { return m_models.writeModelsOf(*read, one); }};
        written = m_writer.write(*read, target);
    }
    if (read && written) {
        m_index.addRun(run.origin, *written);
        ++(earlier ? m_result.updated : m_result.imported);
        return {};
    }
    const Error error = read ? written.error() : read.error();
    removeIncompleteRun(run);
    if (m_stop.isRequested())
        return {};
    m_remarks.leftOut(run.place, error.text);
    ++m_result.failed;
    const bool isLost = error.kind == ErrorKind::Unreachable || error.kind == ErrorKind::Denied;
    return isLost ? Result<void>(std::unexpected(error)) : Result<void>();
}

void ImportWork::removeIncompleteRun(const SourceRun &run)
{
    if (m_writer.incompleteId().isEmpty())
        return;
    m_models.removeModelsOf(run.origin.section(u':', 1), m_cleaning);
    // If this fails, the next import removes the run.
    static_cast<void>(m_cleaning.query(u"runs/delete"_s, Wire::runIdBody(m_writer.incompleteId())));
}

Result<QString> ImportWork::experimentFor(const SourceRun &run, const ImportOptions &options)
{
    const QString name = options.into.isEmpty() ? run.experiment : options.into;
    if (const auto *known = m_index.experiment(name)) {
        if (!known->deleted)
            return known->id;
        return failure(ErrorKind::Rejected,
                       Words::tr("The experiment \"%1\" of the target is deleted. Restore it, or name another one with "
                                 "--into.")
                           .arg(name));
    }
    const auto made = m_api.post(u"experiments/create"_s, Wire::newExperimentBody(name));
    if (!made)
        return std::unexpected(made.error());
    const QString id = Wire::newExperimentIdIn(*made);
    m_index.addExperiment(name, id);
    const StringMap tags = options.into.isEmpty() ? m_source.experimentTags(run.experiment) : StringMap();
    for (const auto &[key, value] : tags.asKeyValueRange()) {
        const auto set = m_api.query(u"experiments/set-experiment-tag"_s, Wire::experimentTagBody(id, key, value));
        if (!set)
            m_remarks.leftOut(Words::tr("experiment %1").arg(name),
                              Words::tr("The tag %1 was refused: %2").arg(key, set.error().text));
    }
    return id;
}

// Links runs of this and earlier imports to parents that were imported after them.
Result<void> ImportWork::linkOrphans()
{
    const auto orphans = m_index.orphans();
    for (const auto &[id, origin] : orphans.asKeyValueRange()) {
        const TargetRun *parent = m_index.run(origin);
        if (!parent)
            continue;
        auto done = m_api.query(u"runs/set-tag"_s, Wire::runTagBody(id, TagName::parentRun, parent->id));
        if (done)
            done = m_api.query(u"runs/delete-tag"_s, Wire::runTagBody(id, ImportTag::parent, {}));
        if (!done)
            return std::unexpected(done.error());
    }
    return {};
}

Result<void> ImportWork::importModels(const RunSelection &selection)
{
    const auto models = m_source.registeredModels();
    if (!models)
        return std::unexpected(models.error());
    const auto written =
        m_models.writeRegisteredModels(*models, selection.experiment.isEmpty() && selection.filter.isEmpty());
    if (!written)
        return std::unexpected(written.error());
    m_result.modelVersions = *written;
    return {};
}

void ImportWork::report()
{
    m_progress.points = m_writer.counts().points;
    m_progress.bytes = m_writer.counts().bytes;
    m_show(m_progress);
    // Work on local files alone would not let the user stop it.
    QCoreApplication::processEvents();
}

void ImportWork::count()
{
    const RunWriter::Counts &counts = m_writer.counts();
    m_result.points = counts.points;
    m_result.files = counts.files;
    m_result.bytes = counts.bytes;
    m_result.loggedModels = m_models.countLoggedModels();
    m_result.remarksLeftOut = m_remarks.countLeftOut();
}

} // namespace Roost::Importers
