// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/workspace.h"
#include "models/items/base/longwork.h"
#include "models/transfer/filesdownload.h"

#include <memory>

namespace Roost::Transfer {

/// Returns a function for the URLs of the files of a model version. `registry` must outlive it.
FilesDownload::Address addressesOf(ModelRegistry *registry, const ModelVersion &version);

/// Fetches all files of a model version into `folder`, one after the other; stops at the first error. `registry` and
/// `reader` must outlive the work.
std::shared_ptr<Items::LongWork> downloadModel(ModelRegistry *registry, FileReader *reader, const ModelVersion &version,
                                               const QString &folder);

} // namespace Roost::Transfer
