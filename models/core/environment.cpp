// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/core/environment.h"

#include "models/core/wholematch.h"
#include "models/core/words.h"

#include <QRegularExpression>

namespace Roost {

bool isCuratedName(QStringView name)
{
    return name.startsWith(CuratedPrefix, Qt::CaseInsensitive);
}

QString whyNotAnEnvironmentName(const QString &name)
{
    static const QRegularExpression rule = wholeMatch(QStringLiteral("[a-zA-Z0-9][a-zA-Z0-9\\-_.]{0,254}"));
    if (!rule.match(name).hasMatch()) {
        return Words::tr("An environment's name starts with a letter or digit and contains letters, digits, '-', "
                         "'_' and '.', at most 255 of them.");
    }
    if (isCuratedName(name))
        return Words::tr("Names that start with AzureML- are kept for curated environments. Pick another.");
    return {};
}

} // namespace Roost
