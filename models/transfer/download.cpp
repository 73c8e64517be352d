// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/transfer/download.h"

#include "models/core/wholewrite.h"
#include "models/files/containedfolder.h"
#include "models/files/filename.h"
#include "models/files/openfile.h"
#include "models/items/base/format.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFileInfo>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLockFile>
#include <QSaveFile>
#include <QThreadPool>
#include <QTimer>

#include <algorithm>
#include <cstdio>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace Roost::Transfer {

using namespace Items;
using namespace Qt::StringLiterals;

namespace {

constexpr int maxRetries = 5;
constexpr int maxRestarts = 3;
constexpr qsizetype longestStem =
    255 - 16; // the longest name in bytes to which ".part.json" and the suffix of QSaveFile can be appended

// Hashes the file on disk, so that a part of an earlier attempt is verified too.
Future<QByteArray> md5Of(const QString &fileName)
{
    Promise<QByteArray> promise;
    QThreadPool::globalInstance()->start([promise, fileName] {
        Files::Descriptor opened(::open(Files::bytesOf(fileName).constData(), O_RDONLY | O_CLOEXEC));
        const QString why = qt_error_string();
        QCryptographicHash hash(QCryptographicHash::Md5);
        if (!opened) {
            promise.resolve(failure(ErrorKind::Failed, Download::tr("%1 cannot be read back.").arg(fileName), why));
            return;
        }
        const auto file = Files::fileOver(std::move(opened), QIODevice::ReadOnly);
        while (!file->atEnd() && !promise.isCanceled())
            hash.addData(file->read(1'000'000));
        promise.resolve(hash.result());
    });
    return promise.future();
}

} // namespace

Result<QString> downloadTarget(const QString &folder, const QString &path)
{
    // A service lists a folder that it could not enter with a trailing slash.
    if (path.endsWith(u'/') && path != "/"_L1) {
        return failure(ErrorKind::Denied,
                       Download::tr("%1 is a folder that the service could not read; none of its files was downloaded.")
                           .arg(path));
    }
    if (!Files::ContainedFolder::whyNotAPathAnywhere(path).isEmpty())
        return failure(
            ErrorKind::Rejected,
            Download::tr("The file name '%1' refers to a place outside the folder; the file was not downloaded.")
                .arg(path));
    return QDir(folder).absolutePath() + u'/' + path;
}

Download::Download(FileReader *files, Source source, const QString &target, QObject *parent)
    : QObject(parent)
    , m_files(files)
    , m_source(std::move(source))
    , m_target(QDir::current().absoluteFilePath(target))
    , m_retry(std::make_unique<QTimer>())
{
    m_retry->setSingleShot(true);
    connect(m_retry.get(), &QTimer::timeout, this, [this] { m_file.url.isEmpty() ? requestAddress() : read(); });
}

Download::~Download() = default;

// Appends `ending` to the name of the target. Uses a hash of the name instead if the name is too long for any ending,
// or contains bytes that Qt cannot represent.
QString Download::sideName(QLatin1StringView ending) const
{
    const QString text = m_target.section(u'/', -1);
    const QByteArray name = Files::bytesOf(text);
    if (name.size() <= longestStem && name == QFile::encodeName(text))
        return m_folder + u'/' + text + ending;
    const QByteArray hash = QCryptographicHash::hash(name, QCryptographicHash::Sha1).toHex();
    return m_folder + u'/' + QString::fromLatin1(hash) + ending;
}

// Creates the folder of the target if it does not exist.
bool Download::openFolder()
{
    m_folder = m_target.section(u'/', 0, -2);
    const QByteArray folder = Files::bytesOf(m_folder);
    if (folder == QFile::encodeName(m_folder))
        return QDir().mkpath(m_folder.isEmpty() ? u"/"_s : m_folder);
    for (qsizetype end = folder.indexOf('/', 1); end > 0; end = folder.indexOf('/', end + 1))
        ::mkdir(folder.first(end).constData(), 0777);
    ::mkdir(folder.constData(), 0777);
    m_opened = Files::Descriptor(::open(folder.constData(), O_PATH | O_DIRECTORY | O_CLOEXEC));
    m_folder = u"/proc/self/fd/%1"_s.arg(m_opened.get());
    return bool(m_opened);
}

