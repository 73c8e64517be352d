// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>

#include <optional>

/// Words of a shell line. In an argument `$NAME`, `${NAME}` and `${{...}}` are filled in and all else arrives as it is
/// typed; a backslash right before a dollar makes it a plain one, and two of them there are one backslash.
namespace Roost::ShellLine {

/// A word as the program gets it, but for what is filled in.
struct Word
{
    QString text;
    /// Where dollars stand in it that are plain ones.
    QList<qsizetype> plainDollars;

    /// The argument that means this word.
    QString argument() const;
};

/// The word that means exactly this text.
QString literal(const QString &text);
/// The word that means an argument.
QString fromArgument(const QString &argument);

/// Nothing where the line holds more than words: pipes, lists, redirections, commands within it, open quotes.
std::optional<QList<Word>> words(const QString &line);

/// What follows a dollar that the shell would do more with than to fill in a variable: "$(", "${A:-b}", "$1", and
/// outside of double quotes "$'". Empty where the dollar at `at` is none of those.
QString commandAt(QStringView line, qsizetype at, bool inQuotes);

} // namespace Roost::ShellLine
