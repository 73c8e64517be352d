// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/service/service.h"

#include <QStringList>

#include <optional>

namespace Roost::Roostd {

/// The arguments of `roostd serve`.
struct ServeOptions
{
    Service::ServiceConfig config;
    bool isHelp = false;
    /// Whether the service stays in the folder in which it was started, to which relative artifact locations refer: a
    /// tracking server does, the service of a workspace does not, because its child processes must not find files
    /// there.
    bool keepsFolder = false;
};

/// Reads the arguments, the first of which is the program. Rejected, with a sentence for the user, if they are
/// incomplete or contradict each other. `bytes` are the arguments as the system passed them.
Result<ServeOptions> serveOptionsFrom(const QStringList &arguments, const QList<QByteArray> &bytes);

/// Returns the help of `roostd serve`.
QString serveHelp();

} // namespace Roost::Roostd
