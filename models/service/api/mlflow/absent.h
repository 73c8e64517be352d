// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/service/http/router.h"

namespace Roost::Service::Mlflow {

/// Adds routes that refuse what other MLflow servers have and this service lacks (traces, GraphQL, webhooks ...), in a
/// sentence that clients show, and with the code by which they know that repeating is useless.
void addAbsentRoutes(Http::Router &router, const QByteArray &base);

} // namespace Roost::Service::Mlflow
