// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/wire/barenumbers.h"

#include <QString>

#include <array>
#include <limits>

using namespace Qt::StringLiterals;

namespace Roost::Wire {

QByteArray quoteBareNumbers(const QByteArray &json)
{
    static constexpr std::array<const char *, 3> words{"-Infinity", "Infinity", "NaN"};
    QByteArray quoted;
    quoted.reserve(json.size() + 64);
    bool inString = false;
    for (qsizetype i = 0; i < json.size(); ++i) {
        const char c = json.at(i);
        if (inString && c == '\\' && i + 1 < json.size()) {
            quoted += c;
            quoted += json.at(++i);
            continue;
        }
        if (c == '"')
            inString = !inString;
        const char *word = nullptr;
        for (const char *candidate : words) {
            if (!inString && !word && QByteArrayView(json).sliced(i).startsWith(candidate))
                word = candidate;
        }
        if (word) {
            quoted += '"' + QByteArray(word) + '"';
            i += qsizetype(qstrlen(word)) - 1;
        } else {
            quoted += c;
        }
    }
    return quoted;
}

std::optional<double> numberFromText(QStringView text)
{
    if (text == "NaN"_L1)
        return std::numeric_limits<double>::quiet_NaN();
    if (text == "Infinity"_L1 || text == "inf"_L1)
        return std::numeric_limits<double>::infinity();
    if (text == "-Infinity"_L1 || text == "-inf"_L1)
        return -std::numeric_limits<double>::infinity();
    bool ok = false;
    const double number = text.toDouble(&ok);
    return ok ? std::optional(number) : std::nullopt;
}

} // namespace Roost::Wire
