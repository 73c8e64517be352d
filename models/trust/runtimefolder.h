// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/error.h"

#include <QByteArray>
#include <QString>

namespace Roost::Trust {

/// Returns the folder through which services and their clients find each other: "$XDG_RUNTIME_DIR/roost", or
/// "/tmp/roost-<uid>", a name that another user may have taken first. Its content is used only after it was verified
/// that the folder is private to this user.
QString runtimeFolder();

/// Returns the file of a workspace (a canonical folder) in that folder: "<first 16 digits of the SHA-256 of the
/// folder>.<ending>".
QString runtimeFile(const QString &workspaceFolder, const QString &ending);

/// Creates the folder, or makes this user's existing folder private again. Denied if it is a link or belongs to another
/// user.
Result<void> makeRuntimeFolder();

/// Returns the content of a file in the folder, up to 64 KB. NotFound if it does not exist; Denied if the folder or the
/// file is a link, belongs to another user, or is accessible to other users.
Result<QByteArray> readRuntimeFile(const QString &file);

} // namespace Roost::Trust
