// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

#include <expected>

namespace Roost::App {

/// What the command line requests.
struct CommandLine
{
    /// Folder, config.json or URL; empty: the workspace that was open last.
    QString workspace;
    QString page;
    QString runId;
    /// Folder for pictures of the main pages; empty: no picture is made.
    QString screenshots;
};

/// Returns what the command line requests, or one sentence that states what is wrong with it. Ends the program for
/// --help and --version.
std::expected<CommandLine, QString> parseCommandLine(const QStringList &arguments);

} // namespace Roost::App
