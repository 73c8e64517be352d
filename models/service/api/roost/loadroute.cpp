// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/service/api/roost/loadroute.h"

#include "models/service/api/roost/extensionroute.h"
#include "models/wire/apierror.h"
#include "models/wire/roost/load.h"

#include <utility>

namespace Roost::Service::Extensions {

using namespace Http;
using Wire::valueOf;

void addLoadRoute(Router &router, Load::MachineLoad &load, std::function<Result<void>(const QString &)> whetherKnown)
{
    addExtensionRoute(router, "GET", "computes/{name}/load",
                      [&load, whetherKnown = std::move(whetherKnown)](const Request &request) {
                          valueOf(whetherKnown(request.capture(u"name")));
                          return Response::json(Wire::loadReply({load.measure()}));
                      });
}

} // namespace Roost::Service::Extensions
