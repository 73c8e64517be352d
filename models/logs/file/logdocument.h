// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/logs/file/logtext.h"

#include <QCache>
#include <QDateTime>
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

/// A file that was truncated, rewritten or replaced while it was shown.
struct LogRestart
{
    QDateTime time; // when the change was noticed
    qint64 oldSize = 0;
    qint64 oldLineCount = 0;
};

/// The live content of one log: a local file that grows, is truncated or appears late. The file is read on threads that
/// all documents share; no function here blocks, and thousands of documents may be open. Lines are fetched by pages:
/// call line(), and again after linesReady(). Belongs to the thread it was created on.
class LogDocument : public LogText
{
    Q_OBJECT

public:
    explicit LogDocument(QObject *parent = nullptr);
    ~LogDocument() override;

    /// Shows the file from `firstByte` on, which is how a file is shown whose beginning is not downloaded yet. Lines
    /// are counted from the first whole one. Replaces the file that was open before.
    void open(const QString &path, qint64 firstByte = 0);
    /// The same with a file that holds only the end of a log.
    void openTail(const QString &path);
    /// A growing file (the default) is watched. Set to false, it is read to its end once more.
    void setGrowing(bool growing);
    /// Call when the file is known to have changed and the watcher must not be awaited.
    void refresh();

    QString path() const { return m_path; }
    State state() const override { return m_state; }
    bool isGrowing() const { return m_growing; }
    /// Whether line numbers are not those of the whole file.
    bool isPartial() const override { return m_firstByte > 0 || m_isTail; }
    qint64 lineCount() const override { return m_lineCount; }
    qint64 byteCount() const override { return m_end; }
    /// Whether lineCount() covers the whole file as it was a moment ago. state() becomes Ready later, after the errors.
    bool knowsAllLines() const { return m_knowsAllLines; }
    /// Lines that report an error, ascending. They are found after the lines: complete when state() is Ready.
    const std::vector<LineNumber> &errorLines() const override { return m_errors; }
    /// Every restart since the file was opened; the last one precedes line 0.
    const QList<LogRestart> &restarts() const { return m_restarts; }

    /// The positions of lines, for any thread; it covers at least as much as this document. After restarted() it is
    /// another object, and the old one still describes the earlier file. Null until the file was read for the first
    /// time.
    std::shared_ptr<const LogIndex> index() const { return m_index; }
    /// These read the file. For many lines use index() on another thread.
    LineNumber lineOfByte(qint64 offset) const;
    qint64 byteOfLine(LineNumber line) const;

    const LogLine *line(LineNumber number) override;
    Future<QString> text(LineNumber from, LineNumber to) override;

    /// The source of originOf() and lineAt(); null without one. `clock` must stay valid until it is replaced.
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

    struct Held
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
    QCache<qint64, Held> m_pages;
    QList<qint64> m_wanted; // pages to fetch, the newest last
    qint64 m_fetching = -1;
    const LineClock *m_clock = nullptr;
    std::shared_ptr<LogPool> m_pool;
    LogReader *m_reader; // lives on a thread of the pool, which deletes it
};

} // namespace Roost::Logs
