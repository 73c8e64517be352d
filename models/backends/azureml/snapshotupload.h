// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/backends/azureml/azurecontext.h"

#include <functional>

namespace Roost::AzureMl {

/// Uploads a folder to the workspace as a code version and returns its id. With `reviewed`, sends exactly these files;
/// otherwise lists the folder. Content that the workspace already has is not sent again. `progress` is called from the
/// event loop. Canceling the future stops the upload.
Future<QString> uploadSnapshot(const ContextPtr &context, const QString &folder,
                               const std::optional<CodeFiles> &reviewed,
                               const std::function<void(SubmitProgress)> &progress);

} // namespace Roost::AzureMl
