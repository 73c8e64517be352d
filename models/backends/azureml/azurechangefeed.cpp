// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/backends/azureml/azurechangefeed.h"

#include "models/wire/json.h"
#include "models/wire/roost/service.h"

using namespace Qt::StringLiterals;

namespace Roost::AzureMl {

using namespace Rest;

namespace {

// Short, so that a service that does not respond is noticed within seconds, when this reply and its grace period are
// overdue.
constexpr int heldSeconds = 4;
constexpr int graceSeconds = 5;

} // namespace

Future<Changes> AzureChangeFeed::wait(qint64 since)
{
    const int held = since < 0 ? 0 : heldSeconds;
    RestRequest request;
    request.url =
        m_context->roostUrl(u"changes"_s, {{u"since"_s, QString::number(since)}, {u"wait"_s, QString::number(held)}});
    request.silenceMs = (held + graceSeconds) * 1000;
    return transform(m_context->client.send(std::move(request)), [](const RestReply &reply) -> Result<Changes> {
        const auto json = Wire::parseObject(reply.body);
        if (!json)
            return std::unexpected(json.error());
        return Wire::changesFrom(*json);
    });
}

} // namespace Roost::AzureMl
