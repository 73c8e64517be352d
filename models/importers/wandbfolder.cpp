// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/importers/wandbfolder.h"

#include "models/core/runkeys.h"
#include "models/core/wholewrite.h"
#include "models/core/words.h"
#include "models/importers/flatvalues.h"
#include "models/wandb/recordfile.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QTimeZone>

#include <algorithm>
#include <cmath>
#include <ranges>

namespace Roost::Importers {

using namespace Qt::StringLiterals;

namespace {

constexpr auto outputMark = "output:"_L1; // before the origin, in the place of a file that is made from records
constexpr auto outputFile = "output.log"_L1;
constexpr int mostDamage = 20;

// Returns the .wandb file in the folder of a run; empty if there is none.
QString runFileIn(const QString &folder)
{
    const QStringList names = QDir(folder).entryList({u"run-*.wandb"_s}, QDir::Files | QDir::NoSymLinks);
    return names.isEmpty() ? QString() : folder + u'/' + names.first();
}

QStringList runFilesBelow(const QString &folder)
{
    if (const QString own = runFileIn(folder); !own.isEmpty())
        return {own};
    QStringList files;
    const QStringList names =
        QDir(folder).entryList({u"offline-run-*"_s, u"run-*"_s}, QDir::Dirs | QDir::NoSymLinks | QDir::NoDotAndDotDot);
    for (const QString &name : names) {
        if (const QString file = runFileIn(folder + u'/' + name); !file.isEmpty())
            files += file;
    }
    // offline-run-TIME-ID and run-TIME-ID, by time
    std::ranges::sort(files, {}, [](const QString &file) {
        const QString name = QFileInfo(file).dir().dirName();
        return name.sliced(name.indexOf("run-"_L1));
    });
    return files;
}

bool isInternal(const QString &name)
{
    return name.startsWith(u'_');
}

// Returns the number that a step records about itself, such as its time.
std::optional<double> ownNumber(const Wandb::History &history, QLatin1StringView name)
{
    for (const Wandb::Item &item : history.items) {
        if (item.names.size() != 1 || item.names.first() != name)
            continue;
        bool isNumber = false;
        const double number = item.json.toDouble(&isNumber);
        return isNumber ? std::optional(number) : std::nullopt;
    }
    return std::nullopt;
}

// Returns the names of the objects among the items that describe a file or a histogram: each of their members may be an
// item of its own.
template <typename Items>
QStringList mediaIn(const Items &items)
{
    QStringList media;
    for (const Wandb::Item &item : items) {
        if (item.names.size() > 1 && item.names.last() == "_type"_L1)
            media += item.names.first(item.names.size() - 1).join(u'.');
    }
    return media;
}

// Returns the object that contains the value; empty if none does.
QString mediaAround(const QStringList &media, const QString &name)
{
    const auto found = std::ranges::find_if(
        media, [&](const QString &one) { return name.startsWith(one) && name.sliced(one.size()).startsWith(u'.'); });
    return found == media.end() ? QString() : *found;
}

// Returns milliseconds since 1970; 0 if the step records no time.
qint64 timeOf(const Wandb::History &history)
{
    constexpr double latest = 253402300799;
    const double seconds = ownNumber(history, "_timestamp"_L1).value_or(0);
    return seconds > 0 && seconds < latest ? qint64(seconds * 1000) : 0;
}

std::optional<qint64> stepOf(const Wandb::History &history)
{
    if (history.step)
        return history.step;
    const auto number = ownNumber(history, "_step"_L1);
    return number && std::abs(*number) < 9e15 ? std::optional(qint64(*number)) : std::nullopt;
}

} // namespace

/// What is known of a run while its records are read.
struct WandbFolder::Reading
{
    QString where;
    QDateTime started;
    qint64 lastMs = 0;
    qint64 lastStep = 0;
    qint64 samples = 0;
    QSet<QString> series;
    QSet<QString> others; // values that are not numbers
};

QString WandbFolder::folderOf(const QString &path)
{
    const QFileInfo info(path);
    if (info.isFile() && info.suffix() == "wandb"_L1)
        return info.absolutePath();
    const QString folder = QDir::cleanPath(info.absoluteFilePath());
    for (const QString &one : QStringList{folder, folder + u"/wandb"_s}) {
        if (!runFilesBelow(one).isEmpty())
            return one;
    }
    return {};
}

Result<void> WandbFolder::recordsOf(const QString &file, bool showsDamage, const RecordSink &sink)
{
    auto reader = Wandb::RecordFile::open(file);
    if (!reader)
        return failure(reader.error().kind, u"%1: %2"_s.arg(file, reader.error().text));
    int count = 0;
    const auto damaged = [&](const Wandb::RecordFile::Damage &damage) {
        if (!showsDamage || ++count > mostDamage)
            return;
        const QString where = u"%1:%2"_s.arg(file).arg(damage.offset);
        damage.isTail
            ? m_remarks.changed(where, Words::tr("%1 It was being written when its run ended.").arg(damage.why))
            : m_remarks.leftOut(where, damage.why);
    };
    qint64 index = 0;
    while (const auto bytes = reader->next(damaged)) {
        const auto record = Wandb::recordFrom(*bytes);
        ++index;
        if (!record && showsDamage && ++count <= mostDamage)
            m_remarks.leftOut(u"%1:%2"_s.arg(file).arg(index), Words::tr("The record cannot be read."));
        if (!record)
            continue;
        if (auto taken = sink(*record); !taken)
            return taken;
    }
    if (count > mostDamage)
        m_remarks.leftOut(file, Words::tr("%1 more records are damaged.").arg(count - mostDamage));
    return {};
}

Result<void> WandbFolder::records(const QString &origin, bool showsDamage, const RecordSink &sink)
{
    const QStringList files = m_files.value(origin);
    for (const QString &file : files) {
        if (auto read = recordsOf(file, showsDamage, sink); !read)
            return read;
    }
    return {};
}

// Reads a file up to its description of the run.
std::optional<Wandb::Run> WandbFolder::readHead(const QString &file)
{
    std::optional<Wandb::Run> found;
    const auto read = recordsOf(file, false, [&](const Wandb::Record &record) -> Result<void> {
        if (const auto *run = std::get_if<Wandb::Run>(&record)) {
            found = *run;
            return failure(ErrorKind::Failed, QString()); // ends the reading
        }
        return {};
    });
    if (!found)
        m_remarks.leftOut(file, read ? Words::tr("It contains no description of a run.") : read.error().text);
    return found;
}

Result<QList<SourceRun>> WandbFolder::runs(const RunSelection &selection)
{
    QList<SourceRun> found;
    QHash<QString, qsizetype> places;
    const QStringList files = runFilesBelow(m_access.folder);
    for (const QString &file : files) {
        const auto run = readHead(file);
        if (!run)
            continue;
        const QString project = run->project.isEmpty() ? u"uncategorized"_s : run->project;
        if (!selection.experiment.isEmpty() && project != selection.experiment)
            continue;
        const QString folder = QFileInfo(file).path();
        const QString name = run->name.isEmpty() ? run->id : run->name;
        if (!matchesPattern(selection.filter, {name, run->id, QFileInfo(folder).fileName()}))
            continue;
        const QString origin = u"wandb:%1/%2"_s.arg(project, run->id);
        m_files[origin] += file;
        const QString fingerprint = fingerprintOfFolder(folder);
        if (const auto known = places.constFind(origin); known != places.constEnd()) {
            found[*known].fingerprint += u'-' + fingerprint;
            continue;
        }
        places.insert(origin, found.size());
        found += SourceRun{.origin = origin,
                           .parentOrigin = {},
                           .name = name,
                           .experiment = project,
                           .place = folder,
                           .fingerprint = u"wandb:"_s + fingerprint};
    }
    return found;
}

/// Collects the records of a run except its steps and its output.
class WandbFolder::Description
{
public:
    Description(const SourceRun &source, Remarks &remarks)
        : m_remarks(remarks)
    {
        m_run.source = source;
    }

