// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/service/store/migrations.h"

namespace Roost::Service::Store {

// `last_version` outlives the versions: the number of a deleted version means no other files later.
QByteArray modelNumbersSchema()
{
    return R"sql(
ALTER TABLE registered_models ADD COLUMN last_version INTEGER NOT NULL DEFAULT 0;
UPDATE registered_models SET last_version =
    coalesce((SELECT max(version) FROM model_versions WHERE model = registered_models.name), 0);
)sql";
}

} // namespace Roost::Service::Store
