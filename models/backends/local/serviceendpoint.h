// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/wire/roost/endpoint.h"

#include <QUrl>

#include <optional>

namespace Roost::Local {

/// The endpoint of a workspace's service, read from its private file in the runtime folder. `workspace` is the folder
/// where the workspace was when its service started.
struct ServiceEndpoint : Wire::Endpoint
{
    QUrl url() const; // http://127.0.0.1:PORT

    /// The file for a canonical folder.
    static QString fileFor(const QString &workspaceFolder);
    /// Reads the file in this session's runtime folder, else the file that the lock of the workspace names. NotFound
    /// when there is no service; Denied when the file is not private to this user; Unreachable when there is a
    /// service, but not for this user or session.
    static Result<ServiceEndpoint> read(const QString &workspaceFolder);

    /// The endpoint of the service of this user that listens at the port now, of any workspace.
    static std::optional<ServiceEndpoint> atPort(int port);

    bool operator==(const ServiceEndpoint &) const = default;
};

/// Whether a process with this id runs (a zombie does not).
bool isAlive(qint64 pid);

} // namespace Roost::Local
