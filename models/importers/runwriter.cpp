// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/importers/runwriter.h"

#include "models/core/runkeys.h"
#include "models/core/wholewrite.h"
#include "models/core/words.h"
#include "models/wire/json.h"
#include "models/wire/mlflow/client.h"
#include "models/wire/mlflow/copyreplies.h"
#include "models/wire/mlflow/copyrequests.h"
#include "models/wire/mlflow/length.h"
#include "models/wire/mlflow/metricbatch.h"

#include <QFile>
#include <QFileInfo>
#include <QJsonDocument>

namespace Roost::Importers {

using namespace Qt::StringLiterals;

namespace {

// The limits of MLflow's server; it would truncate longer values without an error.
constexpr qsizetype longestParam = 6000;
constexpr qsizetype longestTag = 8000;
constexpr qsizetype pairsPerRequest = 100;
// Many refused points have one cause, which the first ones show.
constexpr int mostRefused = 50;
constexpr auto unabridgedFile = "imported/unabridged.json"_L1;

// Values of source runs that this import must not copy, because they describe an earlier import.
bool isOwnTag(const QString &key)
{
    return key.startsWith("roost.import."_L1);
}

bool isRefused(const Error &error)
{
    return error.kind == ErrorKind::Rejected || error.kind == ErrorKind::Unreadable;
}

} // namespace

/// The run that is being written.
struct RunWriter::Writing
{
    QString id;
    QString artifactUri;
    QString where; // for remarks
    bool isUpdate = false;
    StringMap knownParams; // of the run that is updated
    ValidNames metrics;
    ValidNames params;
    ValidNames tags;
    QJsonObject unabridged; // values that are longer than the server stores
    QList<Wire::NamedMetric> points;
    int refused = 0;
};

Result<TargetRun> RunWriter::write(const ImportedRun &run, const Target &target)
{
    m_incompleteId.clear();
    auto written = target.earlier ? Result<TargetRun>(*target.earlier) : create(run, target);
    if (!written)
        return written;
    if (!target.earlier)
        m_incompleteId = written->id;
    Writing writing;
    writing.id = written->id;
    writing.artifactUri = written->artifactUri;
    writing.where = run.source.place;
    writing.isUpdate = target.earlier != nullptr;
    auto done = fill(writing, run);
    if (done)
        done = target.completes(*written);
    if (done)
        done = finish(writing, run);
    if (!done)
        return std::unexpected(done.error());
    m_incompleteId.clear();
    written->fingerprint = run.source.fingerprint;
    return written;
}

Result<TargetRun> RunWriter::create(const ImportedRun &run, const Target &target)
{
    StringMap tags{{ImportTag::origin, Wire::firstCharacters(run.source.origin, longestTag)},
                   {ImportTag::source, Wire::firstCharacters(m_source.title(), longestTag)},
                   {ImportTag::fingerprint, writingMark()}};
    if (!target.parentId.isEmpty())
        tags.insert(TagName::parentRun, target.parentId);
    else if (!run.source.parentOrigin.isEmpty())
        tags.insert(ImportTag::parent, run.source.parentOrigin);
    const auto reply = m_api.post(u"runs/create"_s, Wire::newRunBody(target.experimentId, run.source.name, run.user,
                                                                     run.started.toMSecsSinceEpoch(), tags));
    if (!reply)
        return std::unexpected(reply.error());
    const auto created = Wire::mlflowRunFrom(Wire::runIn(*reply));
    if (created.id.isEmpty())
        return failure(ErrorKind::Unreadable, Words::tr("The server did not return the new run."));
    return TargetRun{created.id, created.artifactUri, target.experimentId, {}, tags.value(ImportTag::parent), false};
}

Result<void> RunWriter::fill(Writing &writing, const ImportedRun &run)
{
    if (writing.isUpdate) {
        const auto known = m_api.get(u"runs/get"_s, {{u"run_id"_s, writing.id}});
        if (!known)
            return std::unexpected(known.error());
        writing.knownParams = Wire::mlflowRunFrom(Wire::runIn(*known)).params;
    }
    auto done = writePairs(writing, run);
    if (done)
        done = writePoints(writing, run);
    if (done && !run.datasets.isEmpty()) {
        const auto body = Wire::runInputsBody(writing.id, run.datasets, {});
        const auto sent = m_api.query(u"runs/log-inputs"_s, body);
        if (!sent && !isRefused(sent.error()))
            return std::unexpected(sent.error());
        if (!sent)
            m_remarks.leftOut(writing.where, Words::tr("The datasets were refused: %1").arg(sent.error().text));
    }
    if (done)
        done = writeFiles(writing, run);
    return done ? writeUnabridged(writing) : done;
}

Result<void> RunWriter::writePairs(Writing &writing, const ImportedRun &run)
{
    StringMap params;
    for (const auto &[name, value] : run.params.asKeyValueRange()) {
        const QString key = writing.params.valid(name);
        const QString stored = Wire::firstCharacters(value, longestParam);
        if (stored != value)
            writing.unabridged.insert(u"param "_s + name, value);
        const auto known = writing.knownParams.constFind(key);
        if (known == writing.knownParams.constEnd())
            params.insert(key, stored);
        else if (*known != stored)
            m_remarks.changed(writing.where,
                              Words::tr("The parameter %1 keeps the value of the first import, %2, because parameters "
                                        "cannot change; it is now %3.")
                                  .arg(key, *known, stored));
    }
    StringMap tags;
    for (const auto &[name, value] : run.tags.asKeyValueRange()) {
        if (isOwnTag(name) || name == TagName::parentRun || name == TagName::runName)
            continue;
        const QString stored = Wire::firstCharacters(value, longestTag);
        if (stored != value)
            writing.unabridged.insert(u"tag "_s + name, value);
        tags.insert(writing.tags.valid(name), stored);
    }
    const auto sent = sendPairs(writing, params, true);
    return sent ? sendPairs(writing, tags, false) : sent;
}

// Sends the pairs in parts; if one is refused, the others are sent alone.
Result<void> RunWriter::sendPairs(Writing &writing, const StringMap &pairs, bool areParams)
{
    StringMap part;
    const auto send = [&](const StringMap &some) {
        const auto body =
            areParams ? Wire::pairsBatchBody(writing.id, some, {}) : Wire::pairsBatchBody(writing.id, {}, some);
        return m_api.query(u"runs/log-batch"_s, body).transform([](const QJsonObject &) {});
    };
    const auto sendPart = [&]() -> Result<void> {
        const StringMap some = std::exchange(part, {});
        auto sent = some.isEmpty() ? Result<void>() : send(some);
        if (sent || !isRefused(sent.error()))
            return sent;
        for (const auto &[key, value] : some.asKeyValueRange()) {
            const auto alone = send({{key, value}});
            if (!alone && !isRefused(alone.error()))
                return alone;
            if (!alone)
                m_remarks.leftOut(writing.where, Words::tr("\"%1\" was refused: %2").arg(key, alone.error().text));
        }
        return {};
    };
    for (const auto &[key, value] : pairs.asKeyValueRange()) {
        part.insert(key, value);
        if (part.size() == pairsPerRequest) {
            if (auto sent = sendPart(); !sent)
                return sent;
        }
    }
    return sendPart();
}

Result<void> RunWriter::writePoints(Writing &writing, const ImportedRun &run)
{
    const auto flush = [&]() -> Result<void> {
        auto sent = sendPoints(writing, 0, writing.points.size());
        writing.points.clear();
        m_progress();
        return sent;
    };
    auto read = m_source.points(run, [&](const QString &name, const MetricPoint &point) -> Result<void> {
        writing.points += Wire::NamedMetric{writing.metrics.valid(name), point, {}};
        return writing.points.size() == Wire::MetricBatch::most ? flush() : Result<void>();
    });
    return read ? flush() : read;
}

// Sends points of the buffer. If they are refused, halves them until the refused ones are found.
Result<void> RunWriter::sendPoints(Writing &writing, qsizetype from, qsizetype count)
{
    if (count == 0)
        return {};
    Wire::MetricBatch batch(writing.id);
    for (qsizetype i = from; i < from + count; ++i)
        batch.add(writing.points[i].key, writing.points[i].point);
    auto sent = m_api.postText(u"runs/log-batch"_s, batch.take());
    if (sent) {
        m_counts.points += count;
        return sent;
    }
    if (!isRefused(sent.error()) || writing.refused >= mostRefused)
        return sent;
    if (count > 1) {
        auto first = sendPoints(writing, from, count / 2);
        return first ? sendPoints(writing, from + count / 2, count - count / 2) : first;
    }
    const auto &[key, point, run] = writing.points[from];
    // MLflow's server refuses a NaN that it has already.
    if (writing.isUpdate && point.value != point.value)
        return {};
    ++writing.refused;
    m_remarks.leftOut(
        writing.where,
        Words::tr("The point of \"%1\" at step %2 was refused: %3").arg(key).arg(point.step).arg(sent.error().text));
    return {};
}

Result<void> RunWriter::writeFiles(Writing &writing, const ImportedRun &run)
{
    const auto files = m_source.files(run);
    if (!files && !isRefused(files.error()))
        return std::unexpected(files.error());
    if (!files) {
        m_remarks.leftOut(writing.where, files.error().text);
        return {};
    }
    return copyFiles(*files, writing.artifactUri, writing.where);
}

Result<void> RunWriter::copyFiles(const QList<ImportedFile> &files, const QString &root, const QString &where)
{
    if (files.isEmpty())
        return {};
    const auto scratch = scratchFile();
    if (!scratch)
        return std::unexpected(scratch.error());
    qsizetype left = files.size();
    for (const ImportedFile &file : files) {
        const auto local = m_source.fetch(file, *scratch);
        const auto sent = local ? m_api.upload(root, file.path, *local) : Result<void>(std::unexpected(local.error()));
        if (sent) {
            ++m_counts.files;
            m_counts.bytes += QFileInfo(*local).size();
        } else if (sent.error().mayPass() || sent.error().kind == ErrorKind::Denied) {
            return sent;
        } else if (local && sent.error().kind == ErrorKind::Rejected && !root.startsWith("mlflow-artifacts:"_L1)) {
            m_remarks.leftOut(where,
                              Words::tr("%Ln file(s) were left out. %1", nullptr, int(left)).arg(sent.error().text));
            break;
        } else {
            m_remarks.leftOut(where + u'/' + file.path, sent.error().text);
        }
        --left;
        m_progress();
    }
    QFile::remove(*scratch);
    return {};
}

Result<QString> RunWriter::scratchFile()
{
    if (!m_scratch.isValid())
        return failure(ErrorKind::Failed,
                       Words::tr("No folder for downloads could be created: %1").arg(m_scratch.errorString()));
    return m_scratch.filePath(u"file"_s);
}

// Keeps what the target cannot store as it is in a file of the run.
Result<void> RunWriter::writeUnabridged(Writing &writing)
{
    QJsonObject names;
    for (const auto &[kind, valid] : {std::pair{u"metrics"_s, &writing.metrics},
                                      std::pair{u"params"_s, &writing.params}, std::pair{u"tags"_s, &writing.tags}}) {
        Wire::put(names, kind, Wire::fromStrings(valid->changed()));
        for (const auto &[name, changed] : valid->changed().asKeyValueRange())
            m_remarks.changed(writing.where,
                              Words::tr("\"%1\" is named \"%2\", as MLflow allows it.").arg(name, changed));
    }
    const QStringList longValues = writing.unabridged.keys();
    for (const QString &name : longValues)
        m_remarks.changed(writing.where,
                          Words::tr("The %1 is longer than MLflow stores; its whole value is in the file %2.")
                              .arg(name, unabridgedFile));
    QJsonObject json;
    Wire::put(json, u"values"_s, writing.unabridged);
    Wire::put(json, u"names"_s, names);
    if (json.isEmpty())
        return {};
    const auto scratch = scratchFile();
    if (!scratch)
        return std::unexpected(scratch.error());
    QFile file(*scratch);
    const bool written =
        file.open(QIODevice::WriteOnly) && writeWhole(file, QJsonDocument(json).toJson()) && flushWhole(file);
    if (!written)
        return failure(ErrorKind::Failed,
                       Words::tr("%1 could not be written: %2.").arg(file.fileName(), file.errorString()));
    auto sent = m_api.upload(writing.artifactUri, unabridgedFile, *scratch);
    if (sent || sent.error().mayPass())
        return sent;
    m_remarks.leftOut(writing.where, Words::tr("Long values were cut, because %1").arg(sent.error().text));
    return {};
}

Result<void> RunWriter::finish(const Writing &writing, const ImportedRun &run)
{
    const qint64 endMs = run.ended.isValid() ? run.ended.toMSecsSinceEpoch() : 0;
    auto done = m_api.query(u"runs/update"_s, Wire::runStatusBody(writing.id, run.status, endMs));
    if (done)
        done = m_api.query(u"runs/set-tag"_s,
                           Wire::runTagBody(writing.id, ImportTag::fingerprint, run.source.fingerprint));
    if (done && run.source.deleted)
        done = m_api.query(u"runs/delete"_s, Wire::runIdBody(writing.id));
    return done.transform([](const QJsonObject &) {});
}

} // namespace Roost::Importers
