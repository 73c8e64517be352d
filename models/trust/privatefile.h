// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/error.h"

#include <QByteArray>
#include <QString>

namespace Roost::Trust {

/// Replaces a file in one step. Its mode is 0600 from the first byte on; a link is replaced, not followed.
Result<void> writePrivateFile(const QString &file, const QByteArray &content);

/// Removes all permissions of other users on a regular file of this user. Returns whether other users had any. Links,
/// folders, missing files and files of other users are left unchanged.
bool makeFilePrivate(const QString &file);

/// Makes the file private if it exists; otherwise creates it, empty and private, with its folder. For files that
/// libraries write later: the mode is kept.
void keepFilePrivate(const QString &file);

/// Creates a folder, and the missing folders above it, that only this user can access. An existing folder is left
/// unchanged.
bool makePrivateFolder(const QString &folder);

} // namespace Roost::Trust
