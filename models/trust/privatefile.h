// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/error.h"

#include <QByteArray>
#include <QString>

namespace Roost::Trust {

/// Replaces a file in one step. Its mode is 0600 from the first byte on, and a link is replaced, not followed.
Result<void> writePrivateFile(const QString &file, const QByteArray &content);

/// Removes all rights of other users on a regular file of this user. True if other users had any; links, folders,
/// missing files and files of other users stay as they are.
bool makeFilePrivate(const QString &file);

/// Makes the file private if it exists, else creates it, empty and private, with its folder. For files that libraries
/// write later: they keep the mode.
void keepFilePrivate(const QString &file);

/// Creates a folder, and the missing folders above it, for this user alone. An existing folder stays as it is.
bool makePrivateFolder(const QString &folder);

} // namespace Roost::Trust
