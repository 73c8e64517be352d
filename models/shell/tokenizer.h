// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>

#include <expected>

/// The words of a command line of bash. In a word `$NAME`, `${NAME}` and `${{...}}` are expanded and everything else is
/// literal. In the notation of arguments that people type, a backslash right before a dollar makes the dollar literal,
/// and two backslashes there are one.
namespace Roost::Shell {

/// A word as the program receives it, before its expansions.
struct Word
{
    QString text;
    /// Positions in `text` of dollars that are literal.
    QList<qsizetype> literalDollars;
    /// The word with its quotes is [begin, end) of the line.
    qsizetype begin = 0;
    qsizetype end = 0;

    /// The word in the notation of arguments, see quoteArgument().
    QString argument() const;
};

/// Why a line is more than words.
struct TokenError
{
    enum class Kind {
        Expansion, // the shell does more than to expand a variable: `sign` is "$(", "${", "$1", "`", ...
        Operator,  // a pipe, a list, a redirection or a group: `sign` is the operator's first character
        LineBreak, // a second line follows
        OpenQuote, // `sign` is the quote
    };
    Kind kind = Kind::Operator;
    QString sign;
    qsizetype at = 0; // position in the line
};

/// The words of `line`; an error where the line is more than words.
std::expected<QList<Word>, TokenError> tokenize(const QString &line);

/// The length of `$NAME`, `${NAME}` or `${{...}}` at `at`; 0 if there is none.
qsizetype expansionLength(QStringView text, qsizetype at);
/// The number of backslashes from `at` on.
qsizetype backslashesAt(QStringView text, qsizetype at);

} // namespace Roost::Shell
