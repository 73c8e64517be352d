// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/wire/roost/endpoint.h"

#include <QUrl>

#include <optional>

namespace Roost::Local {

/// The endpoint of a workspace's service, read from its private file in the runtime folder. `workspace` is the folder
/// of the workspace at the time at which its service started.
struct ServiceEndpoint : Wire::Endpoint
{
    QUrl url() const; // http://127.0.0.1:PORT

    /// Returns the file for a canonical folder.
    static QString fileFor(const QString &workspaceFolder);
    /// Reads the file in this session's runtime folder, or else the file that the lock of the workspace names. NotFound
    /// if there is no service; Denied if the file is not private to this user; Unreachable if there is a service, but
    /// not for this user or session.
    static Result<ServiceEndpoint> read(const QString &workspaceFolder);

    /// Returns the endpoint of this user's service that listens at the port now, whatever its workspace is.
    static std::optional<ServiceEndpoint> atPort(int port);

    bool operator==(const ServiceEndpoint &) const = default;
};

/// Returns whether a process with this id is running; a zombie does not count.
bool isAlive(qint64 pid);

} // namespace Roost::Local
