// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/error.h"
#include "models/load/machineload.h"
#include "models/service/http/router.h"

#include <functional>

namespace Roost::Service::Extensions {

/// Adds GET /roost/v1/computes/{name}/load: the load of the machine, which all computes of a local workspace share.
/// `whetherKnown` fails if there is no such compute; it is called from any thread. `load` must outlive the router.
void addLoadRoute(Http::Router &router, Load::MachineLoad &load,
                  std::function<Result<void>(const QString &)> whetherKnown);

} // namespace Roost::Service::Extensions