    void operator()(std::monostate /*unused*/) {}
    void operator()(const Wandb::Output & /*output*/) {}
    void operator()(const Wandb::Statistics & /*sample*/) {}
    void operator()(const Wandb::History &history) { m_lastMs = std::max(m_lastMs, timeOf(history)); }
    void operator()(const Wandb::Config &config) { change(m_config, config); }
    void operator()(const Wandb::Summary &summary) { change(m_summary, summary); }
    void operator()(const Wandb::Exit &exit) { m_exitCode = exit.code; }
    void operator()(const Wandb::Artifact &artifact)
    {
        m_remarks.leftOut(m_run.source.place, Words::tr("The artifact %1 (%2) of W&B is not in the folder of the run. "
                                                        "Log its files again, or copy them to files/.")
                                                  .arg(artifact.name, artifact.type));
    }
    void operator()(const Wandb::Run &run)
    {
        if (!m_run.started.isValid())
            m_run.started = run.started;
        change(m_config, run.config);
        change(m_summary, run.summary);
        tag(TagName::note.toString(), run.notes);
        tag(u"wandb.group"_s, run.group);
        tag(u"wandb.job_type"_s, run.jobType);
        tag(u"wandb.sweep"_s, run.sweep);
        tag(u"wandb.host"_s, run.host);
        tag(u"wandb.entity"_s, run.entity);
        tag(u"wandb.project"_s, run.project);
        tag(u"wandb.id"_s, run.id);
        tagSource(run.gitRemote, run.gitCommit);
        for (const QString &one : run.tags)
            tag(u"wandb.tag."_s + one, u"true"_s);
    }
    void operator()(const Wandb::Environment &environment)
    {
        tag(TagName::sourceName.toString(), environment.program);
        tag(TagName::user.toString(), environment.user);
        tag(u"wandb.arguments"_s, environment.arguments.join(u' '));
        tag(u"wandb.os"_s, environment.os);
        tag(u"wandb.python"_s, environment.python);
        tagSource(environment.gitRemote, environment.gitCommit);
    }

