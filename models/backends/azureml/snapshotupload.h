// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/backends/azureml/azurecontext.h"

#include <functional>

namespace Roost::AzureMl {

/// Brings a folder to the workspace as a code version and answers its id. Content that is there already is not sent
/// again. `progress` is called from the event loop; canceling stops what is under way.
Future<QString> uploadSnapshot(const ContextPtr &context, const QString &folder,
                               const std::function<void(SubmitProgress)> &progress);

} // namespace Roost::AzureMl
