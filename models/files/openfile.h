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

/// Opens the regular file `name` of an open folder (AT_FDCWD for a path), with `flags` of open(2). Links, pipes,
/// devices and folders are refused, and so are files with several names (hard links) for writing. O_TRUNC applies only
/// after that check. The error names what exists instead of a regular file.
Result<Descriptor> openRegular(int folder, const QByteArray &name, int flags, unsigned mode = 0644);
/// The same for a path; links to folders on the way are followed.
Result<Descriptor> openRegular(const QString &path, int flags, unsigned mode = 0644);

/// A QFile that owns the descriptor.
std::unique_ptr<QFile> fileOver(Descriptor opened, QIODevice::OpenMode mode);

} // namespace Roost::Files
