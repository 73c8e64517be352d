// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/error.h"
#include "models/service/http/response.h"

namespace Roost::Service::Blob {

/// The reply of Azure's storage to a failed request: XML with `code` and `message`, and the code as a header.
Http::Response blobFailure(int status, const QString &code, const QString &message);
/// The same with the status and code for the kind of `error`.
Http::Response blobFailure(const Error &error);

} // namespace Roost::Service::Blob
