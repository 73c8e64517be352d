// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/core/logpath.h"

#include "models/core/wholematch.h"

#include <QRegularExpression>

#include <array>

using namespace Qt::StringLiterals;

namespace Roost {

std::optional<int> rankOfLog(const QString &path)
{
    static const std::array forms{
        wholeMatch(u"user_logs/std_log(?:_process_(\\d{1,9})|_node_(\\d{1,9})_\\w+)?\\.txt"_s),
        wholeMatch(u"azureml-logs/70_driver_log(?:[-_](?:worker-)?(\\d{1,9}))?\\.txt"_s),
        wholeMatch(u"logs/(?:.+/)?attempt_\\d+/(\\d{1,9})/(?:stdout|stderr)\\.log"_s),
    };
    for (const auto &form : forms) {
        const auto match = form.match(path);
        if (!match.hasMatch())
            continue;
        const auto digits = match.captured(1).isEmpty() ? match.captured(2) : match.captured(1);
        return digits.toInt();
    }
    return std::nullopt;
}

} // namespace Roost
