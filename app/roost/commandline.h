// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

#include <expected>

namespace Roost::App {

/// The requests on the command line.
struct CommandLine
{
    /// Folder, config.json or URL; if empty, the workspace that was open last.
    QString workspace;
    QString page;
    QString runId;
    /// Folder for pictures of the main pages; if empty, no pictures are taken.
    QString screenshots;
};

/// Returns the requests on the command line, or one sentence that describes the error in it. Ends the program for
/// --help and --version.
std::expected<CommandLine, QString> parseCommandLine(const QStringList &arguments);

} // namespace Roost::App
