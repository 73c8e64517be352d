// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/error.h"

#include <QStringList>

#include <sys/types.h>

#include <optional>

namespace Roost {

/// What this user's own settings say of a workspace folder, so that nothing in the folder can say it for itself. One
/// private file a folder: "~/.config/roost/workspaces/<first 16 digits of the SHA-256 of the folder>.json".
struct KnownWorkspace
{
    QString folder; // canonical
    /// The mark of its database when a service of this user last had it open; 0 where none ever had.
    qint64 database = 0;
    /// Jobs that were waiting when it was opened first: they start when the user says so.
    QStringList held;
    /// Whose the folder was when the user said to use it as it is, though others could have prepared it.
    std::optional<uid_t> trustedOwner;

    /// With nothing but the folder where it is not known, or the file is not private.
    static KnownWorkspace read(const QString &folder);
    Result<void> write() const;
};

} // namespace Roost
