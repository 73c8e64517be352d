// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/importers/tensorboardfolder.h"

#include "models/core/words.h"
#include "models/files/openfile.h"

#include <QCryptographicHash>
#include <QDir>
#include <QDirIterator>
#include <QFileInfo>
#include <QTimeZone>

#include <algorithm>
#include <cmath>

namespace Roost::Importers {

using namespace TensorBoard;
using namespace Qt::StringLiterals;

namespace {

constexpr qint64 partSize = 8 * 1024 * 1024;
constexpr int mostDamage = 20;

// Returns the event files directly in a folder, in the order of their names, which begin with the time.
QStringList eventFilesIn(const QString &folder)
{
    return QDir(folder).entryList({u"*tfevents*"_s}, QDir::Files | QDir::NoSymLinks, QDir::Name);
}

// Returns the folder itself and those below it that contain event files.
QStringList runFoldersBelow(const QString &top)
{
    QStringList folders;
    if (!eventFilesIn(top).isEmpty())
        folders += top;
    QDirIterator each(top, QDir::Dirs | QDir::NoDotAndDotDot | QDir::NoSymLinks, QDirIterator::Subdirectories);
    while (each.hasNext()) {
        const QString folder = each.next();
        if (!eventFilesIn(folder).isEmpty())
            folders += folder;
    }
    folders.sort();
    return folders;
}

qint64 millisecondsOf(const EventValue &value)
{
    constexpr double latest = 253402300799;
    return value.wallTime > 0 && value.wallTime < latest ? qint64(value.wallTime * 1000) : 0;
}

QDateTime timeOf(qint64 ms)
{
    return ms > 0 ? QDateTime::fromMSecsSinceEpoch(ms, QTimeZone::UTC) : QDateTime();
}

QString fingerprintOf(const QString &folder, const QStringList &files)
{
    QByteArray text;
    for (const QString &file : files)
        text += file.toUtf8() + ' ' + QByteArray::number(QFileInfo(folder + u'/' + file).size()) + '\n';
    return u"tensorboard:"_s + QString::fromLatin1(QCryptographicHash::hash(text, QCryptographicHash::Sha1).toHex());
}

} // namespace

bool TensorBoardFolder::isOne(const QString &folder)
{
    return !runFoldersBelow(folder).isEmpty();
}

Result<QList<SourceRun>> TensorBoardFolder::runs(const RunSelection &selection)
{
    QList<SourceRun> found;
    const QDir top(m_access.folder);
    if (!selection.experiment.isEmpty() && selection.experiment != top.dirName()) {
        return failure(
            ErrorKind::NotFound,
            Words::tr("Folders of TensorBoard have no experiments; the runs are put into \"%1\". Name another "
                      "one with --into.")
                .arg(top.dirName()));
    }
    const QStringList folders = runFoldersBelow(m_access.folder);
    for (const QString &folder : folders) {
        const QString relative = top.relativeFilePath(folder);
        const QString name = relative == "."_L1 ? top.dirName() : relative;
        if (!matchesPattern(selection.filter, {name}))
            continue;
        const QStringList files = eventFilesIn(folder);
        found += SourceRun{.origin = u"tensorboard:%1/%2"_s.arg(QDir(folder).dirName(), files.first()),
                           .parentOrigin = {},
                           .name = name,
                           .experiment = top.dirName(),
                           .place = folder,
                           .fingerprint = fingerprintOf(folder, files)};
    }
    return found;
}

Result<void> TensorBoardFolder::batchesOf(const QString &file, EventFileReader &reader, const BatchSink &sink)
{
    auto opened = Files::openRegular(file, O_RDONLY);
    if (!opened)
        return std::unexpected(opened.error());
    const auto device = Files::fileOver(std::move(*opened), QIODevice::ReadOnly);
    qint64 offset = 0;
    while (true) {
        const EventBatch batch = reader.read(*device, offset, partSize);
        if (batch.isForeign)
            return failure(ErrorKind::Unreadable, Words::tr("%1 is not an event file of TensorBoard.").arg(file));
        if (auto taken = sink(batch, file); !taken)
            return taken;
        if (!batch.hasMore || batch.end <= offset)
            return {};
        offset = batch.end;
    }
}

Result<void> TensorBoardFolder::batches(const QString &folder, const BatchSink &sink)
{
    EventFileReader reader;
    const QStringList files = eventFilesIn(folder);
    for (const QString &file : files) {
        if (auto read = batchesOf(folder + u'/' + file, reader, sink); !read)
            return read;
    }
    return {};
}

Result<ImportedRun> TensorBoardFolder::read(const SourceRun &source)
{
    ImportedRun run;
    run.source = source;
    qint64 values = 0;
    qint64 first = 0;
    qint64 last = 0;
    int damage = 0;
    QList<std::pair<qint64, qint64>> restarts;
    const auto read = batches(source.place, [&](const EventBatch &batch, const QString &file) -> Result<void> {
        for (const SkippedPart &part : batch.skipped) {
            if (++damage <= mostDamage) {
                m_remarks.leftOut(u"%1:%2"_s.arg(file).arg(part.start),
                                  part.isTooLarge
                                      ? Words::tr("A record of %1 bytes is too large.").arg(part.end - part.start)
                                      : Words::tr("%1 bytes are damaged.").arg(part.end - part.start));
            }
        }
        for (const EventRestart &restart : batch.restarts)
            restarts += std::pair(values + restart.before, restart.step);
        values += batch.values.size();
        for (const EventValue &value : batch.values) {
            const qint64 ms = millisecondsOf(value);
            first = first == 0 ? ms : std::min(first, ms > 0 ? ms : first);
            last = std::max(last, ms);
            if (const auto *hyperparameters = std::get_if<EventHyperparameters>(&value.value))
                run.params.insert(hyperparameters->values);
        }
        return {};
    });
    if (!read)
        return std::unexpected(read.error());
    if (damage > mostDamage)
        m_remarks.leftOut(source.place, Words::tr("%1 more parts are damaged.").arg(damage - mostDamage));
    m_limits = restarts;
    for (qsizetype i = m_limits.size() - 2; i >= 0; --i)
        m_limits[i].second = std::min(m_limits[i].second, m_limits[i + 1].second);
    noteOtherFiles(source.place);
    run.started = timeOf(first);
    run.ended = timeOf(last);
    return run;
}

void TensorBoardFolder::noteOtherFiles(const QString &folder)
{
    const QStringList all = QDir(folder).entryList(QDir::Files | QDir::NoSymLinks);
    const auto others = all.size() - eventFilesIn(folder).size();
    if (others > 0)
        m_remarks.changed(folder, Words::tr("%Ln other file(s) in the folder are not event files and are not copied.",
                                            nullptr, int(others)));
}

Result<void> TensorBoardFolder::points(const ImportedRun &run, const PointSink &sink)
{
    qint64 index = 0;
    qsizetype restart = 0;
    return batches(run.source.place, [&](const EventBatch &batch, const QString & /*file*/) -> Result<void> {
        for (const EventValue &value : batch.values) {
            // A later session replaces what this one logged from its step on.
            while (restart < m_limits.size() && m_limits[restart].first <= index)
                ++restart;
            ++index;
            const bool isReplaced = restart < m_limits.size() && value.step >= m_limits[restart].second;
            const auto *scalar = std::get_if<EventScalar>(&value.value);
            if (!scalar || isReplaced)
                continue;
            if (auto taken = sink(value.tag, {scalar->value, millisecondsOf(value), value.step}); !taken)
                return taken;
        }
        return {};
    });
}

Result<QList<ImportedFile>> TensorBoardFolder::files(const ImportedRun &run)
{
    QList<ImportedFile> files;
    const QStringList names = eventFilesIn(run.source.place);
    for (const QString &name : names) {
        const QString path = run.source.place + u'/' + name;
        files += ImportedFile{u"logs/"_s + name, path, QFileInfo(path).size()};
    }
    return files;
}

} // namespace Roost::Importers
