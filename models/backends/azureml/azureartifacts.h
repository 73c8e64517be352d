// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/backends/azureml/azurecontext.h"

namespace Roost::AzureMl {

/// Returns all artifacts below `prefix` of a run's container, "dcid.RUN".
Future<QList<Artifact>> artifactsOf(const ContextPtr &context, const QString &container, const QString &prefix);
/// Returns a new address of one artifact.
Future<FileRef> artifactFile(const ContextPtr &context, const QString &container, const QString &path);
/// Returns the files of a registered model, whether its URI names a run's artifacts or a datastore.
Future<QList<FileRef>> modelFiles(const ContextPtr &context, const ModelVersion &model);

} // namespace Roost::AzureMl