bool Download::targetExists() const
{
    return ::access(Files::bytesOf(m_target).constData(), F_OK) == 0;
}

void Download::start()
{
    if (m_state == State::Fetching)
        return;
    m_state = State::Fetching;
    m_error = {};
    m_hasOpened = false;
    m_retries = m_renewals = m_restarts = 0;
    m_file = {};
    if (!openFolder()) {
        fail({ErrorKind::Failed, tr("The folder %1 could not be created.").arg(m_target.section(u'/', 0, -2)), {}});
        return;
    }
    m_lock = std::make_unique<QLockFile>(sideName(".part.lock"_L1));
    if (!m_lock->tryLock(0)) {
        const bool isHeld = m_lock->error() == QLockFile::LockFailedError;
        m_lock.reset();
        fail(isHeld ? Error{ErrorKind::Conflict, tr("%1 is being downloaded already.").arg(m_target), {}}
                    : Error{ErrorKind::Failed, tr("%1 cannot be written.").arg(partName()), {}});
        return;
    }
    resume();
    requestAddress();
}

void Download::cancel()
{
    if (m_state == State::Fetching)
        finish(State::Canceled);
}

void Download::requestAddress()
{
    m_addressReply.watch(m_source(), [this](Result<FileRef> file) {
        if (!file) {
            onError(file.error());
            return;
        }
        m_file = *file;
        read();
    });
}

