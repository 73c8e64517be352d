// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/error.h"
#include "models/files/descriptor.h"

#include <QByteArray>
#include <QFile>
#include <QString>

#include <fcntl.h>
#include <memory>

namespace Roost::Files {

/// Opens the regular file `name` in an open folder (AT_FDCWD for a path), with `flags` of open(2). Fails for links,
/// pipes, devices and folders, and, if opened for writing, for files with several names (hard links). O_TRUNC is
/// applied only after that check. The error names what exists instead of a regular file.
Result<Descriptor> openRegular(int folder, const QByteArray &name, int flags, unsigned mode = 0644);
/// The same for a path; links to folders in the path are followed.
Result<Descriptor> openRegular(const QString &path, int flags, unsigned mode = 0644);

/// Returns a QFile that owns the descriptor.
std::unique_ptr<QFile> fileOver(Descriptor opened, QIODevice::OpenMode mode);

} // namespace Roost::Files
