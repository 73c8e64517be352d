// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/wire/azureml/records.h"

#include <QSet>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace Roost::Wire {

namespace {

const auto systemPrefix = "_aml_system_"_L1;

bool hasRecordPrefix(const QString &key)
{
    static constexpr std::array kept{"mlflow.source.git."_L1, "azureml.git."_L1};
    static constexpr std::array records{"roost."_L1, "mlflow."_L1, "azureml."_L1, "_azureml."_L1, "_aml_system_"_L1};
    const auto begins = [&key](QLatin1StringView prefix) { return key.startsWith(prefix); };
    return !std::ranges::any_of(kept, begins) && std::ranges::any_of(records, begins);
}

} // namespace

bool isSystemTag(const QString &key)
{
    return key.startsWith(systemPrefix);
}

bool isRecordTag(const QString &key)
{
    return hasRecordPrefix(key);
}

bool isRecordProperty(const QString &key)
{
    static const QSet<QString> names{u"ProcessInfoFile"_s,
                                     u"ProcessStatusFile"_s,
                                     u"StartTimeUtc"_s,
                                     u"EndTimeUtc"_s,
                                     u"ContentSnapshotId"_s,
                                     u"StepType"_s,
                                     u"ComputeTargetType"_s,
                                     u"runTemplate"_s,
                                     u"runSource"_s,
                                     u"runType"_s,
                                     u"platform"_s,
                                     u"resume_from"_s,
                                     u"primary_metric_config"_s,
                                     u"space_size"_s,
                                     u"user_agent"_s};
    return hasRecordPrefix(key) || names.contains(key);
}

StringMap withoutSystemTags(StringMap tags)
{
    tags.removeIf([](const auto &entry) { return isSystemTag(entry.key()); });
    return tags;
}

} // namespace Roost::Wire