// Continues the part of an earlier attempt, if its note records which content the part belongs to.
void Download::resume()
{
    m_done = 0;
    m_etag.clear();
    m_md5.clear();
    m_total = -1;
    QFile record(contentRecordName());
    const QFileInfo part(partName());
    if (!part.exists() || !record.open(QIODevice::ReadOnly))
        return;
    const QJsonObject stated = QJsonDocument::fromJson(record.read(10'000)).object();
    m_etag = stated["etag"_L1].toString();
    if (!m_etag.isEmpty())
        m_done = part.size();
}

void Download::read()
{
    m_chunkReply.watch(m_files->read(m_file, m_done, m_chunkSize), [this](Result<Chunk> chunk) {
        if (chunk)
            onChunk(*chunk);
        else
            onError(chunk.error());
    });
}

// The first reply decides whether the part of an earlier attempt belongs to the same content.
void Download::openPart(const Chunk &first)
{
    m_hasOpened = true;
    struct stat other = {};
    const bool hasTarget = !m_replaces && ::stat(Files::bytesOf(m_target).constData(), &other) == 0;
    if (hasTarget && first.size >= 0 && first.size != other.st_size) {
        failWithConflict();
        return;
    }
    m_part.setFileName(partName());
    const auto mode = m_done > 0 ? QIODevice::Append : QIODevice::WriteOnly;
    m_etag = first.etag;
    QSaveFile record(contentRecordName());
    const QByteArray json = QJsonDocument(QJsonObject{{u"etag"_s, m_etag}, {u"size"_s, first.size}}).toJson();
    const bool isRecorded = record.open(QIODevice::WriteOnly) && record.write(json) == json.size() && record.commit();
    if (!isRecorded || !m_part.open(mode))
        fail({ErrorKind::Failed, tr("%1 cannot be written.").arg(partName()),
              isRecorded ? m_part.errorString() : record.errorString()});
}

void Download::restart()
{
    if (++m_restarts > maxRestarts) {
        fail({ErrorKind::Conflict,
              tr("%1 keeps changing while it is fetched. Try again when it is finished.").arg(m_file.path),
              {}});
        return;
    }
    m_part.close();
    m_hasOpened = false;
    m_done = 0;
    m_total = -1;
    m_etag.clear();
    m_md5.clear();
    read();
}

void Download::onChunk(const Chunk &chunk)
{
    m_retries = 0;
    const bool isOther = m_done > 0 && (chunk.etag != m_etag || (chunk.size >= 0 && chunk.size < m_done));
    if (isOther || (chunk.offset != m_done && !chunk.data.isEmpty())) {
        restart();
        return;
    }
    if (!m_hasOpened)
        openPart(chunk);
    if (m_state != State::Fetching)
        return;
    if (!chunk.md5.isEmpty())
        m_md5 = chunk.md5;
    m_total = chunk.size;
    if (!append(chunk.data))
        return;
    Q_EMIT progressed();
    if (m_state != State::Fetching)
        return;
    const bool isComplete = m_total >= 0 ? m_done >= m_total : chunk.data.size() < m_chunkSize;
    if (isComplete || chunk.data.isEmpty())
        complete();
    else
        read();
}

bool Download::append(const QByteArray &data)
{
    if (!writeWhole(m_part, data) || !flushWhole(m_part)) {
        fail({ErrorKind::Failed, tr("%1 cannot be written: %2.").arg(partName(), m_part.errorString()), {}});
        return false;
    }
    m_done += data.size();
    return true;
}

void Download::complete()
{
    m_part.close();
    if (m_total >= 0 && m_done != m_total) {
        onError(
            {ErrorKind::Unreachable,
             tr("%1 ended early: %2 of %3 arrived.").arg(m_file.path, Format::bytes(m_done), Format::bytes(m_total)),
             {}});
        return;
    }
    verify();
}

void Download::verify()
{
    if (m_md5.isEmpty()) {
        renameToTarget();
        return;
    }
    m_hashReply.watch(md5Of(partName()), [this](Result<QByteArray> md5) {
        if (!md5) {
            fail(md5.error());
        } else if (*md5 != m_md5) {
            QFile::remove(partName());
            QFile::remove(contentRecordName());
            fail({ErrorKind::Unreadable,
                  tr("%1 arrived damaged: its checksum is wrong. Download it again.").arg(m_file.path),
                  u"MD5 %1, expected %2"_s.arg(QString::fromLatin1(md5->toHex()), QString::fromLatin1(m_md5.toHex()))});
        } else {
            renameToTarget();
        }
    });
}

void Download::renameToTarget()
{
    if (!m_replaces && targetExists()) {
        compareWithTarget();
        return;
    }
    if (std::rename(QFile::encodeName(partName()).constData(), Files::bytesOf(m_target).constData()) != 0) {
        fail({ErrorKind::Failed, tr("%1 was downloaded but could not be renamed to its final name.").arg(m_target),
              qt_error_string()});
        return;
    }
    QFile::remove(contentRecordName());
    finish(State::Done);
}

// A repeated command finds the file that it fetched before: the same content counts as success.
void Download::compareWithTarget()
{
    m_hashReply.watch(md5Of(partName()), [this](const Result<QByteArray> &fetched) {
        m_targetHashReply.watch(md5Of(m_target), [this, fetched](const Result<QByteArray> &present) {
            if (!fetched || !present || *fetched != *present) {
                failWithConflict();
                return;
            }
            QFile::remove(partName());
            QFile::remove(contentRecordName());
            finish(State::Done);
        });
    });
}

void Download::failWithConflict()
{
    QFile::remove(partName());
    QFile::remove(contentRecordName());
    fail({ErrorKind::Conflict, tr("%1 already exists, with other content.").arg(m_target), {}});
}

void Download::onError(const Error &error)
{
    m_hasOpened = m_hasOpened && m_part.isOpen();
    if (error.kind == ErrorKind::Denied && !m_file.url.isEmpty() && m_renewals++ < 2) {
        // The URL has expired; the part is still valid.
        m_file = {};
        requestAddress();
    } else if (error.mayPass() && m_retries < maxRetries) {
        m_retry->start(m_retryDelay << m_retries++);
    } else {
        fail(error);
    }
}

void Download::fail(const Error &error)
{
    m_error = error;
    finish(State::Failed);
}

void Download::finish(State state)
{
    m_retry->stop();
    m_addressReply.cancel();
    m_chunkReply.cancel();
    m_hashReply.cancel();
    m_targetHashReply.cancel();
    m_part.close();
    m_lock.reset();
    m_state = state;
    Q_EMIT finished();
}

} // namespace Roost::Transfer
