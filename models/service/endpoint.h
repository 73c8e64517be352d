// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/error.h"

#include <QByteArray>
#include <QString>

#include <optional>

namespace Roost::Service {

/// How clients of the same user find the service of a workspace: a private file in the runtime folder.
struct Endpoint
{
    quint16 port = 0;
    QByteArray token;
    qint64 pid = 0;
    QString version;
    QString workspace; // the folder, canonical

    /// In the runtime folder.
    static QString fileFor(const QString &workspaceFolder);
    /// Mode 0600 from the first byte, in a folder of this user alone; in one step.
    Result<void> publish() const;
    /// Takes the file away, unless another service has published meanwhile; former() still knows it.
    void withdraw() const;
    /// Where the service before this one listened, whether it left or was killed. Scripts of runs that are still
    /// in progress know no other port and token, so the next service takes them over. Only out of a private file of
    /// this user; `published` is where it did that, if that was in another session.
    static std::optional<Endpoint> former(const QString &workspaceFolder, const QString &published = {});
};

} // namespace Roost::Service
