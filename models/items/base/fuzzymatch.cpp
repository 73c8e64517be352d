// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/base/fuzzymatch.h"

#include <QList>

#include <algorithm>
#include <utility>

namespace Roost::Items {

namespace {

constexpr int None = -1'000'000;

QString plain(const QString &text)
{
    const QString apart = text.normalized(QString::NormalizationForm_D);
    QString result;
    result.reserve(apart.size());
    for (const QChar c : apart) {
        if (!c.isMark())
            result.append(c.toLower());
    }
    return result;
}

bool startsWord(const QString &text, qsizetype at)
{
    return at == 0 || !text.at(at - 1).isLetterOrNumber();
}

} // namespace

std::optional<int> fuzzyMatch(const QString &typed, const QString &text)
{
    QString needle = plain(typed);
    needle.removeIf([](QChar c) { return c.isSpace(); });
    if (needle.isEmpty())
        return 0;
    const QString hay = plain(text);
    // best[j]: the best score of the letters so far if the last of them is matched at j.
    QList<int> best(hay.size(), None);
    for (qsizetype i = 0; i < needle.size(); ++i) {
        QList<int> next(hay.size(), None);
        int before = None; // the best score of the previous letters anywhere left of j - 1
        for (qsizetype j = 0; j < hay.size(); ++j) {
            if (j >= 2)
                before = std::max(before, best.at(j - 2));
            if (hay.at(j) != needle.at(i))
                continue;
            const int own = startsWord(hay, j) ? 10 : 1;
            if (i == 0) {
                next[j] = own - int(std::min<qsizetype>(j, 5));
                continue;
            }
            const int joined = j >= 1 && best.at(j - 1) > None ? best.at(j - 1) + own + 8 : None;
            const int apart = before > None ? before + own - 2 : None;
            next[j] = std::max(joined, apart);
        }
        best = std::move(next);
    }
    const int score = best.isEmpty() ? None : std::ranges::max(best);
    if (score <= None)
        return std::nullopt;
    // Of equal matches, the shorter text is the closer one.
    return score * 4 - int(std::min<qsizetype>(hay.size(), 60)) / 4;
}

} // namespace Roost::Items
