// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/backends/azureml/azurecontext.h"

namespace Roost::AzureMl {

/// The files of a code version, by path: at the address that the service signs, else with a signature made of the key
/// of the workspace's storage. Denied where there is neither.
Future<QList<SnapshotFile>> filesOfSnapshot(const ContextPtr &context, const QString &codeId);

} // namespace Roost::AzureMl
