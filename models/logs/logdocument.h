// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/logs/logtext.h"

#include <QCache>
#include <QDateTime>
#include <QObject>

#include <memory>
#include <vector>

namespace Roost::Logs {

class LogIndex;
class LogPool;
class LogReader;
class LogTimes;
struct LogProgress;

/// A file that began anew while it was shown: it was cut short, written anew or replaced.
struct LogRestart
{
    QDateTime time; // when it was seen
    qint64 oldSize = 0;
    qint64 oldLineCount = 0;
};

/// A log that is shown: a local file that grows, is cut short or appears late. All work on the file is done on threads
/// that all documents share; nothing here waits, and thousands may be open. Lines come by pages: ask with line(), and
/// again after linesReady().
class LogDocument : public LogText
{
    Q_OBJECT

public:
    explicit LogDocument(QObject *parent = nullptr);
    ~LogDocument() override;

    /// Shows the file from `firstByte` on; what is in front of it is not there yet and lines are counted from the
    /// first whole one. Another file replaces the first.
    void open(const QString &path, qint64 firstByte = 0);
    /// The same with a file that is itself only the end of a log.
    void openTail(const QString &path);
    /// While it grows (the default) the file is watched. Turned off, it is read once more to its end.
    void setGrowing(bool growing);
    /// The file has changed, as somebody knows who does not want to wait for the watcher.
    void look();

    QString path() const { return m_path; }
    State state() const override { return m_state; }
    bool isGrowing() const { return m_growing; }
    /// Whether line numbers are not those of the whole file.
    bool isPartial() const override { return m_firstByte > 0 || m_isTail; }
    qint64 lineCount() const override { return m_lineCount; }
    qint64 byteCount() const override { return m_end; }
    /// lineCount() is that of the file as it was a moment ago, not of some of it; state() waits for errors too.
    bool knowsAllLines() const { return m_knowsAllLines; }
    /// Lines that speak of an error, ascending. They come after the lines: complete when state() is Ready.
    const std::vector<LineNumber> &errorLines() const override { return m_errors; }
    /// How often the file began anew since it was opened; the last one stands in front of line 0.
    const QList<LogRestart> &restarts() const { return m_restarts; }

    /// Where the lines stand, for any thread; it knows as much as this document or more. After restarted() it is
    /// another one, and the old goes on to describe what was there before. Null until the file was looked at.
    std::shared_ptr<const LogIndex> index() const { return m_index; }
    /// For a glance at a few: these read the file. In a loop over many ask index() on another thread.
    LineNumber lineOfByte(qint64 offset) const;
    qint64 byteOfLine(LineNumber line) const;

    const LogLine *line(LineNumber number) override;
    Future<QString> text(LineNumber from, LineNumber to) override;

    /// Tells when lines were written; null where nobody does. Both outlive each other's use.
    void setTimes(const LogTimes *times) { m_times = times; }
    QList<LogDocument *> documents() override { return {this}; }
    LogTag tag(int) const override { return {}; }
    Origin originOf(LineNumber line) const override;
    LineNumber lineOf(int, LineNumber line) const override { return {std::min(line.value, m_lineCount)}; }
    LineNumber lineAt(qint64 time) const override;
    Future<qint64> saveAs(const QString &fileName) override;

private:
    void take(const LogProgress &progress);
    void takePage(int generation, LineNumber first, const QList<LogLine> &lines);
    void fetchNext();
    void forget();
    void begin(const QString &path, qint64 firstByte);

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
    QList<qint64> m_wanted; // the newest wish last
    qint64 m_fetching = -1;
    const LogTimes *m_times = nullptr;
    std::shared_ptr<LogPool> m_pool;
    LogReader *m_reader; // lives on a thread of the pool and dies there
};

} // namespace Roost::Logs
