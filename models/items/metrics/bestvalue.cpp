// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/metrics/bestvalue.h"

#include "models/core/words.h"

#include <QStringList>

#include <algorithm>
#include <array>
#include <cmath>

using namespace Qt::StringLiterals;

namespace Roost::Items {

namespace {

constexpr std::array lowerParts{"loss"_L1, "error"_L1, "perplexity"_L1, "mse"_L1, "rmse"_L1, "mae"_L1, "nll"_L1};
constexpr std::array lowerWords{"err"_L1, "ppl"_L1, "wer"_L1, "cer"_L1, "fid"_L1, "eer"_L1, "kl"_L1};
constexpr std::array higherParts{"accuracy"_L1, "precision"_L1, "recall"_L1, "reward"_L1,
                                 "score"_L1,    "bleu"_L1,      "rouge"_L1};
constexpr std::array higherWords{"acc"_L1,  "f1"_L1,   "auc"_L1,  "auroc"_L1, "map"_L1, "iou"_L1, "miou"_L1, "dice"_L1,
                                 "psnr"_L1, "ssim"_L1, "top1"_L1, "top5"_L1,  "r2"_L1,  "ap"_L1,  "ndcg"_L1};

// Returns the words of a name: "train/valAcc_top-1" has train, val, acc, top1.
QStringList wordsOf(const QString &key)
{
    QString spaced;
    for (qsizetype at = 0; at < key.size(); ++at) {
        const QChar c = key.at(at);
        const bool isHump = at > 0 && c.isUpper() && key.at(at - 1).isLower();
        if (isHump)
            spaced += u' ';
        spaced += c.isLetterOrNumber() ? c.toLower() : QChar(u' ');
    }
    return spaced.split(u' ', Qt::SkipEmptyParts);
}

template <size_t Parts, size_t Whole>
bool hasOneOf(const QStringList &words, const std::array<QLatin1StringView, Parts> &parts,
              const std::array<QLatin1StringView, Whole> &whole)
{
    return std::ranges::any_of(words, [&](const QString &word) {
        return std::ranges::any_of(parts, [&](QLatin1StringView part) { return word.contains(part); }) ||
               std::ranges::any_of(whole, [&](QLatin1StringView one) { return word == one; });
    });
}

} // namespace

MetricSense senseOf(const QString &key)
{
    const QStringList words = wordsOf(key);
    if (hasOneOf(words, lowerParts, lowerWords))
        return MetricSense::LowerIsBetter;
    return hasOneOf(words, higherParts, higherWords) ? MetricSense::HigherIsBetter : MetricSense::Unknown;
}

std::optional<MetricExtremes> extremesOf(const MetricSeries &series)
{
    std::optional<MetricExtremes> extremes;
    for (const MetricSeries::Sample &sample : series.samples()) {
        if (!std::isfinite(sample.y))
            continue;
        if (!extremes)
            extremes = {sample, sample};
        if (sample.y < extremes->least.y)
            extremes->least = sample;
        if (sample.y > extremes->greatest.y)
            extremes->greatest = sample;
    }
    return extremes;
}

QString bestText(const QString &key, const MetricSeries &series, QString (*place)(const MetricSeries &series, double x))
{
    const auto number = [](double value) { return QString::number(value, 'g', 4); };
    const MetricSense sense = senseOf(key);
    if (series.windowed()) {
        // The ranges of buckets are exact, the places within them are not known.
        const auto x = series.xRange();
        const auto y = x ? series.yRange(x->low, x->high) : std::nullopt;
        if (!y)
            return {};
        return sense == MetricSense::Unknown
                   ? Words::tr("%1 to %2").arg(number(y->low), number(y->high))
                   : Words::tr("best %1").arg(number(sense == MetricSense::LowerIsBetter ? y->low : y->high));
    }
    const auto extremes = extremesOf(series);
    if (!extremes)
        return {};
    if (sense == MetricSense::Unknown)
        return Words::tr("%1 to %2").arg(number(extremes->least.y), number(extremes->greatest.y));
    const auto &best = sense == MetricSense::LowerIsBetter ? extremes->least : extremes->greatest;
    return Words::tr("best %1 at %2").arg(number(best.y), place(series, best.x));
}

} // namespace Roost::Items
