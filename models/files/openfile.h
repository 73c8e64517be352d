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

/// Opens the ordinary file `name` of an open folder (AT_FDCWD with a path). `flags` as open(2) takes them. A link
/// is not followed, nothing is written to a file that has other names (hard links), and of a pipe, a device or a folder
/// nothing is opened; O_TRUNC empties the file only when it is known to be an ordinary one. The error says in words
/// what stands there instead.
Result<Descriptor> openRegular(int folder, const QByteArray &name, int flags, unsigned mode = 0644);
/// The same by a path; the folders on the way are followed.
Result<Descriptor> openRegular(const QString &path, int flags, unsigned mode = 0644);

/// A QFile over what was opened, which owns it.
std::unique_ptr<QFile> fileOver(Descriptor opened, QIODevice::OpenMode mode);

} // namespace Roost::Files
