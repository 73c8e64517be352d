// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>

#include <expected>

/// Splits a command line of bash into words. In a word, `$NAME`, `${NAME}` and `${{...}}` are expanded and everything
/// else is literal. In the notation of arguments that users type, a backslash directly before a dollar makes the dollar
/// literal, and two backslashes there mean one.
namespace Roost::Shell {

/// A word as the program receives it, before expansion.
struct Word
{
    QString text;
    /// The positions in `text` of dollars that are literal.
    QList<qsizetype> literalDollars;
    /// The word with its quotes is [begin, end) of the line.
    qsizetype begin = 0;
    qsizetype end = 0;

    /// Returns the word in the notation of arguments, see quoteArgument().
    QString argument() const;
};

/// The reason why a line is more than words.
struct TokenError
{
    enum class Kind {
        Expansion, // the shell does more than expand a variable: `sign` is "$(", "${", "$1", "`", ...
        Operator,  // a pipe, a list, a redirection or a group: `sign` is the operator's first character
        LineBreak, // a second line follows
        OpenQuote, // `sign` is the quote
    };
    Kind kind = Kind::Operator;
    QString sign;
    qsizetype at = 0; // the position in the line
};

/// Returns the words of `line`, or an error if the line is more than words.
std::expected<QList<Word>, TokenError> tokenize(const QString &line);

/// Returns the length of `$NAME`, `${NAME}` or `${{...}}` at `at`; 0 if there is none.
qsizetype expansionLength(QStringView text, qsizetype at);
/// Returns the number of consecutive backslashes from `at` on.
qsizetype backslashesAt(QStringView text, qsizetype at);

} // namespace Roost::Shell
