// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/service/api/blob/blobcontainers.h"
#include "models/wire/azureml/bloblist.h"

namespace Roost::Service::Blob {

/// Returns the ETag of a file. It changes when the file is replaced, but not when the file grows.
QByteArray etagOf(const Files::FileFacts &facts);

/// Returns the entry in the form of a container listing, without metadata.
Wire::ListedBlob listedBlob(const BlobEntry &entry);

} // namespace Roost::Service::Blob
