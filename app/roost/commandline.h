// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

#include <expected>

namespace Roost::App {

/// What the command line asks for.
struct CommandLine
{
    /// Folder, config.json or URL; empty: the last one.
    QString workspace;
    QString page;
    QString runId;
    /// Folder for pictures of the main pages; empty: none are made.
    QString screenshots;
};

/// Or one sentence that says what is wrong with it. Ends the program for --help and --version.
std::expected<CommandLine, QString> parseCommandLine(const QStringList &arguments);

} // namespace Roost::App
