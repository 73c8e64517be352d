// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/media/runmedia.h"

#include "models/items/base/format.h"
#include "models/items/media/eventwindow.h"

#include <algorithm>
#include <limits>
#include <utility>

namespace Roost::Items {

using namespace TensorBoard;
using namespace Qt::StringLiterals;

namespace {

constexpr qint64 ChunkSize = 1024LL * 1024;
constexpr qint64 Beginning = 4 * ChunkSize; // of a file, read before the content is shown
constexpr qint64 Much = 16 * ChunkSize;     // more than this is shown as a long work
constexpr int AnnouncePace = 100;           // in milliseconds

// TensorBoard recognizes its files by this part of the name.
bool isEventFile(const QString &path)
{
    return path.section(u'/', -1).contains("tfevents"_L1);
}

} // namespace

struct RunMedia::File
{
    int number = 0;
    QString path;
    QString folder;
    qint64 size = -1;  // as listed; -1: not known
    qint64 offset = 0; // of the next record
    QByteArray bytes;  // from `offset` on, of a record that is not complete yet
    bool isAtEnd = false;
    bool isForeign = false; // not an event file, and not read further
    EventFileReader reader;
    std::optional<FileRef> ref;
    bool isRefProven = false; // has been read with
    Error error;
    Error damage;

