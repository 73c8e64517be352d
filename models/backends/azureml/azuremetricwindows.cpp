// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/backends/azureml/azuremetricwindows.h"

#include "models/wire/roost/metricwindow.h"

using namespace Qt::StringLiterals;

namespace Roost::AzureMl {

Future<MetricWindow> AzureMetricWindows::window(const QString &runId, const MetricWindowQuery &query)
{
    const QString below = u"runs/"_s + segment(runId) + u"/metrics/window"_s;
    return transform(m_context->client.get(m_context->roostUrl(below, Wire::toQuery(query))),
                     [](const QJsonObject &json) -> Result<MetricWindow> { return Wire::metricWindowFrom(json); });
}

} // namespace Roost::AzureMl
