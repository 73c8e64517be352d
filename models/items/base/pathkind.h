// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/future.h"

#include <QStringList>

namespace Roost::Items {

enum class PathKind { Nothing, File, Folder };

/// What lies at `path`, looked at off this thread: a file system that went away may take minutes to say so.
Future<PathKind> pathKind(const QString &path);

/// Those of `paths`, relative to `folder`, at which something lies; looked at off this thread as well.
Future<QStringList> takenPaths(const QString &folder, const QStringList &paths);

} // namespace Roost::Items
