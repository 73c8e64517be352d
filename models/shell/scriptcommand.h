// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

#include <optional>

namespace Roost::Shell {

/// A command line of the form `python SCRIPT ARGUMENTS`.
struct ScriptCommand
{
    QString script;
    QStringList arguments; // in the notation of arguments (models/shell/tokenizer.h)

    /// Returns the command line, quoted if the shell requires it: `python train.py --lr "0 1"`.
    QString toCommand() const;
    /// Parses a command line. Empty if the line is more than one python call of one script, or if the shell does more
    /// in it than expand variables.
    static std::optional<ScriptCommand> fromCommand(const QString &command);
    bool operator==(const ScriptCommand &) const = default;
};

/// Such a command line with the arguments as text, with the quotes as typed.
struct ScriptText
{
    QString script;
    QString arguments;
};

/// Splits a command line. Empty if ScriptCommand::fromCommand() returns nothing.
std::optional<ScriptText> splitCommand(const QString &command);
/// Returns the command line of a script and the text of its arguments.
QString joinCommand(const QString &script, const QString &argumentsText);

/// Returns the arguments as the script receives them; empty if argumentsProblem() is not empty.
std::optional<QStringList> splitArguments(const QString &argumentsText);
/// Returns one sentence for users that explains why the text contains more than arguments; empty if it does not.
QString argumentsProblem(const QString &argumentsText);

} // namespace Roost::Shell
