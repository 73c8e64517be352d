// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/service/http/response.h"
#include "models/wire/apierror.h"

namespace Roost::Service::Blob {

/// Returns the reply of Azure's storage to a failed request: XML with a code and a message, and the code as a header.
/// Status and code are derived from the kind of the error, unless the error has its own.
Http::Response errorResponse(const Wire::ApiError &problem);

} // namespace Roost::Service::Blob
