// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/roostctl/terminalbytes.h"
#include "models/core/timepoint.h"
#include "models/logs/match/logpattern.h"

#include <QByteArray>
#include <QCommandLineOption>
#include <QList>

#include <map>
#include <optional>

namespace Roost::Ctl {

class CommandContext;

/// Filters and prints the log lines of a run: as text, in which "[1] " marks the rank if there are several processes
/// (coloured on a terminal), or with --json as one object per line: {"event": "log", "file", "rank", "time", "text"}.
class LogLines
{
public:
    /// Prints all lines of all logs.
    explicit LogLines(bool asJson)
        : m_asJson(asJson)
    {
    }
    /// Returns the options --rank, --path, --grep, -i, -v, --tail and --since.
    static QList<QCommandLineOption> options();
    /// Reads these options. Prints an error and returns nothing if one is invalid.
    static std::optional<LogLines> from(const CommandContext &context);

    /// Returns whether the log is selected. All logs are if the command line names none.
    bool includes(const QString &path) const;
    /// Returns whether the times of lines are needed, so that the bytes of a file are not enough.
    bool needsTimes() const { return m_asJson || m_since || m_isOfAllRanks || m_rank; }
    /// Returns the file that --path names; empty without --path.
    QString path() const { return m_path; }
    bool asJson() const { return m_asJson; }
    /// Returns the time before which lines are omitted.
    std::optional<TimePoint> since() const { return m_since; }
    /// Returns the number of matching lines to print, from the end.
    std::optional<qsizetype> tail() const { return m_tail; }
    /// Returns whether all lines are printed, not only those that match --grep.
    bool isUnfiltered() const { return m_pattern.isEmpty(); }
    /// Sets whether only one log is printed, so that lines are not marked with their rank.
    void setAlone(bool alone) { m_alone = alone; }

    /// Call with each chunk of a log. If all lines are selected and not marked, chunks are printed at once, so that
    /// progress bars move and unfinished lines are visible; otherwise only complete lines are printed.
    void onChunk(const QString &path, const QByteArray &bytes);
    /// Call when the log has ended. Prints the rest of it.
    void finish(const QString &path);
    /// Call with each complete line and the time when it was written, if that is known.
    void onLine(const QString &path, const QString &text, std::optional<TimePoint> time);
    /// Prints the last lines that were collected for --tail. Subsequent lines are printed as they arrive.
    void endTail();
    /// Shows the text of an unfinished line if stdout is a terminal. The next output overwrites it.
    void showOpen(const QString &path, const QString &text);

private:
    struct Line
    {
        QString path;
        QByteArray text;
        std::optional<TimePoint> time; // when it was written; empty if unknown
    };

    void printOrBuffer(QList<Line> &last, const Line &line);
    void line(const QString &path, const QByteArray &text);
    void print(const Line &line);
    bool passesBytes(const QString &path) const;
    void closeOpen();

    bool m_asJson;
    bool m_alone = false;
    QString m_path;
    bool m_isOfAllRanks = false;
    std::optional<int> m_rank;
    Logs::LogPattern m_pattern;
    std::optional<TimePoint> m_since;
    std::optional<qsizetype> m_tail;
    std::map<QString, QByteArray> m_open;        // the unfinished line of each log
    std::map<QString, QList<Line>> m_lastOfEach; // of logs that arrive as chunks
    QList<Line> m_last;                          // of logs that arrive as lines
    std::map<QString, TerminalBytes> m_filters;  // of chunks that are printed to a terminal at once
    QString m_halfLine;                          // the log whose last chunk ended within a line
    QByteArray m_shownOpen;                      // the unfinished line that is visible on the terminal
};

/// Returns whether the log is that of one of several processes.
bool isOfOneRank(const QString &path);
/// Returns whether the log is that of the environment build, which ends before the run begins.
bool isOfBuild(const QString &path);

} // namespace Roost::Ctl
