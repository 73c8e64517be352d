// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/error.h"

#include <optional>

namespace Roost {

/// Which other user could have put there what a workspace folder holds: commands, interpreters and process numbers
/// that are used as this user. One sentence that names the path and the user; nothing where only this user could.
/// As git's safe.directory does, root's folders are trusted by root alone. Folder, database, config file and the
/// folders beside them must be this user's and closed to writing by others; the folders above must be this user's or
/// root's, and where others may write, sticky.
std::optional<QString> whoElsePrepared(const QString &workspaceFolder);

/// The same of one file that is used and the folder that holds it.
std::optional<QString> whoElseWrote(const QString &file);

/// Whether that file, folder or link is this user's and no other user may change it. What a link leads to is not
/// judged.
bool isOwn(const QString &path);

/// Whether the user has said that this folder is to be used as it is.
bool isTrusted(const QString &workspaceFolder);
/// Remembers it in this user's settings, for as long as the folder has the same owner.
Result<void> trustFolder(const QString &workspaceFolder);

/// Denied, saying who else could have prepared it and what to do, unless it is trusted. A folder that is not there is
/// judged by those above it.
Result<void> checkTrust(const QString &workspaceFolder);

} // namespace Roost
