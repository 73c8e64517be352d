// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/backends/azureml/azurecontext.h"

namespace Roost::AzureMl {

/// Returns the files of a code version, by path, from the address that the service signed, else with a signature
/// created from the key of the workspace's storage. Denied if neither is available.
Future<QList<SnapshotFile>> filesOfSnapshot(const ContextPtr &context, const QString &codeId);

} // namespace Roost::AzureMl
