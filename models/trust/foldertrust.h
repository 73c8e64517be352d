// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/error.h"

#include <optional>

namespace Roost::Trust {

/// Returns which other user could have prepared the content of a workspace folder: commands, interpreters and process
/// IDs that run or are used as this user. One sentence that names the path and the user; empty if no other user could.
/// The rule is git's safe.directory: the folder, the database, the config file and the folders beside them must belong
/// to this user and must not be writable by others. The folders above must belong to this user or to root, and must be
/// sticky if others may write to them. Folders of root are trusted by root alone.
std::optional<QString> whoElsePrepared(const QString &workspaceFolder);

/// The same for one file and the folder that contains it.
std::optional<QString> whoElseWrote(const QString &file);

/// Returns whether the file, folder or link belongs to this user and no other user may change it. The target of a link
/// is not checked.
bool isOwn(const QString &path);

/// Returns whether the user has allowed this folder to be used as it is.
bool isTrusted(const QString &workspaceFolder);
/// Records the permission in this user's settings. It is valid as long as the folder has the same owner.
Result<void> trustFolder(const QString &workspaceFolder);

/// Returns Denied, with the reason and what to do, if another user could have prepared the folder and it is not
/// trusted. For a folder that does not exist, the folders above it are checked.
Result<void> checkTrust(const QString &workspaceFolder);

} // namespace Roost::Trust
