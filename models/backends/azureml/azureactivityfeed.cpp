// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/backends/azureml/azureactivityfeed.h"

#include "models/wire/roost/activity.h"

using namespace Qt::StringLiterals;

namespace Roost::AzureMl {

Future<RunActivity> AzureActivityFeed::activity(const QString &runId, const QString &cursor)
{
    const QString below = u"runs/"_s + segment(runId) + u"/activity"_s;
    return transform(m_context->client.get(m_context->roostUrl(below, {{u"cursor"_s, cursor}})),
                     [](const QJsonObject &json) -> Result<RunActivity> { return Wire::activityFrom(json); });
}

} // namespace Roost::AzureMl
