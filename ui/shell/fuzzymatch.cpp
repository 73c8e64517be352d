// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/fuzzymatch.h"

#include <KFuzzyMatcher>

namespace Roost::Ui {

namespace {

QString withoutDiacritics(const QString &text)
{
    QString result = text.normalized(QString::NormalizationForm_D);
    result.removeIf([](QChar c) { return c.isMark(); });
    return result;
}

} // namespace

std::optional<int> fuzzyMatch(const QString &typed, const QString &text)
{
    QString letters = withoutDiacritics(typed);
    letters.removeIf([](QChar c) { return c.isSpace(); });
    if (letters.isEmpty()) // KFuzzyMatcher accesses the first letter without a check
        return 0;
    const auto result = KFuzzyMatcher::match(letters, withoutDiacritics(text));
    return result.matched ? std::optional(result.score) : std::nullopt;
}

} // namespace Roost::Ui
