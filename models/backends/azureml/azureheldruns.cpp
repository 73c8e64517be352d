// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/backends/azureml/azureheldruns.h"

using namespace Qt::StringLiterals;

namespace Roost::AzureMl {

Future<void> AzureHeldRuns::proceed(const QString &runId)
{
    const QString below = u"runs/"_s + segment(runId) + u"/proceed"_s;
    return transform(m_context->client.post(m_context->roostUrl(below), {}),
                     [](const QJsonObject &) -> Result<void> { return {}; });
}

} // namespace Roost::AzureMl
