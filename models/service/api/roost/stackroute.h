// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/service/http/router.h"

namespace Roost::Service {

class Jobs;

/// POST /roost/v1/runs/{id}/stacks: where each rank of a run stands, written below its logs; answers {"files": [...]}.
/// `jobs` outlives the router.
void addStackRoute(Router &router, Jobs &jobs);

} // namespace Roost::Service
