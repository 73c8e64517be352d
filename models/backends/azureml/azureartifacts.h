// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/backends/azureml/azurecontext.h"

namespace Roost::AzureMl {

/// All artifacts below `prefix` of a run's container, "dcid.RUN".
Future<QList<Artifact>> artifactsOf(const ContextPtr &context, const QString &container, const QString &prefix);
/// Fresh address of one artifact.
Future<FileRef> artifactFile(const ContextPtr &context, const QString &container, const QString &path);
/// The files of a registered model, wherever its uri leads: a run's artifacts or a datastore.
Future<QList<FileRef>> modelFiles(const ContextPtr &context, const ModelVersion &model);

} // namespace Roost::AzureMl
