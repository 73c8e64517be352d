// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/wire/roost/endpoint.h"

#include <optional>

namespace Roost::Service {

/// The address and the token that the service of a workspace publishes for clients of the same user, as a private file
/// in the runtime folder.
struct Endpoint : Wire::Endpoint
{
    /// Returns the path of that file.
    static QString fileFor(const QString &workspaceFolder);
    /// Writes the file atomically, with mode 0600 from the first byte, in a folder that only this user can access.
    Result<void> publish() const;
    /// Removes the file unless another service has published its endpoint since. former() still finds the endpoint.
    void withdraw() const;
    /// Returns the endpoint of the previous service, whether that service stopped or was killed. The scripts of runs in
    /// progress have only that port and that token, so the next service uses both again. Reads only a private file of
    /// this user. `published` is the path of the file if it was written in another session.
    static std::optional<Endpoint> former(const QString &workspaceFolder, const QString &published = {});
};

} // namespace Roost::Service
