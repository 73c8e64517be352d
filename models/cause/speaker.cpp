// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/cause/speaker.h"

#include <QRegularExpression>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace Roost {

namespace {

constexpr int afterFatal = 10;
constexpr int afterThrow = 3;
constexpr int afterLauncher = 8;

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

// The length of a mark at the beginning, 0 for none; `who` is then the rank in it.
qsizetype markLength(QByteArrayView line, int &who)
{
    if (!line.startsWith('['))
        return 0;
    qsizetype at = 1;
    for (const QByteArrayView word : {QByteArrayView("rank"), QByteArrayView("default")}) {
        if (line.sliced(at).startsWith(word))
            at += word.size();
    }
    int number = -1;
    for (; at < line.size() && (isDigit(line[at]) || line[at] == ','); ++at) {
        if (line[at] == ',')
            number = -1;
        else if (number < 100'000'000)
            number = std::max(number, 0) * 10 + (line[at] - '0');
    }
    if (number < 0 || at >= line.size() || line[at] != ']')
        return 0;
    ++at;
    for (const QByteArrayView stream : {QByteArrayView("<stdout>"), QByteArrayView("<stderr>")}) {
        if (line.sliced(at).startsWith(stream))
            at += stream.size();
    }
    if (at >= line.size() || line[at] != ':')
        return 0;
    ++at;
    who = number;
    return at < line.size() && line[at] == ' ' ? at + 1 : at;
}

bool endsProcess(const Meaning &meaning)
{
    return meaning.kind == CauseKind::Crash;
}

std::optional<int> signalNamed(QByteArrayView text)
{
    constexpr std::array<std::pair<QByteArrayView, int>, 5> names{{{"Segmentation fault", 11},
                                                                   {"Aborted", 6},
                                                                   {"Bus error", 7},
                                                                   {"Floating-point", 8},
                                                                   {"Illegal instruction", 4}}};
    for (const auto &[name, number] : names) {
        if (text.contains(name))
            return number;
    }
    return std::nullopt;
}

} // namespace

Spoken spokenIn(QByteArrayView line)
{
    Spoken spoken{-1, line};
    while (const qsizetype length = markLength(spoken.text, spoken.who))
        spoken.text.slice(length);
    if (spoken.who >= 0)
        return spoken;
    // A progress bar that is not at the end of its line stands before it.
    const auto end = line.indexOf("]: Traceback (most recent call last):");
    const auto mark = end > 0 ? line.first(end).lastIndexOf('[') : -1;
    if (mark < 0)
        return spoken;
    const Spoken behind = spokenIn(line.sliced(mark));
    return behind.who >= 0 ? behind : spoken;
}

std::optional<std::pair<LogEvent, int>> eventOfLine(QByteArrayView text, const EvidenceLine &here)
{
    LogEvent event;
    event.message = here.text.trimmed();
    event.evidence = {here};
    if (text.startsWith("SyntaxError: ") || text.startsWith("IndentationError: ")) {
        // Python prints these without a traceback when they are in the script itself.
        event.form = LogEvent::Form::Traceback;
        event.type = here.text.section(u':', 0, 0);
        event.message = here.text.section(u':', 1).trimmed();
        return std::pair(event, 0);
    }
    if (text.startsWith("terminate called after throwing an instance of")) {
        event.form = LogEvent::Form::Fatal;
        event.meaning.kind = CauseKind::Crash;
        event.meaning.signal = 6;
        return std::pair(event, afterThrow);
    }
    // torchrun and Open MPI sum up in several lines which process was the first.
    if (text.startsWith("Root Cause (first observed failure)") || text.contains("The first process to do so was:")) {
        event.meaning.role = Role::Launcher;
        event.meaning.kind = CauseKind::Exit;
        return std::pair(event, afterLauncher);
    }
    const auto meaning = meaningOfLine(text);
    if (!meaning)
        return std::nullopt;
    event.meaning = *meaning;
    if (meaning->role == Role::Launcher)
        return std::pair(event, 3);
    if (endsProcess(*meaning)) {
        event.form = LogEvent::Form::Fatal;
        if (!event.meaning.signal)
            event.meaning.signal = signalNamed(text);
        return std::pair(event, afterFatal);
    }
    return std::pair(event, 0);
}

void learnFromFollowing(LogEvent &event, QByteArrayView text)
{
    static const QRegularExpression rank(u"^\\s*rank\\s*:\\s*(\\d+)"_s);
    static const QRegularExpression process(u"^\\s*Process name: \\[.*,(\\d+)\\]"_s);
    static const QRegularExpression code(u"^\\s*(?:exitcode|Exit code|Errorcode)\\s*:\\s*(-?\\d+)"_s);
    const QString line = event.evidence.last().text;
    if (event.meaning.role == Role::Launcher) {
        for (const auto *expression : {&rank, &process}) {
            if (const auto match = expression->match(line); match.hasMatch() && event.meaning.ranks.isEmpty())
                event.meaning.ranks = {match.captured(1).toInt()};
        }
        if (const auto match = code.match(line); match.hasMatch()) {
            const int number = match.captured(1).toInt();
            if (number < 0 && event.meaning.kind != CauseKind::MpiAbort)
                event.meaning.signal = -number;
            else
                event.meaning.exitCode = number;
            if (event.meaning.kind != CauseKind::MpiAbort) {
                event.headline = int(event.evidence.size()) - 1;
                event.message = line.trimmed();
            }
        }
        return;
    }
    if (text.trimmed().startsWith("what():")) {
        event.headline = int(event.evidence.size()) - 1;
        event.message = line.sliced(line.indexOf(u"what():"_s) + 7).trimmed();
        if (const auto meaning = meaningOfException(event.message))
            event.meaning = *meaning;
    }
}

} // namespace Roost
