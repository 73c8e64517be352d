// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/error.h"

#include <QByteArray>
#include <QUrl>

#include <optional>

namespace Roost::Local {

/// How the service of a workspace folder is reached, out of its private file in the runtime folder.
struct ServiceEndpoint
{
    quint16 port = 0;
    QByteArray token;
    qint64 pid = 0;
    QString version;
    QString workspace; // canonical folder; where the workspace was, if it was moved since

    QUrl url() const; // http://127.0.0.1:PORT

    /// The file for a canonical folder.
    static QString fileFor(const QString &workspaceFolder);
    /// Out of this session's runtime folder, else where the lock of the workspace says. NotFound when there is no
    /// service; Denied when the file is not this user's own and private; Unreachable when there is a service, but
    /// not for this user or session.
    static Result<ServiceEndpoint> read(const QString &workspaceFolder);

    /// That of the service of this user which listens there now, whatever it serves.
    static std::optional<ServiceEndpoint> atPort(int port);

    bool operator==(const ServiceEndpoint &) const = default;
};

/// Whether a process with this id is there (a zombie is not).
bool isAlive(qint64 pid);

} // namespace Roost::Local