    /// Returns the run; `written` is when its file was changed last. Adds the numbers of the summary to `numbers`.
    ImportedRun finish(const QDateTime &written, QHash<QString, double> &numbers)
    {
        for (const Wandb::Item &item : std::as_const(m_config)) {
            flatten(item.names, item.json, [&](const FlatValue &value) {
                if (!isInternal(value.name))
                    m_run.params.insert(value.name, value.text);
            });
        }
        const QStringList media = mediaIn(m_summary);
        for (const Wandb::Item &item : std::as_const(m_summary)) {
            flatten(item.names, item.json, [&](const FlatValue &value) {
                if (!mediaAround(media, value.name).isEmpty())
                    return;
                if (value.number && !isInternal(value.name))
                    numbers.insert(value.name, *value.number);
                else if (value.isText && !isInternal(value.name))
                    tag(u"wandb.summary."_s + value.name, value.text);
            });
        }
        const bool hasTime = m_lastMs > 0 && !m_exitCode;
        m_run.ended = hasTime ? QDateTime::fromMSecsSinceEpoch(m_lastMs, QTimeZone::UTC) : written;
        m_run.status = m_exitCode && *m_exitCode == 0 ? RunStatus::Completed : RunStatus::Failed;
        m_exitCode ? tag(u"wandb.exit_code"_s, QString::number(*m_exitCode)) : tag(u"wandb.state"_s, u"crashed"_s);
        m_run.user = m_run.tags.value(TagName::user, m_run.tags.value(u"wandb.entity"_s));
        return m_run;
    }

private:
    template <typename Changes>
    static void change(QMap<QString, Wandb::Item> &items, const Changes &changes)
    {
        for (const Wandb::Item &one : changes.updated)
            items.insert(one.names.join(u'.'), one);
        for (const QStringList &names : changes.removed)
            items.remove(names.join(u'.'));
    }
    void tag(const QString &key, const QString &value)
    {
        if (!value.isEmpty())
            m_run.tags.insert(key, value);
    }
    void tagSource(const QString &remote, const QString &commit)
    {
        tag(u"mlflow.source.git.repoURL"_s, remote);
        tag(u"mlflow.source.git.commit"_s, commit);
    }

