// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/wire/mlflow/length.h"

#include "models/wire/apierror.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Roost::Wire {

qsizetype characters(const QString &text)
{
    return text.size() - std::ranges::count_if(text, [](QChar unit) { return unit.isLowSurrogate(); });
}

QString firstCharacters(const QString &text, qsizetype most)
{
    if (text.size() <= most)
        return text;
    qsizetype end = 0;
    for (qsizetype count = 0; count < most && end < text.size(); ++count)
        end += text.at(end).isHighSurrogate() && end + 1 < text.size() && text.at(end + 1).isLowSurrogate() ? 2 : 1;
    return text.first(end);
}

void checkLength(QStringView what, const QString &text, qsizetype most)
{
    if (text.size() > most && characters(text) > most)
        throw ApiError(ErrorKind::Rejected, u"'%1' exceeds the maximum length of %2 characters"_s.arg(what).arg(most));
}

} // namespace Roost::Wire
