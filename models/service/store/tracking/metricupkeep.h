// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/service/store/database/database.h"

#include <stop_token>
#include <thread>

namespace Roost::Service::Store {

/// Builds the pyramids of metrics that an older version stored, in a thread of its own and in small transactions, so
/// that neither the start of the service nor another writer waits for them. Ends when none is left.
class MetricUpkeep
{
public:
    explicit MetricUpkeep(Database &database);
    ~MetricUpkeep();
    MetricUpkeep(const MetricUpkeep &) = delete;
    MetricUpkeep &operator=(const MetricUpkeep &) = delete;

private:
    static void run(Database &database, const std::stop_token &stop);

    std::jthread m_thread;
};

} // namespace Roost::Service::Store
