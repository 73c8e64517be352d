// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/error.h"

#include <QByteArray>
#include <QString>

namespace Roost {

/// Replaces a file in one step; mode 0600 from the first byte, and never through a link.
Result<void> writePrivateFile(const QString &file, const QByteArray &content);

/// Takes a file of this user from all others: mode 0600. True where it was open to them; links, folders and what is
/// not there or another user's stay as they are.
bool makeFilePrivate(const QString &file);

/// Makes the file private where it is there, and else makes it, empty and private, with its folder: of a file that
/// others write, which keep its mode.
void keepFilePrivate(const QString &file);

/// Makes a folder, and those above it that are not there, for this user alone; one that is there stays as it is.
bool makePrivateFolder(const QString &folder);

/// While one lives, what this process makes is this user's alone. For the start of a program: it holds for all
/// threads.
class PrivateUmask
{
public:
    PrivateUmask();
    ~PrivateUmask();
    Q_DISABLE_COPY_MOVE(PrivateUmask)

private:
    unsigned m_before;
};

} // namespace Roost
