// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/logs/logpattern.h"

#include <QByteArray>
#include <QCommandLineOption>
#include <QList>

#include <map>
#include <optional>

namespace Roost::Ctl {

class Session;

/// Which lines of which logs of a run go to stdout, and in which form: as they stand, those of several processes told
/// apart by "[1] " (coloured on a terminal), or with JSON each as one line {"event": "log", "file", "line"}.
class LogLines
{
public:
    /// All lines of all logs.
    explicit LogLines(bool asJson)
        : m_asJson(asJson)
    {
    }
    /// --rank, --path, --grep, -i, -v and --tail.
    static QList<QCommandLineOption> options();
    /// What they say; a mistake is said and nothing returned.
    static std::optional<LogLines> from(const Session &session);

    /// Whether the log is one of those asked for; all are when none was named.
    bool wants(const QString &path) const;
    /// One file was asked for by its name.
    QString path() const { return m_path; }
    /// Only one log is printed: its bytes go out as they come, without a mark of whose they are.
    void setAlone(bool alone) { m_alone = alone; }

    void take(const QString &path, const QByteArray &bytes);
    /// The log has ended: what is left of it goes out.
    void finish(const QString &path);

private:
    struct Held
    {
        QByteArray open; // a line that has no end yet
        QList<QByteArray> last;
    };

    void line(const QString &path, const QByteArray &text);
    void print(const QString &path, const QByteArray &text) const;

    bool m_asJson;
    bool m_alone = false;
    QString m_path;
    QString m_rank; // "all" or a number
    LogPattern m_pattern;
    qsizetype m_tail = -1;
    std::map<QString, Held> m_held;
};

} // namespace Roost::Ctl
