// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/logs/file/logreader.h"

#include "models/core/wholewrite.h"

#include <QFile>
#include <QSaveFile>
#include <QThreadPool>

#include <algorithm>

namespace Roost::Logs {

namespace {

// Small enough that a page for the screen is not delayed.
constexpr qint64 Budget = 8 * 1024 * 1024;
// The first lines are shown before the rest is read, and if many logs are opened at once, none of them waits long.
constexpr qint64 FirstBudget = 256 * 1024;
constexpr qint64 ErrorsBudget = 4 * 1024 * 1024;
constexpr qint64 LinesAtOnce = 1024;
constexpr qint64 LongestText = 64 * 1024 * 1024;

void resolveText(const LogIndex &index, LineNumber from, LineNumber to, const Promise<QString> &promise)
{
    QString text;
    for (LineNumber at = from; at <= to;) {
        if (promise.isCanceled())
            return;
        const auto lines = index.lines(at, std::min(LinesAtOnce, to.value - at.value + 1));
        if (lines.isEmpty())
            break;
        for (const auto &line : lines) {
            if (at > from)
                text += QLatin1Char('\n');
            text += line.text;
            ++at.value;
        }
        if (text.size() > LongestText) {
            promise.resolve(failure(ErrorKind::Rejected,
                                    QStringLiteral("The text is longer than 64 MB. Save the log to a file instead.")));
            return;
        }
    }
    promise.resolve(text);
}

void copyFile(const QString &path, const QString &fileName, const Promise<qint64> &promise)
{
    QFile source(path);
    if (!source.open(QIODevice::ReadOnly)) {
        promise.resolve(
            failure(ErrorKind::NotFound, QStringLiteral("The log %1 cannot be read.").arg(path), source.errorString()));
        return;
    }
    QSaveFile target(fileName);
    const auto fail = [&] {
        promise.resolve(failure(ErrorKind::Failed, QStringLiteral("The log could not be saved as %1.").arg(fileName),
                                target.errorString()));
    };
    if (!target.open(QIODevice::WriteOnly)) {
        fail();
        return;
    }
    qint64 size = 0;
    // Copies the size of this moment: if a file grows faster than it is copied, copying would never end.
    for (qint64 left = source.size(); left > 0;) {
        if (promise.isCanceled())
            return;
        const QByteArray piece = source.read(std::min(left, Budget));
        if (piece.isEmpty())
            break;
        if (!writeWhole(target, piece)) {
            fail();
            return;
        }
        size += piece.size();
        left -= piece.size();
    }
    if (target.commit())
        promise.resolve(size);
    else
        fail();
}

} // namespace

LogReader::LogReader(LogWorker *worker)
    : m_worker(worker)
{
}

LogReader::~LogReader()
{
    if (m_worker)
        m_worker->remove(this);
}

void LogReader::open(int generation, const QString &path, qint64 firstByte, bool growing)
{
    m_worker->unfollow(this);
    m_generation = generation;
    m_path = path;
    makeIndex(firstByte);
    m_growing = growing;
    updateFollowing();
    // The first piece is short, and the user waits for it.
    if (readPiece())
        enqueue();
}

void LogReader::makeIndex(qint64 firstByte)
{
    m_index = std::make_shared<LogIndex>(m_path, firstByte);
    m_errors = std::make_unique<LogErrors>(m_index);
    m_reportedErrors = 0;
    m_isReported = false;
}

void LogReader::setGrowing(bool growing)
{
    m_growing = growing;
    updateFollowing();
    enqueue();
}

void LogReader::updateFollowing()
{
    if (m_growing && !m_path.isEmpty())
        m_worker->follow(this);
    else
        m_worker->unfollow(this);
}

void LogReader::enqueue()
{
    m_worker->enqueue(this);
}

bool LogReader::readPiece()
{
    if (m_path.isEmpty())
        return false;
    auto change = m_index->advance(m_isReported ? Budget : FirstBudget);
    if (change == LogIndex::Change::Replaced) {
        makeIndex(0);
        change = m_index->advance(FirstBudget);
    }
    // After the lines, which the screen needs first.
    const bool moreErrors = m_index->isAtEnd() && m_errors->advance(ErrorsBudget);
    if (change == LogIndex::Change::Grown || moreErrors || !m_isReported)
        emitProgress(change == LogIndex::Change::Missing);
    return (change == LogIndex::Change::Grown && !m_index->isAtEnd()) || moreErrors;
}

void LogReader::emitProgress(bool missing)
{
    LogProgress progress;
    progress.generation = m_generation;
    progress.index = m_index;
    progress.missing = missing;
    progress.allLines = missing || m_index->isAtEnd();
    progress.atEnd = m_index->isAtEnd() && m_errors->position() >= m_index->end();
    progress.lineCount = m_index->lineCount();
    progress.end = m_index->end();
    const auto &errors = m_errors->lines();
    progress.newErrors.assign(errors.begin() + qsizetype(m_reportedErrors), errors.end());
    m_reportedErrors = errors.size();
    m_isReported = true;
    Q_EMIT progressed(progress);
}

void LogReader::fetch(int generation, LineNumber first, qint64 count)
{
    if (generation == m_generation)
        Q_EMIT fetched(generation, first, m_index->lines(first, count));
}

void LogReader::text(LineNumber from, LineNumber to, const Promise<QString> &promise)
{
    QThreadPool::globalInstance()->start([index = m_index ? m_index : std::make_shared<LogIndex>(), from, to, promise] {
        resolveText(*index, from, to, promise);
    });
}

void LogReader::saveAs(const QString &fileName, const Promise<qint64> &promise)
{
    QThreadPool::globalInstance()->start([path = m_path, fileName, promise] { copyFile(path, fileName, promise); });
}

} // namespace Roost::Logs
