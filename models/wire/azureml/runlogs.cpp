// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/wire/azureml/runlogs.h"

#include "models/wire/json.h"

#include <algorithm>
#include <limits>

using namespace Qt::StringLiterals;

namespace Roost::Wire {

namespace {

// Returns the position in the reading order; a log with a smaller number is read earlier.
int shelf(const QString &path)
{
    if (rankOfLog(path))
        return path.startsWith("logs/"_L1) ? 2 : 0; // torchrun's own logs are grouped with the output of the run
    if (path.startsWith("azureml-logs/20_image_build"_L1))
        return 1;
    if (path.startsWith("user_logs/"_L1) || path.startsWith("logs/"_L1))
        return path.startsWith("logs/azureml/"_L1) ? 4 : 2;
    return path.startsWith("azureml-logs/"_L1) ? 3 : 5;
}

} // namespace

void sortForReading(QList<FileRef> &logs)
{
    std::ranges::stable_sort(logs, {}, [](const FileRef &log) {
        return std::tuple(shelf(log.path), rankOfLog(log.path).value_or(0), log.path);
    });
}

QList<FileRef> logsFromDetails(const QJsonObject &details)
{
    QList<FileRef> logs;
    const auto files = details.value("logFiles"_L1).toObject();
    for (auto it = files.begin(); it != files.end(); ++it) {
        if (it.value().isString())
            logs.append({it.key(), it.value().toString()});
    }
    sortForReading(logs);
    return logs;
}

} // namespace Roost::Wire
