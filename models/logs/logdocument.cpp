// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/logs/logdocument.h"

#include "models/logs/logreader.h"

#include <algorithm>

namespace Roost {

namespace {

constexpr qsizetype HeldBlocks = 128;
constexpr qsizetype Wishes = 6;

} // namespace

LogDocument::LogDocument(QObject *parent)
    : QObject(parent)
    , m_blocks(HeldBlocks)
    , m_reader(new LogReader)
{
    m_reader->moveToThread(&m_thread);
    connect(&m_thread, &QThread::finished, m_reader, &QObject::deleteLater);
    connect(m_reader, &LogReader::progressed, this, &LogDocument::take);
    connect(m_reader, &LogReader::fetched, this, &LogDocument::takeBlock);
    m_thread.setObjectName(QStringLiteral("log reader"));
    m_thread.start();
}

LogDocument::~LogDocument()
{
    // What waits in its queue is dropped; the step it is in takes milliseconds.
    m_thread.quit();
    m_thread.wait();
}

void LogDocument::forget()
{
    m_lineCount = 0;
    m_end = 0;
    m_firstOfBlock.clear();
    m_errors.clear();
    m_blocks.clear();
    m_wanted.clear();
    m_fetching = -1;
}

void LogDocument::open(const QString &path, qint64 firstByte)
{
    m_isTail = false;
    begin(path, firstByte);
}

void LogDocument::openTail(const QString &path)
{
    m_isTail = true;
    begin(path, 0);
}

void LogDocument::begin(const QString &path, qint64 firstByte)
{
    m_path = path;
    m_firstByte = firstByte;
    ++m_generation;
    forget();
    m_state = State::Missing;
    QMetaObject::invokeMethod(m_reader, [reader = m_reader, generation = m_generation, path, firstByte,
                                         growing = m_growing] { reader->open(generation, path, firstByte, growing); });
    Q_EMIT restarted();
    Q_EMIT stateChanged();
}

void LogDocument::setGrowing(bool growing)
{
    if (m_growing == growing)
        return;
    m_growing = growing;
    QMetaObject::invokeMethod(m_reader, [reader = m_reader, growing] { reader->setGrowing(growing); });
    Q_EMIT stateChanged();
}

void LogDocument::look()
{
    QMetaObject::invokeMethod(m_reader, &LogReader::look);
}

void LogDocument::take(const LogProgress &progress)
{
    if (progress.generation != m_generation)
        return;
    if (progress.restarted) {
        forget();
        m_firstByte = progress.begin;
    } else if (!m_firstOfBlock.empty()) {
        // The last line of the last block may have gone on.
        if (auto *held = m_blocks.object(qsizetype(m_firstOfBlock.size()) - 1))
            held->stale = true;
    }
    const bool more = progress.end != m_end;
    m_lineCount = progress.lineCount;
    m_end = progress.end;
    m_firstOfBlock.insert(m_firstOfBlock.end(), progress.newBlocks.begin(), progress.newBlocks.end());
    m_errors.insert(m_errors.end(), progress.newErrors.begin(), progress.newErrors.end());

    const State state = progress.missing ? State::Missing : progress.atEnd ? State::Ready : State::Reading;
    const bool changed = state != m_state;
    m_state = state;
    if (progress.restarted)
        Q_EMIT restarted();
    else if (more)
        Q_EMIT grown();
    if (changed)
        Q_EMIT stateChanged();
}

qsizetype LogDocument::blockOf(LineNumber number) const
{
    return std::ranges::upper_bound(m_firstOfBlock, number) - m_firstOfBlock.begin() - 1;
}

const LogLine *LogDocument::line(LineNumber number)
{
    if (number.value < 0 || number.value >= m_lineCount)
        return nullptr;
    const auto block = blockOf(number);
    const Held *held = m_blocks.object(block);
    if ((!held || held->stale) && m_fetching != block) {
        m_wanted.removeOne(block);
        m_wanted.append(block);
        // Who scrolls fast no longer wants what has gone by.
        if (m_wanted.size() > Wishes)
            m_wanted.removeFirst();
        fetchNext();
    }
    if (!held)
        return nullptr;
    const auto at = number.value - m_firstOfBlock[size_t(block)].value;
    return at < held->lines.size() ? &held->lines[at] : nullptr;
}

void LogDocument::fetchNext()
{
    if (m_fetching >= 0 || m_wanted.isEmpty())
        return;
    m_fetching = m_wanted.takeLast();
    QMetaObject::invokeMethod(m_reader, [reader = m_reader, generation = m_generation, block = m_fetching] {
        reader->fetch(generation, block);
    });
}

void LogDocument::takeBlock(int generation, qsizetype block, const QList<LogLine> &lines)
{
    if (generation != m_generation || block != m_fetching)
        return;
    m_fetching = -1;
    // All growth that was told before is in it: words of the reader come in the order of its deeds.
    const LineNumber first = m_firstOfBlock[size_t(block)];
    m_blocks.insert(block, new Held{lines, false});
    fetchNext();
    Q_EMIT linesReady(first, LineNumber{first.value + lines.size() - 1});
}

Answer<QString> LogDocument::text(LineNumber from, LineNumber to)
{
    Question<QString> question;
    QMetaObject::invokeMethod(m_reader, [reader = m_reader, from, to, question] { reader->text(from, to, question); });
    return question.answer();
}

Answer<qint64> LogDocument::saveAs(const QString &fileName)
{
    Question<qint64> question;
    QMetaObject::invokeMethod(m_reader,
                              [reader = m_reader, fileName, question] { reader->saveAs(fileName, question); });
    return question.answer();
}

} // namespace Roost
