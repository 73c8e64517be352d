// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/backends/azureml/azurecomputeload.h"

#include "models/wire/roost/load.h"

using namespace Qt::StringLiterals;

namespace Roost::AzureMl {

Future<QList<NodeLoad>> AzureComputeLoad::load(const QString &compute)
{
    const QString below = u"computes/"_s + segment(compute) + u"/load"_s;
    return transform(m_context->client.get(m_context->roostUrl(below)),
                     [](const QJsonObject &json) -> Result<QList<NodeLoad>> { return Wire::loadFrom(json); });
}

} // namespace Roost::AzureMl
