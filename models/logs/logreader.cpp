// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/logs/logreader.h"

#include <QFileInfo>
#include <QFileSystemWatcher>
#include <QSaveFile>
#include <QSemaphore>
#include <QThread>
#include <QTimer>

namespace Roost {

namespace {

// Small enough that a block which is waited for on the screen comes in between.
constexpr qint64 Budget = 8 * 1024 * 1024;
// The first lines are shown before the rest is read, and where many logs are opened at once none waits long for
// another.
constexpr qint64 FirstBudget = 256 * 1024;
constexpr qint64 ErrorsBudget = 4 * 1024 * 1024;
constexpr qint64 LinesAtOnce = 1024;
constexpr qint64 LongestText = 64 * 1024 * 1024;
// For file systems that tell nobody, NFS above all.
constexpr int FallbackMs = 150;
constexpr int TurnMs = 4;

// Many logs that are opened at once are read in turns: more readers than processors would only keep those from running
// who show what is read.
QSemaphore &turns()
{
    static QSemaphore free(QThread::idealThreadCount());
    return free;
}

} // namespace

LogReader::LogReader()
    : m_watcher(new QFileSystemWatcher(this))
    , m_timer(new QTimer(this))
{
    m_timer->setInterval(FallbackMs);
    connect(m_timer, &QTimer::timeout, this, &LogReader::look);
    connect(m_watcher, &QFileSystemWatcher::fileChanged, this, &LogReader::look);
}

void LogReader::open(int generation, const QString &path, qint64 firstByte, bool growing)
{
    if (!m_watcher->files().isEmpty())
        m_watcher->removePaths(m_watcher->files());
    m_generation = generation;
    m_path = path;
    begin(firstByte);
    m_growing = growing;
    look();
    if (growing)
        m_timer->start();
    else
        m_timer->stop();
}

void LogReader::begin(qint64 firstByte)
{
    m_index = std::make_shared<LogIndex>(m_path, firstByte);
    m_errors = std::make_unique<LogErrors>(m_index);
    m_toldErrors = 0;
    m_told = false;
}

void LogReader::setGrowing(bool growing)
{
    m_growing = growing;
    if (growing) {
        m_timer->start();
    } else {
        m_timer->stop();
        if (!m_watcher->files().isEmpty())
            m_watcher->removePaths(m_watcher->files());
    }
    look();
}

void LogReader::watch()
{
    if (m_growing && m_watcher->files().isEmpty() && QFileInfo::exists(m_path))
        m_watcher->addPath(m_path);
}

void LogReader::look()
{
    if (m_path.isEmpty())
        return;
    m_lookQueued = false;
    // The first step is short and what somebody waits for.
    const bool takesTurns = m_told;
    if (takesTurns && !turns().tryAcquire()) {
        m_lookQueued = true;
        QTimer::singleShot(TurnMs, this, &LogReader::look);
        return;
    }
    const QSemaphoreReleaser turn(turns(), takesTurns ? 1 : 0);
    watch();
    auto change = m_index->advance(m_told ? Budget : FirstBudget);
    if (change == LogIndex::Change::Replaced) {
        begin(0);
        change = m_index->advance(FirstBudget);
    }
    // Only after the lines are known: these are waited for on the screen.
    const bool moreErrors = m_index->isAtEnd() && m_errors->advance(ErrorsBudget);
    if (change == LogIndex::Change::Grown || moreErrors || !m_told)
        tell(change == LogIndex::Change::Missing);
    if ((!m_index->isAtEnd() || moreErrors) && !m_lookQueued) {
        m_lookQueued = true;
        QMetaObject::invokeMethod(this, &LogReader::look, Qt::QueuedConnection);
    }
}

void LogReader::tell(bool missing)
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
    progress.newErrors.assign(errors.begin() + qsizetype(m_toldErrors), errors.end());
    m_toldErrors = errors.size();
    m_told = true;
    Q_EMIT progressed(progress);
}

void LogReader::fetch(int generation, LineNumber first, qint64 count)
{
    if (generation == m_generation)
        Q_EMIT fetched(generation, first, m_index->lines(first, count));
}

void LogReader::text(LineNumber from, LineNumber to, const Question<QString> &question)
{
    QString text;
    for (LineNumber at = from; at <= to;) {
        if (question.isCanceled())
            return;
        const auto lines = m_index->lines(at, std::min(LinesAtOnce, to.value - at.value + 1));
        if (lines.isEmpty())
            break;
        for (const auto &line : lines) {
            if (at > from)
                text += QLatin1Char('\n');
            text += line.text;
            ++at.value;
        }
        if (text.size() > LongestText) {
            question.give(failure(ErrorKind::Rejected,
                                  QStringLiteral("The text is longer than 64 MB. Save the log to a file instead.")));
            return;
        }
    }
    question.give(text);
}

void LogReader::saveAs(const QString &fileName, const Question<qint64> &question)
{
    QFile source(m_path);
    if (!source.open(QIODevice::ReadOnly)) {
        question.give(failure(ErrorKind::NotFound, QStringLiteral("The log %1 cannot be read.").arg(m_path),
                              source.errorString()));
        return;
    }
    QSaveFile target(fileName);
    const auto fail = [&] {
        question.give(failure(ErrorKind::Failed, QStringLiteral("The log could not be saved as %1.").arg(fileName),
                              target.errorString()));
    };
    if (!target.open(QIODevice::WriteOnly)) {
        fail();
        return;
    }
    qint64 size = 0;
    // Only as far as it is known: a file that grows faster than it is copied would never end.
    for (qint64 left = source.size(); left > 0;) {
        if (question.isCanceled())
            return;
        const QByteArray piece = source.read(std::min(left, Budget));
        if (piece.isEmpty())
            break;
        if (target.write(piece) != piece.size()) {
            fail();
            return;
        }
        size += piece.size();
        left -= piece.size();
    }
    if (target.commit())
        question.give(size);
    else
        fail();
}

} // namespace Roost
