// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/logs/metrics/lineposition.h"

#include "models/logs/metrics/linewords.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace Roost::Logs {

namespace {

constexpr std::array<QByteArrayView, 2> epochWords{"epoch", "epochs"};
constexpr std::array<QByteArrayView, 10> stepWords{"step",      "steps",      "global_step", "global step", "iter",
                                                   "iteration", "iterations", "batch",       "it",          "update"};

template <size_t Size>
bool isOneOf(QByteArrayView word, const std::array<QByteArrayView, Size> &words)
{
    return std::ranges::any_of(words, [&](QByteArrayView one) { return one.compare(word, Qt::CaseInsensitive) == 0; });
}

// Returns a number with the suffix of tqdm's unit_scale, and sets `at` to its end: "1.2k".
std::optional<double> scaled(QByteArrayView line, qsizetype &at)
{
    qsizetype end = at;
    while (end < line.size() && ((line[end] >= '0' && line[end] <= '9') || line[end] == '.'))
        ++end;
    const auto number = numberOf(line.sliced(at, end - at));
    if (!number)
        return std::nullopt;
    double factor = 1;
    if (end < line.size() && line[end] == 'k')
        factor = 1e3;
    else if (end < line.size() && line[end] == 'M')
        factor = 1e6;
    else if (end < line.size() && line[end] == 'G')
        factor = 1e9;
    at = end + (factor > 1 ? 1 : 0);
    return *number * factor;
}

// Returns "3/10" or "3 of 10", and "3" if no total is `required`.
std::optional<LineCount> countAt(QByteArrayView line, qsizetype at, bool isTotalRequired)
{
    const auto done = scaled(line, at);
    if (!done)
        return std::nullopt;
    qsizetype total = afterSpaces(line, at);
    if (line.sliced(total).startsWith("of "))
        total = afterSpaces(line, total + 3);
    else if (total < line.size() && line[total] == '/')
        total = afterSpaces(line, total + 1);
    else
        total = line.size();
    if (const auto number = scaled(line, total); number && *number > 0 && *number >= *done)
        return LineCount{*done, number};
    // "3.5", "3rd", "3:10" and "3s" are no counts.
    const char next = at < line.size() ? line[at] : ' ';
    if (isTotalRequired || *done != std::floor(*done) || isNameStart(next) ||
        (next == ':' && at + 1 < line.size() && line[at + 1] >= '0' && line[at + 1] <= '9'))
        return std::nullopt;
    return LineCount{*done, std::nullopt};
}

QByteArray nameBefore(QByteArrayView line, qsizetype end)
{
    QByteArray name = line.first(end).toByteArray();
    if (const qsizetype percent = name.lastIndexOf('%'); percent >= 0) {
        qsizetype start = percent;
        while (start > 0 && (name[start - 1] == '.' || (name[start - 1] >= '0' && name[start - 1] <= '9')))
            --start;
        name.truncate(start);
    }
    name = name.trimmed();
    while (name.endsWith(':'))
        name.chop(1);
    return name;
}

// The bar of tqdm: "name:  45%|####   | 45/100 [".
void readTqdm(QByteArrayView line, LinePosition &position)
{
    const qsizetype start = line.indexOf("%|");
    const qsizetype end = start < 0 ? -1 : line.indexOf("| ", start + 2);
    if (end < 0)
        return;
    if (const auto count = countAt(line, afterSpaces(line, end + 1), true)) {
        position.bar = count;
        position.barName = nameBefore(line, start + 1);
    }
}

// The bar of Keras begins the line, that of Rich follows a name: "45/120 [====>", "Epoch 0/4 ---- 45/120 0:00:10".
void readPlainBar(QByteArrayView line, LinePosition &position)
{
    const qsizetype start = afterSpaces(line, 0);
    const qsizetype slash = line.indexOf('/');
    const bool isKeras = line.contains("[=") || line.contains("[>") || line.contains("\u2501");
    if (!isKeras || slash < 0)
        return;
    position.bar = countAt(line, start, true);
    for (qsizetype at = line.indexOf("\u2501"); !position.bar && at >= 0 && at < line.size(); ++at) {
        if (line[at] == ' ')
            position.bar = countAt(line, afterSpaces(line, at), true);
    }
}

// The progress of PyTorch's examples: "[640/60000 (1%)]".
void readBracket(QByteArrayView line, LinePosition &position)
{
    for (qsizetype at = line.indexOf('['); at >= 0 && !position.step; at = line.indexOf('[', at + 1)) {
        const qsizetype close = line.indexOf("%)]", at);
        if (close > 0 && close - at < 60)
            position.step = countAt(line, afterSpaces(line, at + 1), true);
    }
}

std::optional<LineCount> countAfterWord(QByteArrayView line, qsizetype at)
{
    while (at < line.size() && (line[at] == '\'' || line[at] == '"' || line[at] == '#'))
        ++at;
    at = afterSpaces(line, at);
    if (at < line.size() && (line[at] == ':' || line[at] == '='))
        at = afterSpaces(line, at + 1);
    while (at < line.size() && QByteArrayView("[(#'\"").contains(line[at]))
        at = afterSpaces(line, at + 1);
    return countAt(line, at, false);
}

void readWords(QByteArrayView line, LinePosition &position)
{
    for (qsizetype at = 0; at < line.size();) {
        if (!isNameStart(line[at])) {
            ++at;
            continue;
        }
        qsizetype end = at;
        while (end < line.size() && (isNameStart(line[end]) || line[end] == '-'))
            ++end;
        const QByteArrayView word = line.sliced(at, end - at);
        if (!position.epoch && isOneOf(word, epochWords))
            position.epoch = countAfterWord(line, end);
        else if (!position.step && isOneOf(word, stepWords))
            position.step = countAfterWord(line, end);
        at = end + 1;
    }
}

} // namespace

LinePosition positionIn(QByteArrayView line)
{
    LinePosition position;
    readTqdm(line, position);
    if (!position.bar)
        readPlainBar(line, position);
    readWords(line, position);
    if (!position.step)
        readBracket(line, position);
    return position;
}

} // namespace Roost::Logs
