// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/service/http/router.h"

namespace Roost::Service::Extensions {

/// Adds the route "/roost/v1" + `pattern`. An ApiError of the handler becomes an error body that clients of both
/// protocols understand.
void addExtensionRoute(Http::Router &router, const QByteArray &method, const QByteArray &pattern,
                       Http::Handler handler);

} // namespace Roost::Service::Extensions
