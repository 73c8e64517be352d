// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/error.h"

#include <QStringList>

#include <sys/types.h>

#include <optional>

namespace Roost::Trust {

/// What this user's own settings record about a workspace folder. Nothing inside the folder can forge it. Stored in one
/// private file per folder: "~/.config/roost/workspaces/<first 16 digits of the SHA-256 of the folder>.json".
struct KnownWorkspace
{
    QString folder; // canonical
    /// The mark of the database when a service of this user last opened it; 0 if none ever did.
    qint64 database = 0;
    /// Runs that were waiting when the folder was opened for the first time: they start only when the user starts them.
    QStringList held;
    /// The owner of the folder when the user allowed it to be used although other users could have prepared it; empty
    /// if the user has not.
    std::optional<uid_t> trustedOwner;

    /// Reads what is recorded. Only `folder` is set if the folder is not known, or the file is not private.
    static KnownWorkspace read(const QString &folder);
    Result<void> write() const;
};

} // namespace Roost::Trust
