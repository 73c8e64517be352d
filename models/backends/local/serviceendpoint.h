// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/wire/roost/endpoint.h"

#include <QUrl>

#include <optional>

namespace Roost::Local {

/// The endpoint of a workspace's service, read from its private file in the runtime folder. `workspace` is the folder
/// of the workspace at the time its service started.
struct ServiceEndpoint : Wire::Endpoint
{
    QUrl url() const; // http://127.0.0.1:PORT

    /// The file for a canonical folder.
    static QString fileFor(const QString &workspaceFolder);
    /// Reads the file in this session's runtime folder, else the file named by the lock of the workspace. NotFound if
    /// there is no service; Denied if the file is not private to this user; Unreachable if there is a service, but
    /// not for this user or session.
    static Result<ServiceEndpoint> read(const QString &workspaceFolder);

    /// The endpoint of this user's service that listens at the port now, whichever its workspace is.
    static std::optional<ServiceEndpoint> atPort(int port);

    bool operator==(const ServiceEndpoint &) const = default;
};

/// Whether a process with this id runs (a zombie does not count).
bool isAlive(qint64 pid);

} // namespace Roost::Local
