// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/runlogs/logfollower.h"

#include "models/core/wholewrite.h"

#include <QDir>
#include <QFileInfo>

#include <algorithm>

namespace Roost::Items {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 chunkSize = 1'000'000;

} // namespace

LogFollower::LogFollower(RunHistory *history, FileReader *files, const QString &runId, const QString &path,
                         QObject *parent, Poller::Intervals intervals, std::unique_ptr<PollTimer> timer)
    : QObject(parent)
    , m_history(history)
    , m_files(files)
    , m_runId(runId)
    , m_path(path)
    , m_poller([this](const std::function<void(Poller::Outcome)> &done) { request(done); }, intervals, std::move(timer))
{
}

void LogFollower::setMirror(const QString &fileName)
{
    m_mirror.setFileName(fileName);
}

void LogFollower::start()
{
    if (!m_mirror.fileName().isEmpty() && !m_poller.isRunning()) {
        QDir().mkpath(QFileInfo(m_mirror.fileName()).absolutePath());
        if (!m_mirror.open(QIODevice::Append))
            setError({ErrorKind::Failed, tr("%1 cannot be written.").arg(m_mirror.fileName()), m_mirror.errorString()});
        if (m_tail >= 0)
            m_mirror.resize(0);
        m_offset = m_mirror.size();
        m_mirror.close(); // thousands of logs may be followed, more than files can be open
    }
    m_poller.start();
}

void LogFollower::stop()
{
    m_poller.stop();
    m_logsQuery.cancel();
    m_fileQuery.cancel();
    m_chunkQuery.cancel();
}

void LogFollower::finishAtEof()
{
    if (m_finishing)
        return;
    m_finishing = true;
    m_poller.refresh();
}

void LogFollower::setError(const Error &error)
{
    if (error == m_error)
        return;
    m_error = error;
    Q_EMIT errorChanged();
}

// The URL of the log is taken from the list of logs, which includes logs that are not artifacts, otherwise from the
// artifacts.
void LogFollower::request(const std::function<void(Poller::Outcome)> &done)
{
    m_grew = false;
    m_lastRound = m_finishing;
    if (!m_file.path.isEmpty()) {
        readOn(done);
        return;
    }
    m_logsQuery.watch(m_history->logs(m_runId), [this, done](Result<QList<FileRef>> logs) {
        if (!logs) {
            done(onError(logs.error()));
            return;
        }
        for (const FileRef &log : *logs) {
            if (log.path == m_path) {
                m_file = log;
                readOn(done);
                return;
            }
        }
        m_fileQuery.watch(m_history->file(m_runId, m_path), [this, done](Result<FileRef> file) {
            if (!file) {
                done(onError(file.error()));
                return;
            }
            m_file = *file;
            readOn(done);
        });
    });
}

void LogFollower::readOn(const std::function<void(Poller::Outcome)> &done)
{
    if (m_tail >= 0) {
        // The reply to a read of one byte contains the size.
        m_chunkQuery.watch(m_files->read(m_file, 0, 1), [this, done](Result<Chunk> chunk) {
            if (!chunk) {
                done(onError(chunk.error()));
                return;
            }
            m_offset = m_first = std::max<qint64>(0, chunk->size - m_tail);
            m_cutLine = m_offset > 0;
            m_tail = -1;
            readOn(done);
        });
        return;
    }
    m_chunkQuery.watch(m_files->read(m_file, m_offset, chunkSize), [this, done](Result<Chunk> chunk) {
        if (chunk)
            onChunk(*chunk, done);
        else
            done(onError(chunk.error()));
    });
}

void LogFollower::restart()
{
    m_offset = m_first = 0;
    m_end = -1;
    m_cutLine = false;
    m_etag.clear();
    if (!m_mirror.fileName().isEmpty())
        m_mirror.resize(0);
    Q_EMIT restarted();
}

void LogFollower::skipToLine(Chunk &chunk)
{
    const qsizetype line = chunk.data.indexOf('\n') + 1;
    if (line > 0) {
        chunk.data = chunk.data.sliced(line);
        chunk.offset += line;
        m_offset = m_first = chunk.offset;
    }
    m_cutLine = false;
}

void LogFollower::onChunk(const Chunk &answer, const std::function<void(Poller::Outcome)> &done)
{
    m_exists = true;
    m_renewals = 0;
    setError({});
    const bool cut = answer.size >= 0 && answer.size < m_offset;
    if (cut || (!m_etag.isEmpty() && !answer.etag.isEmpty() && answer.etag != m_etag)) {
        restart();
        readOn(done);
        return;
    }
    if (!answer.etag.isEmpty())
        m_etag = answer.etag;
    Chunk chunk = answer;
    if (m_end < 0)
        m_end = answer.size;
    const bool full = chunk.data.size() >= chunkSize;
    if (m_cutLine && !chunk.data.isEmpty())
        skipToLine(chunk);
    if (!chunk.data.isEmpty()) {
        if (!mirror(chunk.data)) {
            done(onError(m_error));
            return;
        }
        m_offset += chunk.data.size();
        m_grew = true;
        Q_EMIT arrived(chunk.data, chunk.offset);
    }
    if (!m_poller.isRunning())
        return;
    const bool isEnough = m_once && m_end >= 0 && m_offset >= m_end;
    if (full && !isEnough)
        readOn(done);
    else
        done(atEnd(m_grew));
}

bool LogFollower::mirror(const QByteArray &bytes)
{
    if (m_mirror.fileName().isEmpty())
        return true;
    const bool isWritten = m_mirror.open(QIODevice::Append) && writeWhole(m_mirror, bytes) && flushWhole(m_mirror);
    const QString why = m_mirror.errorString();
    m_mirror.close();
    if (isWritten)
        return true;
    setError({ErrorKind::Failed, tr("%1 cannot be written: %2.").arg(m_mirror.fileName(), why), {}});
    return false;
}

Poller::Outcome LogFollower::atEnd(bool grew)
{
    if (!m_lastRound)
        return grew ? Poller::Outcome::Changed : Poller::Outcome::Same;
    if (grew && !m_once)
        return Poller::Outcome::Changed; // the writer may not have finished: repeated until nothing new is read
    Q_EMIT finished();
    return Poller::Outcome::Stop;
}

Poller::Outcome LogFollower::onError(const Error &error)
{
    if (error.kind == ErrorKind::NotFound) {
        m_file = {};
        return atEnd(false);
    }
    if (error.kind == ErrorKind::Denied && !m_file.path.isEmpty() && m_renewals++ < 2) {
        m_file = {}; // the URL has expired
        return Poller::Outcome::Changed;
    }
    setError(error);
    if (error.mayPass())
        return Poller::Outcome::Unreachable;
    Q_EMIT finished();
    return Poller::Outcome::Stop;
}

} // namespace Roost::Items
