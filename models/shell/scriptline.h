// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

#include <optional>

namespace Roost::Shell::ScriptLine {

/// A `python SCRIPT ARGUMENTS` line with the arguments as they were typed, quotes and all.
struct Parts
{
    QString script;
    QString argumentsText;
};

/// Nothing where the line is more than one python call of one script.
std::optional<Parts> apart(const QString &command);
QString together(const QString &script, const QString &argumentsText);

/// What the script will see; nothing where `whyNotArguments` has something to say.
std::optional<QStringList> arguments(const QString &argumentsText);
/// One sentence for people; empty when the text can be taken apart.
QString whyNotArguments(const QString &argumentsText);

} // namespace Roost::Shell::ScriptLine