    qint64 readTo() const { return offset + bytes.size(); }
};

RunMedia::RunMedia(RunDocument *run, QObject *parent)
    : QObject(parent)
    , m_run(run)
{
    m_announcement.setSingleShot(true);
    m_announcement.setInterval(AnnouncePace);
    connect(&m_announcement, &QTimer::timeout, this, &RunMedia::changed);
    connect(run, &RunDocument::artifactsChanged, this, &RunMedia::findFiles);
    findFiles();
}

RunMedia::~RunMedia()
{
    if (m_work)
        m_work->cancel();
}

void RunMedia::announce()
{
    if (!m_announcement.isActive())
        m_announcement.start();
}

void RunMedia::setShown(bool shown)
{
    if (m_shown == shown)
        return;
    m_shown = shown;
    updateWork();
    readOn();
}

void RunMedia::findFiles()
{
    for (const Artifact &artifact : m_run->artifacts()->artifacts()) {
        if (!isEventFile(artifact.path))
            continue;
        auto found = std::ranges::find_if(m_files, [&](const auto &file) { return file->path == artifact.path; });
        if (found == m_files.end()) {
            addFile(artifact.path);
            found = m_files.end() - 1;
        }
        File &file = **found;
        if (artifact.size >= 0 && artifact.size < file.readTo())
            restart(file);
        if (artifact.size != file.size || artifact.size < 0)
            file.isAtEnd = false;
        if (file.error.mayPass())
            file.error = {};
        file.size = artifact.size;
    }
    updateWork();
    readOn();
}

void RunMedia::addFile(const QString &path)
{
    auto file = std::make_unique<File>();
    file->number = int(m_files.size());
    file->path = path;
    file->folder = path.contains(u'/') ? path.section(u'/', 0, -2) : QString();
    m_files.push_back(std::move(file));
    announce();
}

// The file was replaced by a shorter one.
void RunMedia::restart(File &file)
{
    m_index.removeFile(file.number, file.folder);
    file.offset = 0;
    file.bytes.clear();
    file.reader = EventFileReader();
    file.damage = {};
    file.isForeign = false;
    announce();
}

// Returns the offset up to which the file is to be read.
qint64 RunMedia::wantedOf(const File &file) const
{
    if (m_paused || !file.error.text.isEmpty() || file.isAtEnd || file.isForeign)
        return file.readTo();
    const qint64 size = file.size < 0 ? std::numeric_limits<qint64>::max() : file.size;
    return m_shown ? size : std::min(size, std::max(Beginning, file.readTo()));
}

RunMedia::File *RunMedia::nextFile()
{
    for (const auto &file : m_files) {
        if (file->readTo() < wantedOf(*file))
            return file.get();
    }
    return nullptr;
}

bool RunMedia::isReading() const
{
    return std::ranges::any_of(m_files, [this](const auto &file) { return file->readTo() < wantedOf(*file); });
}

bool RunMedia::isAvailable() const
{
    if (!m_index.isEmpty())
        return true;
    // A long file may contain media after its beginning; whether it does is not known until the user opens the tab.
    return std::ranges::any_of(m_files, [](const auto &file) {
        return !file->isForeign && file->size > Beginning && file->readTo() >= Beginning && file->readTo() < file->size;
    });
}

qint64 RunMedia::readBytes() const
{
    qint64 bytes = 0;
    for (const auto &file : m_files)
        bytes += file->readTo();
    return bytes;
}

qint64 RunMedia::totalBytes() const
{
    qint64 bytes = 0;
    for (const auto &file : m_files)
        bytes += std::max(file->size, file->readTo());
    return bytes;
}

void RunMedia::readOn()
{
    if (m_fileQuery.isWaiting() || m_chunkQuery.isWaiting())
        return;
    File *file = nextFile();
    RunHistory *history = m_run->session().runHistory();
    if (!file || !history)
        return;
    if (file->ref) {
        readChunk(*file, *file->ref);
        return;
    }
    m_fileQuery.watch(history->file(m_run->runId(), file->path), [this, file](Result<FileRef> ref) {
        if (!ref) {
            onError(*file, ref.error());
            return;
        }
        file->ref = *ref;
        readChunk(*file, *ref);
    });
}

void RunMedia::readChunk(File &file, const FileRef &ref)
{
    FileReader *reader = m_run->session().files();
    if (!reader)
        return;
    m_chunkQuery.watch(reader->read(ref, file.readTo(), ChunkSize),
                       [this, &file](const Result<Chunk> &chunk) { onChunk(file, chunk); });
}

void RunMedia::onError(File &file, const Error &error)
{
    file.ref.reset();
    file.error = error;
    announce();
    updateWork();
    readOn();
}

void RunMedia::onChunk(File &file, const Result<Chunk> &result)
{
    if (!result) {
        // The address of the file may have expired: it is requested once more.
        if (std::exchange(file.isRefProven, false)) {
            file.ref.reset();
            readOn();
        } else {
            onError(file, result.error());
        }
        return;
    }
    file.isRefProven = true;
    if (result->data.isEmpty())
        file.isAtEnd = true;
    else
        addBytes(file, result->data);
    updateWork();
    readOn();
}

void RunMedia::addBytes(File &file, const QByteArray &bytes)
{
    file.bytes += bytes;
    const qint64 behind =
        file.size < 0 ? std::numeric_limits<qint32>::max() : std::max<qint64>(0, file.size - file.readTo());
    EventWindow window(file.bytes, behind);
    const EventBatch batch = file.reader.read(window, 0);
    m_index.add(file.number, file.folder, batch, file.offset);
    file.isForeign |= batch.isForeign && file.offset == 0;
    if (!batch.skipped.isEmpty() && file.damage.text.isEmpty()) {
        const auto &part = batch.skipped.first();
        file.damage.text = file.isForeign    ? tr("This is not an event file of TensorBoard.")
                           : part.isTooLarge ? tr("A record of %1 is too large to be shown and was skipped.")
                                                   .arg(Format::bytes(part.end - part.start))
                                             : tr("The file is damaged at byte %1. The damaged part is not shown.")
                                                   .arg(Format::count(file.offset + part.start));
    }
    file.bytes = batch.end >= file.bytes.size() ? QByteArray() : file.bytes.sliced(batch.end);
    file.offset += batch.end;
    announce();
}

void RunMedia::updateWork()
{
    qint64 left = 0;
    for (const auto &file : m_files) {
        const qint64 wanted = std::min(wantedOf(*file), std::max(file->size, file->readTo()));
        left += std::max<qint64>(0, wanted - file->readTo());
    }
    if (left > Much && !m_work) {
        m_work = std::make_shared<LongWork>(tr("Reading event files"), [this] {
            m_paused = true;
            announce();
        });
        announce();
    }
    if (!m_work)
        return;
    if (left > 0 && !m_paused) {
        m_work->report(readBytes(), totalBytes());
        return;
    }
    if (!m_paused)
        m_work->succeed(tr("Read the event files"));
    m_work.reset();
    announce();
}

void RunMedia::resume()
{
    m_paused = false;
    updateWork();
    announce();
    readOn();
}

QList<RunMedia::Problem> RunMedia::problems() const
{
    QList<Problem> problems;
    for (const auto &file : m_files) {
        if (!file->error.text.isEmpty())
            problems.append({file->path, file->error, false});
        if (!file->damage.text.isEmpty())
            problems.append({file->path, file->damage, true});
    }
    return problems;
}

void RunMedia::retry()
{
    for (const auto &file : m_files)
        file->error = {};
    announce();
    readOn();
}

Future<MediaContent> RunMedia::content(const MediaKey &key, const MediaRecord &record)
{
    RunHistory *history = m_run->session().runHistory();
    FileReader *reader = m_run->session().files();
    if (!history || !reader || record.file < 0 || size_t(record.file) >= m_files.size())
        return readyFuture<MediaContent>(failure(ErrorKind::Failed, tr("The workspace is not connected.")));
    const File &file = *m_files[size_t(record.file)];
    const auto reading = andThen(history->file(m_run->runId(), file.path), [reader, record](const FileRef &ref) {
        return reader->read(ref, record.offset, record.size);
    });
    return transform(
        reading,
        [path = file.path, plugins = file.reader.plugins(), key, record](const Chunk &chunk) -> Result<MediaContent> {
            EventWindow window(chunk.data, 0);
            auto found = MediaIndex::contentOf(EventFileReader(plugins).read(window, 0), key, record);
            if (!found) {
                return failure(ErrorKind::Unreadable,
                               tr("The value could not be read: %1 was changed in the meantime.").arg(path));
            }
            return std::move(*found);
        });
}

} // namespace Roost::Items
