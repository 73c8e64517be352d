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

    /// The command line, quoted where the shell needs it: `python train.py --lr "0 1"`.
    QString toCommand() const;
    /// Empty if the line is more than one python call of one script, or does more than to expand variables.
    static std::optional<ScriptCommand> fromCommand(const QString &command);
    bool operator==(const ScriptCommand &) const = default;
};

/// Such a command line with the arguments as text, with the quotes that were typed.
struct ScriptText
{
    QString script;
    QString arguments;
};

/// Empty if ScriptCommand::fromCommand() is.
std::optional<ScriptText> splitCommand(const QString &command);
/// The command line of a script and the text of its arguments.
QString joinCommand(const QString &script, const QString &argumentsText);

/// The arguments as the script receives them; empty if argumentsProblem() is not.
std::optional<QStringList> splitArguments(const QString &argumentsText);
/// One sentence for people: why the text is more than arguments. Empty if it is arguments alone.
QString argumentsProblem(const QString &argumentsText);

} // namespace Roost::Shell
