// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/service/store/migrations.h"

namespace Roost::Service::Store {

// `sent` is what clients asked of a compute beside the columns, as JSON: the service only gives it back.
QByteArray computeRequestsSchema()
{
    return "ALTER TABLE computes ADD COLUMN sent TEXT NOT NULL DEFAULT '{}';";
}

} // namespace Roost::Service::Store
