// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/error.h"

#include <QByteArray>
#include <QString>

namespace Roost {

/// Where services and their clients find each other: "$XDG_RUNTIME_DIR/roost", or /tmp/roost-<uid>, a name that
/// somebody else may have taken first. Nothing in it is read or written before it is known to be this user's alone.
QString runtimeFolder();

/// The file of a workspace (a canonical folder) in it: "<first 16 digits of the SHA-256 of the folder>.<ending>".
QString runtimeFile(const QString &workspaceFolder, const QString &ending);

/// Makes the folder, or makes this user's own private again. Denied where it is a link, or somebody else's.
Result<void> makeRuntimeFolder();

/// What a file in the folder holds, up to 64 KB. NotFound where it is not there; Denied where folder or file is a
/// link, somebody else's, or open to others.
Result<QByteArray> readRuntimeFile(const QString &file);

} // namespace Roost