    ImportedRun m_run;
    Remarks &m_remarks;
    QMap<QString, Wandb::Item> m_config;
    QMap<QString, Wandb::Item> m_summary;
    std::optional<int> m_exitCode;
    qint64 m_lastMs = 0;
};

Result<ImportedRun> WandbFolder::read(const SourceRun &source)
{
    Description description(source, m_remarks);
    const auto read = records(source.origin, true, [&](const Wandb::Record &record) -> Result<void> {
        std::visit(description, record);
        return {};
    });
    if (!read)
        return std::unexpected(read.error());
    const QFileInfo file(m_files.value(source.origin).last());
    m_summary.clear();
    return description.finish(file.lastModified().toUTC(), m_summary);
}

Result<void> WandbFolder::points(const ImportedRun &run, const PointSink &sink)
{
    Reading reading;
    reading.where = run.source.place;
    reading.started = run.started;
    auto read = records(run.source.origin, false, [&](const Wandb::Record &record) -> Result<void> {
        if (const auto *history = std::get_if<Wandb::History>(&record))
            return historyPoints(reading, *history, sink);
        if (const auto *sample = std::get_if<Wandb::Statistics>(&record))
            return systemPoints(reading, *sample, sink);
        return {};
    });
    if (read)
        read = summaryPoints(reading, sink);
    if (!reading.others.isEmpty()) {
        QStringList names(reading.others.begin(), reading.others.end());
        names.sort();
        m_remarks.changed(
            run.source.place,
            Words::tr("The values of %1 are not numbers; they are in the file wandb/%2 of the run.")
                .arg(names.join(u", "_s), QFileInfo(m_files.value(run.source.origin).first()).fileName()));
    }
    return read;
}

Result<void> WandbFolder::historyPoints(Reading &reading, const Wandb::History &history, const PointSink &sink)
{
    const qint64 ms = timeOf(history);
    reading.lastMs = ms > 0 ? ms : std::max(reading.lastMs, reading.started.toMSecsSinceEpoch());
    reading.lastStep = stepOf(history).value_or(reading.lastStep + 1);
    const QStringList media = mediaIn(history.items);
    Result<void> taken;
    for (const Wandb::Item &item : history.items) {
        const bool isJson = flatten(item.names, item.json, [&](const FlatValue &value) {
            if (!taken || isInternal(value.name))
                return;
            const QString object = mediaAround(media, value.name);
            if (!value.number || !object.isEmpty()) {
                reading.others.insert(object.isEmpty() ? value.name : object);
                return;
            }
            reading.series.insert(value.name);
            taken = sink(value.name, {*value.number, reading.lastMs, reading.lastStep});
        });
        if (!isJson)
            m_remarks.leftOut(
                reading.where,
                Words::tr("The value of %1 at step %2 is not JSON.").arg(item.names.join(u'.')).arg(reading.lastStep));
        if (!taken)
            return taken;
    }
    return taken;
}

Result<void> WandbFolder::systemPoints(Reading &reading, const Wandb::Statistics &sample, const PointSink &sink)
{
    Result<void> taken;
    for (const Wandb::Item &item : sample.items) {
        flatten(item.names, item.json, [&](const FlatValue &value) {
            if (taken && value.number && !isInternal(value.name))
                taken =
                    sink(u"system/"_s + value.name, {*value.number, sample.time.toMSecsSinceEpoch(), reading.samples});
        });
        if (!taken)
            return taken;
    }
    ++reading.samples;
    return taken;
}

// A number that only the summary contains becomes a series with one point.
Result<void> WandbFolder::summaryPoints(Reading &reading, const PointSink &sink)
{
    for (const auto &[name, value] : m_summary.asKeyValueRange()) {
        if (reading.series.contains(name))
            continue;
        const qint64 ms = std::max(reading.lastMs, reading.started.toMSecsSinceEpoch());
        if (auto taken = sink(name, {value, ms, reading.lastStep}); !taken)
            return taken;
    }
    return {};
}

Result<QList<ImportedFile>> WandbFolder::files(const ImportedRun &run)
{
    QList<ImportedFile> all;
    QSet<QString> seen;
    const QStringList parts = m_files.value(run.source.origin);
    for (const QString &file : parts) {
        const QFileInfo info(file);
        // The client's own logs, which are beside this folder, are not of the run.
        const auto found = filesBelow({info.path(), m_access.followsLinks}, u"files"_s, {}, m_remarks);
        if (!found)
            return std::unexpected(found.error());
        all += *found;
        all +=
            ImportedFile{u"wandb/"_s + (parts.size() > 1 ? info.dir().dirName() + u'/' : QString()) + info.fileName(),
                         file, info.size()};
    }
    // The newest part of a resumed run has the newest files.
    QList<ImportedFile> kept;
    for (const ImportedFile &file : std::views::reverse(all)) {
        if (!seen.contains(file.path))
            kept.prepend(file);
        seen.insert(file.path);
    }
    if (!seen.contains(outputFile))
        kept += ImportedFile{outputFile, outputMark + run.source.origin, -1};
    return kept;
}

Result<QString> WandbFolder::fetch(const ImportedFile &file, const QString &scratch)
{
    if (!file.place.startsWith(outputMark))
        return file.place;
    QFile log(scratch);
    bool written = log.open(QIODevice::WriteOnly | QIODevice::Truncate);
    const auto read =
        records(file.place.sliced(outputMark.size()), false, [&](const Wandb::Record &record) -> Result<void> {
            if (const auto *output = std::get_if<Wandb::Output>(&record))
                written = written && writeWhole(log, output->text.toUtf8());
            return {};
        });
    if (!read)
        return std::unexpected(read.error());
    if (!written || !flushWhole(log))
        return failure(ErrorKind::Failed, Words::tr("%1 could not be written: %2.").arg(scratch, log.errorString()));
    return scratch;
}

} // namespace Roost::Importers
