// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/supervisor/supervise.h"

#include "models/service/launch/launchplan.h"
#include "models/supervisor/supervisor.h"

#include <unistd.h>

#include <cstdio>
#include <utility>

namespace Roost::Supervision {

using namespace Service::Launch;

using Service::Launch::LaunchPlan;

int supervise(const QString &launchFile)
{
    auto plan = LaunchPlan::load(launchFile);
    if (!plan) {
        std::fprintf(stderr, "%s\n", qUtf8Printable(plan.error().text));
        return 2;
    }
    setsid(); // fails if the process already leads a session, which is sufficient
    return Supervisor(std::move(*plan), launchFile).run();
}

} // namespace Roost::Supervision
