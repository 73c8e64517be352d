// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/logs/logreader.h"

#include <QFileInfo>
#include <QFileSystemWatcher>
#include <QSaveFile>
#include <QTimer>

namespace Roost {

namespace {

// Small enough that a block which is waited for on the screen comes in between.
constexpr qint64 Budget = 1024 * 1024;
constexpr qint64 LongestText = 64 * 1024 * 1024;
// For file systems that tell nobody, NFS above all.
constexpr int FallbackMs = 150;

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
    m_index = LogIndex(path, firstByte);
    m_toldBlocks = m_toldErrors = 0;
    m_told = false;
    m_growing = growing;
    look();
    if (growing)
        m_timer->start();
    else
        m_timer->stop();
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
    watch();
    const auto change = m_index.advance(Budget);
    if (change == LogIndex::Change::None && m_told)
        return;
    const bool restarted = change == LogIndex::Change::Restarted;
    if (restarted) {
        m_toldBlocks = m_toldErrors = 0;
        m_index.advance(Budget);
    }
    tell(restarted, change == LogIndex::Change::Missing);
    if (!m_index.isAtEnd() && !m_lookQueued) {
        m_lookQueued = true;
        QMetaObject::invokeMethod(this, &LogReader::look, Qt::QueuedConnection);
    }
}

void LogReader::tell(bool restarted, bool missing)
{
    LogProgress progress;
    progress.generation = m_generation;
    progress.restarted = restarted;
    progress.missing = missing;
    progress.atEnd = m_index.isAtEnd();
    progress.lineCount = m_index.lineCount();
    progress.begin = m_index.begin();
    progress.end = m_index.end();
    for (; m_toldBlocks < m_index.blocks().size(); ++m_toldBlocks)
        progress.newBlocks.push_back(m_index.blocks()[m_toldBlocks].first);
    const auto &errors = m_index.errors();
    progress.newErrors.assign(errors.begin() + qsizetype(m_toldErrors), errors.end());
    m_toldErrors = errors.size();
    m_told = true;
    Q_EMIT progressed(progress);
}

void LogReader::fetch(int generation, qsizetype block)
{
    if (generation == m_generation)
        Q_EMIT fetched(generation, block, m_index.read(block));
}

void LogReader::text(LineNumber from, LineNumber to, const Question<QString> &question)
{
    QString text;
    const auto &blocks = m_index.blocks();
    for (size_t i = 0; i < blocks.size(); ++i) {
        if (blocks[i].first > to)
            break;
        if (i + 1 < blocks.size() && blocks[i + 1].first <= from)
            continue;
        if (question.isCanceled())
            return;
        LineNumber number = blocks[i].first;
        for (const auto &line : m_index.read(qsizetype(i))) {
            if (number >= from && number <= to) {
                if (number > from)
                    text += QLatin1Char('\n');
                text += line.text;
            }
            ++number.value;
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
