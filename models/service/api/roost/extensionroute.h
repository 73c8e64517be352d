// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/service/http/router.h"

namespace Roost::Service::Extensions {

/// Adds a route below Wire::extensionsPath, such as "runs/{run}/activity". An ApiError of the handler becomes an error
/// body that clients of both protocols understand.
void addExtensionRoute(Http::Router &router, const QByteArray &method, const QByteArray &pattern,
                       Http::Handler handler);

} // namespace Roost::Service::Extensions
