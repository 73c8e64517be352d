// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/error.h"

#include <QByteArray>
#include <QString>

namespace Roost::Trust {

/// Where services and their clients find each other: "$XDG_RUNTIME_DIR/roost", or "/tmp/roost-<uid>", a name that
/// another user may have taken first. Its content is used only after the folder is known to be private to this user.
QString runtimeFolder();

/// The file of a workspace (a canonical folder) in it: "<first 16 digits of the SHA-256 of the folder>.<ending>".
QString runtimeFile(const QString &workspaceFolder, const QString &ending);

/// Creates the folder, or makes this user's existing one private again. Denied if it is a link or another user's.
Result<void> makeRuntimeFolder();

/// The content of a file in the folder, up to 64 KB. NotFound if it does not exist; Denied if folder or file is a link,
/// another user's, or open to other users.
Result<QByteArray> readRuntimeFile(const QString &file);

} // namespace Roost::Trust
