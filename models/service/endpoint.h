// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/wire/roost/endpoint.h"

#include <optional>

namespace Roost::Service {

/// The endpoint that the service of a workspace publishes for clients of the same user, as a private file in the
/// runtime folder.
struct Endpoint : Wire::Endpoint
{
    /// The path of that file.
    static QString fileFor(const QString &workspaceFolder);
    /// Writes the file in one step, with mode 0600 from the first byte, in a folder of this user alone.
    Result<void> publish() const;
    /// Removes the file unless another service has published since; former() still finds the endpoint.
    void withdraw() const;
    /// The endpoint of the previous service, whether it stopped or was killed. Scripts of runs in progress know only
    /// that port and token, so the next service reuses both. Reads only a private file of this user; `published` is
    /// the path of the file if it was written in another session.
    static std::optional<Endpoint> former(const QString &workspaceFolder, const QString &published = {});
};

} // namespace Roost::Service
