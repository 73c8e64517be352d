// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/service/store/tracking/metricupkeep.h"

#include "models/service/store/tracking/metricstore.h"

namespace Roost::Service::Store {

namespace {
constexpr qint64 pointsAtOnce = 50000;
}

MetricUpkeep::MetricUpkeep(Database &database)
    : m_thread([&database](const std::stop_token &stop) { run(database, stop); })
{
}

MetricUpkeep::~MetricUpkeep() = default;

void MetricUpkeep::run(Database &database, const std::stop_token &stop)
{
    while (!stop.stop_requested()) {
        const auto isLeft =
            database.write([](Connection &connection) { return MetricStore(connection).summarizeOlder(pointsAtOnce); });
        if (!isLeft)
            qWarning("Older metrics are not summarized: %s", qUtf8Printable(isLeft.error().text));
        if (!isLeft || !*isLeft)
            return;
        std::this_thread::yield();
    }
}

} // namespace Roost::Service::Store
