// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/roostctl/loglines.h"

#include "app/roostctl/session.h"
#include "models/core/logpath.h"
#include "models/logs/logline.h"

#include <QJsonDocument>

#include <cstdio>

#include <unistd.h>

namespace Roost::Ctl {

using namespace Qt::StringLiterals;

namespace {

void write(const QByteArray &bytes)
{
    std::fwrite(bytes.constData(), 1, size_t(bytes.size()), stdout);
    std::fflush(stdout);
}

QByteArray prefix(const QString &path)
{
    static const bool isTerminal = ::isatty(STDOUT_FILENO) != 0;
    const auto rank = rankOfLog(path);
    const bool isOnly = path.endsWith("_log.txt"_L1); // of a run that is not distributed
    if (!rank || isOnly)
        return {};
    const QByteArray mark = '[' + QByteArray::number(*rank) + "] ";
    return isTerminal ? "\x1b[3" + QByteArray::number(1 + *rank % 6) + 'm' + mark + "\x1b[0m" : mark;
}

} // namespace

QList<QCommandLineOption> LogLines::options()
{
    return {
        {u"rank"_s, u"Only the log of one process, or of 'all' processes in their order."_s, u"N|all"_s},
        {u"path"_s, u"Only this log, as --list names it."_s, u"LOG"_s},
        {u"grep"_s, u"Only lines in which the Perl-compatible expression is found."_s, u"EXPRESSION"_s},
        {{u"i"_s, u"ignore-case"_s}, u"With --grep: upper and lower case are the same."_s},
        {{u"v"_s, u"invert-match"_s}, u"With --grep: only lines in which it is not found."_s},
        {u"tail"_s, u"Only the last lines of each log, of those that --grep leaves."_s, u"N"_s},
    };
}

std::optional<LogLines> LogLines::from(const Session &session)
{
    LogLines lines(session.wantsJson());
    bool fine = true;
    lines.m_path = session.has(u"path"_s) ? session.option(u"path"_s) : session.arguments().value(1);
    lines.m_rank = session.option(u"rank"_s);
    if (session.has(u"rank"_s) && lines.m_rank != "all"_L1 && (lines.m_rank.toUInt(&fine), !fine)) {
        say(u"--rank takes the number of a process, 0 or more, or 'all'."_s);
        return {};
    }
    if (session.has(u"tail"_s)) {
        lines.m_tail = session.option(u"tail"_s).toInt(&fine);
        if (!fine || lines.m_tail < 0 || session.has(u"follow"_s)) {
            say(session.has(u"follow"_s) ? u"--tail prints a log as it is now. Leave out --tail or --follow."_s
                                         : u"--tail takes a whole number, 0 or more."_s);
            return {};
        }
    }
    lines.m_pattern =
        LogPattern(session.option(u"grep"_s), true, !session.has(u"ignore-case"_s), session.has(u"invert-match"_s));
    if (const QString why = lines.m_pattern.whyNot(); !why.isEmpty()) {
        say(u"--grep %1 cannot be looked for: %2."_s.arg(lines.m_pattern.text(), why));
        return {};
    }
    return lines;
}

bool LogLines::wants(const QString &path) const
{
    if (!m_path.isEmpty())
        return path == m_path;
    if (m_rank.isEmpty())
        return true;
    const auto rank = rankOfLog(path);
    return rank && (m_rank == "all"_L1 || *rank == m_rank.toInt());
}

void LogLines::take(const QString &path, const QByteArray &bytes)
{
    if (m_alone && !m_asJson && m_tail < 0 && m_pattern.isEmpty()) {
        write(bytes);
        return;
    }
    // Whole lines only, so that those of several processes do not mix.
    QByteArray &open = m_held[path].open;
    open += bytes;
    qsizetype start = 0;
    for (qsizetype end; (end = open.indexOf('\n', start)) >= 0; start = end + 1)
        line(path, open.sliced(start, end - start));
    open = open.sliced(start);
}

void LogLines::line(const QString &path, const QByteArray &text)
{
    if (!m_pattern.isEmpty() && !m_pattern.isIn(decodeLogLine(text).text))
        return;
    if (m_tail < 0) {
        print(path, text);
        return;
    }
    auto &last = m_held[path].last;
    last.append(text);
    if (last.size() > m_tail)
        last.removeFirst();
}

void LogLines::print(const QString &path, const QByteArray &text) const
{
    if (m_asJson) {
        const QJsonObject event{{u"event"_s, u"log"_s}, {u"file"_s, path}, {u"line"_s, QString::fromUtf8(text)}};
        write(QJsonDocument(event).toJson(QJsonDocument::Compact) + '\n');
    } else {
        write((m_alone ? QByteArray() : prefix(path)) + text + '\n');
    }
}

void LogLines::finish(const QString &path)
{
    Held &held = m_held[path];
    if (const QByteArray open = std::exchange(held.open, {}); !open.isEmpty())
        line(path, open);
    for (const QByteArray &text : std::exchange(held.last, {}))
        print(path, text);
}

} // namespace Roost::Ctl
