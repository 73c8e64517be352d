// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/logs/metrics/commonshapes.h"

#include "models/logs/metrics/linewords.h"

#include <algorithm>
#include <array>

namespace Roost::Logs {

namespace {

constexpr qsizetype longestName = 100;
constexpr qsizetype mostValues = 200; // in one line

// Parts of the usual names of metrics.
constexpr std::array<QByteArrayView, 34> usualParts{
    "loss",      "acc",    "error",  "f1",        "auc",   "ppl",  "perplexity", "learning_rate", "bleu",
    "rouge",     "iou",    "dice",   "mse",       "mae",   "rmse", "psnr",       "ssim",          "fid",
    "precision", "recall", "reward", "grad_norm", "wer",   "cer",  "top1",       "top5",          "top-1",
    "top-5",     "score",  "elbo",   "kl_div",    "map50", "nll",  "r2"};
constexpr std::array<QByteArrayView, 3> usualNames{"lr", "map", "kl"};
// Names of positions, times and settings.
constexpr std::array<QByteArrayView, 46> otherNames{
    "epoch",      "epochs", "step",    "steps",   "global_step", "iter",       "iteration", "iterations",
    "batch",      "it",     "update",  "eta",     "time",        "elapsed",    "remaining", "rank",
    "local_rank", "node",   "seed",    "pid",     "port",        "v_num",      "line",      "gpu",
    "cuda",       "cpu",    "device",  "version", "size",        "batch_size", "workers",   "num_workers",
    "world_size", "total",  "samples", "count",   "http",        "https",      "s",         "ms",
    "day",        "days",   "hour",    "hours",   "min",         "sec"};
// A word before a name that belongs to it: "val loss", "Test loss".
constexpr std::array<QByteArrayView, 12> qualifiers{"train", "training",   "val",     "valid", "validation", "test",
                                                    "eval",  "evaluation", "average", "avg",   "mean",       "best"};

template <size_t Size>
bool isOneOf(QByteArrayView word, const std::array<QByteArrayView, Size> &words)
{
    return std::ranges::any_of(words, [&](QByteArrayView one) { return one.compare(word, Qt::CaseInsensitive) == 0; });
}

bool isUsual(QByteArrayView name)
{
    const QByteArray lower = name.toByteArray().toLower();
    return isOneOf(lower, usualNames) ||
           std::ranges::any_of(usualParts, [&](QByteArrayView part) { return lower.contains(part); });
}

/// A name in a line and the number after it.
struct Pair
{
    QByteArrayView name;
    LineNumeral number;
    bool isWeak = false; // only spaces are between the name and the number
};

qsizetype afterQuote(QByteArrayView line, qsizetype at)
{
    return at < line.size() && (line[at] == '\'' || line[at] == '"') ? at + 1 : at;
}

// Returns whether what follows a number shows that it is no value of a metric: "10:30", "3/10", "1.2.3", "2-3".
bool isPartOfOther(QByteArrayView line, qsizetype end)
{
    if (end + 1 >= line.size())
        return false;
    const bool isBeforeDigit = line[end + 1] >= '0' && line[end + 1] <= '9';
    return line[end] == '/' || (isBeforeDigit && (line[end] == ':' || line[end] == '.' || line[end] == '-'));
}

// Returns the number after the name that ends at `end`.
std::optional<Pair> pairAt(QByteArrayView line, qsizetype start, qsizetype end)
{
    Pair pair;
    pair.name = line.sliced(start, end - start);
    qsizetype at = afterSpaces(line, afterQuote(line, end));
    const bool isStrong = at < line.size() && (line[at] == ':' || line[at] == '=');
    if (isStrong)
        at = afterQuote(line, afterSpaces(line, at + 1));
    else if (at == end)
        return std::nullopt;
    const auto number = numeralAt(line, at);
    if (!number || isPartOfOther(line, number->end))
        return std::nullopt;
    pair.number = *number;
    pair.isWeak = !isStrong;
    return pair;
}

// Returns the name with the qualifier before it: "val loss" is "val_loss".
QString fullName(QByteArrayView name, QByteArrayView before)
{
    const QString own = QString::fromUtf8(name);
    return isOneOf(before, qualifiers) ? QString::fromUtf8(before) + u'_' + own : own;
}

bool isMetric(const Pair &pair, bool hasPosition)
{
    if (pair.name.size() > longestName || isOneOf(pair.name, otherNames))
        return false;
    return isUsual(pair.name) || (hasPosition && !pair.isWeak);
}

} // namespace

QList<LoggedValue> commonValuesIn(QByteArrayView line, const LinePosition &position)
{
    const bool hasPosition = !position.isEmpty() || line.trimmed().startsWith('{');
    QList<LoggedValue> values;
    QByteArrayView before;
    for (qsizetype at = 0; at < line.size() && values.size() < mostValues;) {
        if (!isNameStart(line[at])) {
            // A qualifier belongs only to the next word.
            if (line[at] != ' ')
                before = {};
            // Digits, and names that begin with them, are passed as a whole.
            while (at < line.size() && line[at] >= '0' && line[at] <= '9' && at + 1 < line.size() &&
                   isNamePart(line[at + 1]))
                ++at;
            ++at;
            continue;
        }
        qsizetype end = at;
        while (end < line.size() && isNamePart(line[end]))
            ++end;
        while (end > at && (line[end - 1] == '.' || line[end - 1] == '-'))
            --end;
        const auto pair = pairAt(line, at, end);
        if (pair && isMetric(*pair, hasPosition)) {
            values.append({fullName(pair->name, before), pair->number.value, std::nullopt, pair->number.start,
                           pair->number.end - pair->number.start});
        }
        before = line.sliced(at, end - at);
        at = pair ? pair->number.end : end;
    }
    return values;
}

} // namespace Roost::Logs
