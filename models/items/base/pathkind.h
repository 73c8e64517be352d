// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/future.h"

#include <QStringList>

namespace Roost::Items {

enum class PathKind { Nothing, File, Folder };

/// Determines what `path` is, on another thread: an unreachable file system may block for minutes.
Future<PathKind> pathKind(const QString &path);

/// Returns those of `paths`, relative to `folder`, at which a file or folder exists; determined on another thread.
Future<QStringList> existingPaths(const QString &folder, const QStringList &paths);

} // namespace Roost::Items
