// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/roostctl/terminalbytes.h"
#include "models/logs/logpattern.h"

#include <QByteArray>
#include <QCommandLineOption>
#include <QList>

#include <map>
#include <optional>

namespace Roost::Ctl {

class Session;

/// Which lines of which logs of a run go to stdout, and in which form: as they stand, those of several processes told
/// apart by "[1] " (coloured on a terminal), or with JSON each as one line {"event": "log", "file", "rank", "time",
/// "text"}.
class LogLines
{
public:
    /// All lines of all logs.
    explicit LogLines(bool asJson)
        : m_asJson(asJson)
    {
    }
    /// --rank, --path, --grep, -i, -v, --tail and --since.
    static QList<QCommandLineOption> options();
    /// What they say; a mistake is said and nothing returned.
    static std::optional<LogLines> from(const Session &session);

    /// Whether the log is one of those asked for; all are when none was named.
    bool wants(const QString &path) const;
    /// Whether when lines were written counts, so that the bytes alone do not do.
    bool needsTimes() const { return m_asJson || m_since || !m_rank.isEmpty(); }
    /// One file was asked for by its name.
    QString path() const { return m_path; }
    bool asJson() const { return m_asJson; }
    /// UTC milliseconds since 1970: lines from before are not wanted.
    std::optional<qint64> since() const { return m_since; }
    /// Only that many lines, the last ones of those that are wanted.
    std::optional<qsizetype> tail() const { return m_tail; }
    bool takesAll() const { return m_pattern.isEmpty(); }
    /// Only one log is printed, without a mark of whose lines they are.
    void setAlone(bool alone) { m_alone = alone; }

    /// Where all lines of a log are wanted that needs no mark, bytes go out as they come: a progress bar moves, and a
    /// line without its end is seen. Else whole lines do.
    void take(const QString &path, const QByteArray &bytes);
    /// The log has ended: what is left of it goes out.
    void finish(const QString &path);
    /// A whole line as it is shown, and when it was written: UTC milliseconds since 1970, 0 where it is not known.
    void takeLine(const QString &path, const QString &text, qint64 time);
    /// The last lines of what was there go out; what comes now goes out as it comes.
    void endTail();
    /// What the line that has no end yet shows now, where stdout is a terminal: written over by whatever comes next.
    void showOpen(const QString &path, const QString &text);

private:
    struct Line
    {
        QString path;
        QByteArray text;
        qint64 time = 0;
    };

    void keepOrPrint(QList<Line> &last, const Line &line);
    void line(const QString &path, const QByteArray &text);
    void print(const Line &line);
    bool passesBytes(const QString &path) const;
    void closeOpen();

    bool m_asJson;
    bool m_alone = false;
    QString m_path;
    QString m_rank; // "all" or a number
    Logs::LogPattern m_pattern;
    std::optional<qint64> m_since;
    std::optional<qsizetype> m_tail;
    std::map<QString, QByteArray> m_open;        // the line of a log that has no end yet
    std::map<QString, QList<Line>> m_lastOfEach; // of bytes
    QList<Line> m_last;                          // of lines
    std::map<QString, TerminalBytes> m_filters;  // of bytes that go out to a terminal as they come
    QString m_halfLine;                          // the log whose bytes ended without the end of a line
    QByteArray m_shownOpen;                      // what stands in the terminal's last line until it is written over
};

/// The log is that of one of several processes.
bool isOfOneRank(const QString &path);
/// The log of the making of the environment, which ends before the run begins.
bool isOfBuild(const QString &path);

} // namespace Roost::Ctl
