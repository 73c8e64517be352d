// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/backends/azureml/azurecontext.h"

namespace Roost::AzureMl {

/// The files of a code version, by path. Denied where the workspace does not sign its address: Azure gives the right to
/// look into a snapshot's container only to who uploads it.
Answer<QList<SnapshotFile>> filesOfSnapshot(const ContextPtr &context, const QString &codeId);

} // namespace Roost::AzureMl
