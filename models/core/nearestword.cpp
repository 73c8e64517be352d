// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/core/nearestword.h"

#include <algorithm>
#include <limits>

namespace Roost {

namespace {

// Returns the edit distance, which counts swaps of adjacent letters as one edit (optimal string alignment).
qsizetype editDistance(const QString &a, const QString &b)
{
    QList<QList<qsizetype>> rows(a.size() + 1, QList<qsizetype>(b.size() + 1, 0));
    for (qsizetype i = 0; i <= a.size(); ++i)
        rows[i][0] = i;
    for (qsizetype j = 0; j <= b.size(); ++j)
        rows[0][j] = j;
    for (qsizetype i = 1; i <= a.size(); ++i) {
        for (qsizetype j = 1; j <= b.size(); ++j) {
            const qsizetype changed = rows[i - 1][j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
            rows[i][j] = std::min({rows[i - 1][j] + 1, rows[i][j - 1] + 1, changed});
            if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                rows[i][j] = std::min(rows[i][j], rows[i - 2][j - 2] + 1);
        }
    }
    return rows[a.size()][b.size()];
}

} // namespace

QString nearestWord(const QString &word, const QStringList &known)
{
    constexpr qsizetype longest = 64;
    const auto plain = [](const QString &text) { return text.toLower().remove(u'_').remove(u'-'); };
    const QString asked = plain(word);
    if (asked.size() > longest)
        return {};
    QString nearest;
    qsizetype least = std::numeric_limits<qsizetype>::max();
    for (const QString &candidate : known) {
        const QString other = plain(candidate);
        const qsizetype distance = editDistance(asked, other);
        if (distance < least && distance <= std::max(asked.size(), other.size()) / 4) {
            nearest = candidate;
            least = distance;
        }
    }
    return nearest;
}

} // namespace Roost
