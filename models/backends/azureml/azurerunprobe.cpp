// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/backends/azureml/azurerunprobe.h"

#include "models/wire/json.h"
#include "models/wire/roost/service.h"

using namespace Qt::StringLiterals;

namespace Roost::AzureMl {

using namespace Rest;

namespace {

constexpr int patienceMs = 600'000; // a debugger reads the symbols of PyTorch again for each rank

} // namespace

Future<QStringList> AzureRunProbe::takeStacks(const QString &runId)
{
    RestRequest request;
    request.method = "POST";
    request.url = m_context->roostUrl(u"runs/%1/stacks"_s.arg(runId), {});
    request.silenceMs = patienceMs;
    return transform(m_context->client.send(std::move(request)), [](const RestReply &reply) -> Result<QStringList> {
        const auto json = Wire::parseObject(reply.body);
        if (!json)
            return std::unexpected(json.error());
        return Wire::stacksFrom(*json);
    });
}

} // namespace Roost::AzureMl
