// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/roostctl/loglines.h"

#include "app/roostctl/commandcontext.h"
#include "models/core/logpath.h"
#include "models/logs/lines/logline.h"

#include <QDateTime>
#include <QJsonDocument>
#include <QTimeZone>

#include <array>
#include <cstdio>
#include <utility>

#include <sys/ioctl.h>
#include <unistd.h>

namespace Roost::Ctl {

using namespace Logs;
using namespace Qt::StringLiterals;

namespace {

void write(const QByteArray &bytes)
{
    std::fwrite(bytes.constData(), 1, size_t(bytes.size()), stdout);
}

bool isTerminal()
{
    static const bool result = ::isatty(STDOUT_FILENO) != 0;
    return result;
}

QByteArray prefix(const QString &path)
{
    if (!isOfOneRank(path))
        return {};
    const int rank = *rankOfLog(path);
    const QByteArray mark = '[' + QByteArray::number(rank) + "] ";
    return isTerminal() ? "\x1b[3" + QByteArray::number(1 + rank % 6) + 'm' + mark + "\x1b[0m" : mark;
}

/// Parses "30s", "10m", "2h" or "1d" before now, or a time.
std::optional<TimePoint> sinceOf(const QString &text)
{
    using Unit = std::pair<char16_t, std::chrono::seconds>;
    static constexpr std::array units{Unit{u's', std::chrono::seconds(1)}, Unit{u'm', std::chrono::minutes(1)},
                                      Unit{u'h', std::chrono::hours(1)}, Unit{u'd', std::chrono::days(1)}};
    for (const auto &[letter, length] : units) {
        bool ok = false;
        const uint count = text.endsWith(letter) ? text.chopped(1).toUInt(&ok) : 0;
        if (ok)
            return currentTime() - count * length;
    }
    return toTimePoint(QDateTime::fromString(text, Qt::ISODateWithMs));
}

} // namespace

bool isOfOneRank(const QString &path)
{
    return rankOfLog(path) && !path.endsWith("_log.txt"_L1); // the log of a run that is not distributed
}

bool isOfBuild(const QString &path)
{
    return path.contains("20_image_build_log"_L1);
}

QList<QCommandLineOption> LogLines::options()
{
    return {
        {u"rank"_s, u"Only the log of one process, or those of 'all' processes by time, each line with its rank."_s,
         u"N|all"_s},
        {u"path"_s, u"Only this log, as --list names it."_s, u"LOG"_s},
        {u"grep"_s, u"Only lines in which the Perl-compatible expression is found."_s, u"EXPRESSION"_s},
        {{u"i"_s, u"ignore-case"_s}, u"With --grep: upper and lower case are the same."_s},
        {{u"v"_s, u"invert-match"_s}, u"With --grep: only lines in which it is not found."_s},
        {u"tail"_s, u"Only the last lines, of those that --grep leaves; with --follow what comes then, too."_s, u"N"_s},
        {u"since"_s,
         u"Only lines written since then: 30s, 10m, 2h or 1d ago, or at a time such as 2026-11-25T10:00:00Z (local "
         "time where it names no zone)."_s,
         u"TIME"_s},
    };
}

std::optional<LogLines> LogLines::from(const CommandContext &context)
{
    LogLines lines(context.wantsJson());
    bool ok = true;
    lines.m_path = context.has(u"path"_s) ? context.option(u"path"_s) : context.arguments().value(1);
    lines.m_isOfAllRanks = context.option(u"rank"_s) == "all"_L1;
    if (context.has(u"rank"_s) && !lines.m_isOfAllRanks)
        lines.m_rank = context.option(u"rank"_s).toInt(&ok);
    if (!ok || lines.m_rank.value_or(0) < 0) {
        printError(u"--rank takes the number of a process, 0 or more, or 'all'."_s);
        return {};
    }
    if (context.has(u"tail"_s)) {
        lines.m_tail = context.option(u"tail"_s).toInt(&ok);
        if (!ok || *lines.m_tail < 0) {
            printError(u"--tail takes a whole number, 0 or more."_s);
            return {};
        }
    }
    if (const QString text = context.option(u"since"_s); context.has(u"since"_s)) {
        lines.m_since = sinceOf(text);
        if (!lines.m_since) {
            printError(
                u"--since takes a span such as 30s, 10m, 2h or 1d, or a time such as 2026-11-25T10:00:00; '%1' is neither."_s
                    .arg(text));
            return {};
        }
    }
    lines.m_pattern =
        LogPattern(context.option(u"grep"_s), true, !context.has(u"ignore-case"_s), context.has(u"invert-match"_s));
    if (const QString why = lines.m_pattern.whyNot(); !why.isEmpty()) {
        printError(u"--grep %1 cannot be looked for: %2."_s.arg(lines.m_pattern.text(), why));
        return {};
    }
    return lines;
}

bool LogLines::includes(const QString &path) const
{
    if (!m_path.isEmpty())
        return path == m_path;
    const auto rank = rankOfLog(path);
    if (m_isOfAllRanks)
        return rank.has_value();
    return !m_rank || rank == m_rank;
}

bool LogLines::passesBytes(const QString &path) const
{
    return !m_asJson && !m_tail && m_pattern.isEmpty() && (m_alone || !isOfOneRank(path));
}

// The next output begins on a new line.
void LogLines::closeOpen()
{
    if (!std::exchange(m_halfLine, {}).isEmpty())
        write("\n");
    if (!std::exchange(m_shownOpen, {}).isEmpty())
        write("\r\x1b[K");
}

void LogLines::showOpen(const QString &path, const QString &text)
{
    // A line that is wider than the terminal could not be overwritten.
    winsize size{};
    const bool isWide = ::ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col > 16;
    const QByteArray shown =
        text.isEmpty() ? QByteArray() : prefix(path) + text.left((isWide ? size.ws_col : 80) - 8).toUtf8();
    if (!isTerminal() || m_asJson || !m_pattern.isEmpty() || shown == m_shownOpen)
        return;
    closeOpen();
    write(shown);
    m_shownOpen = shown;
    std::fflush(stdout);
}

void LogLines::onChunk(const QString &path, const QByteArray &bytes)
{
    if (passesBytes(path)) {
        if (bytes.isEmpty())
            return;
        if (m_halfLine != path)
            closeOpen();
        write(isTerminal() ? m_filters[path].filtered(bytes) : bytes);
        m_halfLine = bytes.endsWith('\n') ? QString() : path;
    } else {
        // Prints complete lines, so that the lines of several processes are not mixed.
        QByteArray &open = m_open[path];
        open += bytes;
        qsizetype start = 0;
        for (qsizetype end; (end = open.indexOf('\n', start)) >= 0; start = end + 1)
            line(path, open.sliced(start, end - start));
        open = open.sliced(start);
    }
    std::fflush(stdout);
}

void LogLines::line(const QString &path, const QByteArray &text)
{
    if (m_pattern.isEmpty() || m_pattern.isIn(decodeLogLine(text).text))
        printOrBuffer(m_lastOfEach[path], {path, text, {}});
}

void LogLines::onLine(const QString &path, const QString &text, std::optional<TimePoint> time)
{
    if (m_pattern.isEmpty() || m_pattern.isIn(text))
        printOrBuffer(m_last, {path, text.toUtf8(), time});
}

void LogLines::printOrBuffer(QList<Line> &last, const Line &line)
{
    if (!m_tail) {
        print(line);
        return;
    }
    last.append(line);
    if (last.size() > *m_tail)
        last.removeFirst();
}

void LogLines::print(const Line &line)
{
    closeOpen();
    if (!m_asJson) {
        const QByteArray text = isTerminal() ? TerminalBytes().filtered(line.text) : line.text;
        write((m_alone ? QByteArray() : prefix(line.path)) + text + '\n');
        return;
    }
    const auto rank = rankOfLog(line.path);
    const QJsonObject event{{u"event"_s, u"log"_s},
                            {u"file"_s, line.path},
                            {u"rank"_s, rank ? QJsonValue(*rank) : QJsonValue()},
                            {u"time"_s, line.time ? toDateTime(line.time).toString(Qt::ISODateWithMs) : QJsonValue()},
                            {u"text"_s, QString::fromUtf8(line.text)}};
    write(QJsonDocument(event).toJson(QJsonDocument::Compact) + '\n');
}

void LogLines::finish(const QString &path)
{
    if (const QByteArray open = std::exchange(m_open[path], {}); !open.isEmpty())
        line(path, open);
    // A single log is printed exactly as it is. Otherwise another log follows, which must begin on a new line.
    if (!m_alone && m_halfLine == path)
        closeOpen();
    for (const Line &line : std::exchange(m_lastOfEach[path], {}))
        print(line);
    std::fflush(stdout);
}

void LogLines::endTail()
{
    m_tail.reset();
    for (const Line &line : std::exchange(m_last, {}))
        print(line);
    std::fflush(stdout);
}

} // namespace Roost::Ctl
