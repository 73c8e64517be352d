// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/core/variables.h"

#include "models/core/words.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Roost {

namespace {

// Returns the name without line breaks and NUL, for use in a sentence.
QString readable(const QString &name)
{
    QString text = name;
    for (QChar &c : text) {
        if (!c.isPrint())
            c = QChar::ReplacementCharacter;
    }
    return text;
}

} // namespace

QString whyNotAVariable(const QString &name, const QString &value)
{
    const auto isOdd = [](QChar c) { return c == u'=' || c.isSpace() || c.category() == QChar::Other_Control; };
    if (name.isEmpty())
        return Words::tr("An environment variable has no name. Name it, or remove it.");
    if (name.front().isDigit() || std::ranges::any_of(name, isOdd)) {
        return Words::tr(
                   "“%1” cannot be the name of an environment variable: use letters, digits and _, no digit first, "
                   "and no '=', blank or line break.")
            .arg(readable(name));
    }
    if (value.contains(QChar(0))) {
        return Words::tr(
                   "The environment variable %1 contains a NUL character, at which the system would cut it. Remove it.")
            .arg(name);
    }
    return {};
}

} // namespace Roost
