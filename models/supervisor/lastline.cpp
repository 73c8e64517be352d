// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/supervisor/lastline.h"

#include <QFile>

#include <algorithm>
#include <cctype>

namespace Roost::Supervision {

namespace {

constexpr qint64 tailBytes = 8 * 1024;
constexpr int longestLine = 300;
constexpr int shortestRule = 20;
constexpr char escape = '\x1b';

// Returns the last lines as a terminal shows them after progress bars have overwritten them.
QByteArrayList tailOf(const QString &logFile)
{
    QFile log(logFile);
    if (!log.open(QIODevice::ReadOnly))
        return {};
    log.seek(std::max<qint64>(0, log.size() - tailBytes));
    QByteArrayList lines = log.read(tailBytes).split('\n');
    for (QByteArray &line : lines) {
        line = line.trimmed();
        line = line.mid(line.lastIndexOf('\r') + 1).trimmed();
    }
    return lines;
}

// Returns false for rules, dots and lines that only set colours.
bool hasWords(const QByteArray &line)
{
    for (qsizetype at = 0; at < line.size(); ++at) {
        const auto byte = static_cast<unsigned char>(line[at]);
        if (line[at] == escape && at + 1 < line.size() && line[at + 1] == '[') {
            for (at += 2; at < line.size() && (line[at] < '@' || line[at] > '~');)
                ++at;
        } else if (std::isalnum(byte) != 0 || byte >= 0x80) {
            return true;
        }
    }
    return false;
}

bool isRule(const QByteArray &line)
{
    return line.size() >= shortestRule && line.count('-') == line.size();
}

} // namespace

QString lastLineOf(const QString &logFile)
{
    const auto lines = tailOf(logFile);
    auto last = std::ranges::find_if(lines.rbegin(), lines.rend(), hasWords);
    if (last == lines.rend())
        last = std::ranges::find_if(lines.rbegin(), lines.rend(), [](const auto &line) { return !line.isEmpty(); });
    return last == lines.rend() ? QString() : QString::fromUtf8(*last).left(longestLine);
}

QString lastWordsOf(const QString &logFile)
{
    const auto lines = tailOf(logFile);
    const auto last = std::ranges::find_if(lines.rbegin(), lines.rend(), hasWords);
    const bool isBlock = last != lines.rend() && std::any_of(lines.rbegin(), last, isRule);
    const auto rule = isBlock ? std::find_if(last, lines.rend(), isRule) : lines.rend();
    if (rule == lines.rend())
        return lastLineOf(logFile);
    auto line = std::find_if(rule.base(), last.base(), hasWords);
    QByteArrayList paragraph;
    for (; line != last.base() && !line->isEmpty(); ++line)
        paragraph += *line;
    return QString::fromUtf8(paragraph.join(' ')).left(longestLine);
}

} // namespace Roost::Supervision
