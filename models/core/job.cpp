// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/core/job.h"

#include "models/core/wholematch.h"
#include "models/core/words.h"

#include <QRandomGenerator>
#include <QRegularExpression>
#include <QUuid>

#include <array>

namespace Roost {

namespace {

constexpr std::array adjectives{"amber", "bold",  "brave", "bright", "calm",  "clever", "cool",   "crisp",
                                "eager", "early", "fair",  "fancy",  "fleet", "gentle", "golden", "happy",
                                "keen",  "kind",  "light", "lively", "lucky", "merry",  "neat",   "nimble",
                                "proud", "quick", "quiet", "rapid",  "sharp", "silent", "swift",  "warm"};
constexpr std::array birds{"bunting", "crane",  "curlew", "dove",     "dunlin",   "eagle",   "falcon", "finch",
                           "goose",   "heron",  "hoopoe", "jackdaw",  "jay",      "kestrel", "kite",   "lark",
                           "linnet",  "magpie", "martin", "nuthatch", "osprey",   "owl",     "plover", "raven",
                           "robin",   "rook",   "siskin", "sparrow",  "starling", "swallow", "thrush", "wren"};

template <std::size_t N>
QString oneOf(const std::array<const char *, N> &words)
{
    return QString::fromLatin1(words[QRandomGenerator::global()->bounded(quint32(N))]);
}

} // namespace

QString whyNotAJobName(const QString &name)
{
    static const QRegularExpression rule = wholeMatch(QStringLiteral("[a-zA-Z0-9][a-zA-Z0-9\\-_]{0,254}"));
    if (rule.match(name).hasMatch())
        return {};
    return Words::tr("A run's name starts with a letter or digit and contains letters, digits, '-' and '_', "
                     "at most 255 of them.");
}

QString inventJobName()
{
    const QString tail = QUuid::createUuid().toString(QUuid::Id128).left(6);
    return oneOf(adjectives) + QLatin1Char('-') + oneOf(birds) + QLatin1Char('-') + tail;
}

} // namespace Roost
