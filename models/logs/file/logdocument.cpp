// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/logs/file/logdocument.h"

#include "models/logs/file/lineclock.h"
#include "models/logs/file/logindex.h"
#include "models/logs/file/logpool.h"
#include "models/logs/file/logreader.h"

namespace Roost::Logs {

namespace {

// Lines are fetched and cached by pages of about a screen.
constexpr qint64 LinesInPage = 64;
constexpr qsizetype HeldPages = 512;
constexpr qsizetype MostDue = 12;

} // namespace

LogDocument::LogDocument(QObject *parent)
    : LogText(parent)
    , m_pages(HeldPages)
    , m_pool(LogPool::shared())
    , m_reader(m_pool->makeReader())
{
    connect(m_reader, &LogReader::progressed, this, &LogDocument::onProgress);
    connect(m_reader, &LogReader::fetched, this, &LogDocument::onPage);
}

LogDocument::~LogDocument()
{
    m_pool->release(m_reader);
}

void LogDocument::clear()
{
    m_lineCount = 0;
    m_end = 0;
    m_errors.clear();
    m_pages.clear();
    m_due.clear();
    m_fetching.reset();
}

void LogDocument::open(const QString &path, qint64 firstByte)
{
    m_isTail = false;
    openFile(path, firstByte);
}

void LogDocument::openTail(const QString &path)
{
    m_isTail = true;
    openFile(path, 0);
}

void LogDocument::openFile(const QString &path, qint64 firstByte)
{
    m_path = path;
    m_firstByte = firstByte;
    ++m_generation;
    clear();
    m_index.reset();
    m_knowsAllLines = false;
    m_restarts.clear();
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

void LogDocument::refresh()
{
    QMetaObject::invokeMethod(m_reader, &LogReader::enqueue);
}

void LogDocument::onProgress(const LogProgress &progress)
{
    if (progress.generation != m_generation)
        return;
    const bool isRestarted = m_index && m_index != progress.index;
    m_index = progress.index;
    if (isRestarted) {
        m_restarts.append({currentTime(), m_end, m_lineCount});
        clear();
        m_firstByte = 0;
    } else if (auto *held = m_pages.object((m_lineCount - 1) / LinesInPage)) {
        // The last line may be longer now, and more lines may follow it.
        held->stale = true;
    }
    const bool more = progress.end != m_end || m_knowsAllLines != progress.allLines || !progress.newErrors.empty();
    m_lineCount = progress.lineCount;
    m_end = progress.end;
    m_knowsAllLines = progress.allLines;
    m_errors.insert(m_errors.end(), progress.newErrors.begin(), progress.newErrors.end());

    const State state = progress.missing ? State::Missing : progress.atEnd ? State::Ready : State::Reading;
    const bool changed = state != m_state;
    m_state = state;
    if (isRestarted)
        Q_EMIT restarted();
    else if (more)
        Q_EMIT grown();
    if (changed)
        Q_EMIT stateChanged();
}

LogText::Origin LogDocument::originOf(LineNumber line) const
{
    return {0, line, m_clock ? m_clock->timeOf(line) : std::nullopt};
}

LineNumber LogDocument::lineAt(TimePoint time) const
{
    return m_clock ? m_clock->firstAt(time) : LineNumber{m_lineCount};
}

LineNumber LogDocument::lineOfByte(qint64 offset) const
{
    return m_index ? m_index->lineOfByte(offset) : LineNumber();
}

qint64 LogDocument::byteOfLine(LineNumber line) const
{
    return m_index ? m_index->byteOfLine(line) : 0;
}

const LogLine *LogDocument::line(LineNumber number)
{
    if (number.value < 0 || number.value >= m_lineCount)
        return nullptr;
    const qint64 page = number.value / LinesInPage;
    const Page *held = m_pages.object(page);
    if ((!held || held->stale) && m_fetching != page) {
        m_due.removeOne(page);
        m_due.append(page);
        // After fast scrolling, pages that are no longer visible need not be fetched.
        if (m_due.size() > MostDue)
            m_due.removeFirst();
        fetchNext();
    }
    if (!held)
        return nullptr;
    const qint64 at = number.value % LinesInPage;
    return at < held->lines.size() ? &held->lines[at] : nullptr;
}

void LogDocument::fetchNext()
{
    if (m_fetching || m_due.isEmpty())
        return;
    m_fetching = m_due.takeLast();
    QMetaObject::invokeMethod(m_reader,
                              [reader = m_reader, generation = m_generation, first = *m_fetching * LinesInPage] {
                                  reader->fetch(generation, LineNumber{first}, LinesInPage);
                              });
}

void LogDocument::onPage(int generation, LineNumber first, const QList<LogLine> &lines)
{
    const qint64 page = first.value / LinesInPage;
    if (generation != m_generation || page != m_fetching)
        return;
    m_fetching.reset();
    // The page covers all growth that was reported before: signals of the reader arrive in order.
    m_pages.insert(page, new Page{lines, false});
    fetchNext();
    Q_EMIT linesReady(first, LineNumber{first.value + lines.size() - 1});
}

Future<QString> LogDocument::text(LineNumber from, LineNumber to)
{
    Promise<QString> promise;
    QMetaObject::invokeMethod(m_reader, [reader = m_reader, from, to, promise] { reader->text(from, to, promise); });
    return promise.future();
}

Future<qint64> LogDocument::saveAs(const QString &fileName)
{
    Promise<qint64> promise;
    QMetaObject::invokeMethod(m_reader, [reader = m_reader, fileName, promise] { reader->saveAs(fileName, promise); });
    return promise.future();
}

} // namespace Roost::Logs
