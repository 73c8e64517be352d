// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/logs/file/logtext.h"

#include <QCache>
#include <QObject>

#include <algorithm>
#include <memory>
#include <vector>

namespace Roost::Logs {

class LineClock;
class LogIndex;
class LogPool;
class LogReader;
struct LogProgress;

/// Describes that a file was truncated, rewritten or replaced while it was shown.
struct LogRestart
{
    TimePoint time; // time at which the change was noticed
    qint64 oldSize = 0;
    qint64 oldLineCount = 0;
};

/// The live content of one log: a local file that may grow, be truncated or appear late. The file is read on threads
/// that all documents share; no function blocks, and thousands of documents may be open. Lines are fetched in pages:
/// call line(), and again after linesReady(). Belongs to the thread on which it was created.
class LogDocument : public LogText
{
    Q_OBJECT

public:
    explicit LogDocument(QObject *parent = nullptr);
    ~LogDocument() override;

    /// Shows the file from `firstByte` on, for a file whose beginning is not downloaded yet. Lines are counted from the
    /// first complete line. Replaces the file that was open before.
    void open(const QString &path, qint64 firstByte = 0);
    /// Shows a file that contains only the end of a log.
    void openTail(const QString &path);
    /// Sets whether the file grows; a growing file (the default) is watched. If set to false, the file is read to its
    /// end once more.
    void setGrowing(bool growing);
    /// Queues the file for reading. Call if the file is known to have changed, so that the change is not shown only
    /// when the watcher reports it.
    void refresh();

    QString path() const { return m_path; }
    State state() const override { return m_state; }
    bool isGrowing() const { return m_growing; }
    /// Returns whether line numbers differ from those of the whole file.
    bool isPartial() const override { return m_firstByte > 0 || m_isTail; }
    qint64 lineCount() const override { return m_lineCount; }
    qint64 byteCount() const override { return m_end; }
    /// Returns whether lineCount() covers the whole file as it was a moment ago. state() becomes Ready later, when the
    /// errors are found too.
    bool knowsAllLines() const { return m_knowsAllLines; }
    /// Returns the lines that report an error, in ascending order. They are found after the lines: the list is complete
    /// when state() is Ready.
    const std::vector<LineNumber> &errorLines() const override { return m_errors; }
    /// Returns all restarts since the file was opened; after the last one, lines were counted from 0 again.
    const QList<LogRestart> &restarts() const { return m_restarts; }

    /// Returns the positions of lines, for any thread; the index covers at least as much as this document. After
    /// restarted() it is another object, and the old one still describes the earlier file. Null until the file was read
    /// for the first time.
    std::shared_ptr<const LogIndex> index() const { return m_index; }
    /// These functions read the file. For many lines, use index() on another thread.
    LineNumber lineOfByte(qint64 offset) const;
    qint64 byteOfLine(LineNumber line) const;

    const LogLine *line(LineNumber number) override;
    Future<QString> text(LineNumber from, LineNumber to) override;

    /// Sets the times for originOf() and lineAt(); may be null. `clock` must remain valid until it is replaced.
    void setClock(const LineClock *clock) { m_clock = clock; }
    QList<LogDocument *> documents() override { return {this}; }
    LogTag tag(int) const override { return {}; }
    Origin originOf(LineNumber line) const override;
    LineNumber lineOf(int, LineNumber line) const override { return {std::min(line.value, m_lineCount)}; }
    LineNumber lineAt(TimePoint time) const override;
    Future<qint64> saveAs(const QString &fileName) override;

private:
    void onProgress(const LogProgress &progress);
    void onPage(int generation, LineNumber first, const QList<LogLine> &lines);
    void fetchNext();
    void clear();
    void openFile(const QString &path, qint64 firstByte);

    struct Page
    {
        QList<LogLine> lines;
        bool stale = false;
    };

    QString m_path;
    State m_state = State::Missing;
    bool m_growing = true;
    bool m_isTail = false;
    bool m_knowsAllLines = false;
    int m_generation = 0;
    qint64 m_firstByte = 0;
    qint64 m_lineCount = 0;
    qint64 m_end = 0;
    std::shared_ptr<const LogIndex> m_index;
    std::vector<LineNumber> m_errors;
    QList<LogRestart> m_restarts;
    QCache<qint64, Page> m_pages;
    QList<qint64> m_due;              // pages to fetch, the newest last
    std::optional<qint64> m_fetching; // the page that the reader fetches
    const LineClock *m_clock = nullptr;
    std::shared_ptr<LogPool> m_pool;
    LogReader *m_reader; // belongs to a thread of the pool, which deletes it
};

} // namespace Roost::Logs
