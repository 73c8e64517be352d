// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/error.h"
#include "models/shell/heredocuments.h"

#include <QList>
#include <QString>

namespace Roost::Shell {

/// The state of bash at the end of a prefix of a command line. It determines how a value must be quoted there.
class ShellPlace
{
public:
    /// Reads the next part of the line.
    void advance(QStringView text);
    /// Returns whether the line ends in a backslash that would change the next character.
    bool isEscaping() const { return m_escapes; }
    /// Returns `value` quoted for this position, so that for any content it is one word or a part of one. If the shell
    /// has no way to quote at this position, a plain word is returned and any other value is Rejected: the text of the
    /// error names the position, as the end of a sentence "... stands". `after` is the rest of the line.
    Result<QString> quoted(const QString &value, QStringView after) const;

private:
    enum class In {
        Words,
        Backquotes,
        Single,
        Double,
        Ansi, // $'...'
        Comment,
        Arithmetic,
        Parameter, // ${...}
        HereDocument,
    };

    struct Level
    {
        In in = In::Words;
        QStringList words; // the words of the current command
        QString word;      // the current word
        int cases = 0;     // the number of open "case"s
    };

    void advanceOne(QChar c, QChar next);
    void advanceInWords(QChar c, QChar next);
    void advanceInDouble(QChar c, QChar next);
    void advanceInHereDocument(QChar c, QChar next);
    void advanceParenthesis(QChar c);
    void beginBodies();
    void closeBackquotes();
    void open(In in) { m_levels.append({in, {}, {}}); }
    void close() { m_levels.removeLast(); }
    void endWord();
    void endCommand();
    bool contains(In in) const;
    bool isCodeOfAnotherShell() const;
    const Level &command() const;
    bool isNameOfAVariable() const;
    bool isCalculated(QStringView after) const;
    QString whyNothingCanBeQuoted(QStringView after) const;

    QList<Level> m_levels{Level()};
    HereDocuments m_documents;
    QChar m_before = u' ';
    QChar m_beforeThat = u' ';
    bool m_escapes = false;
};

} // namespace Roost::Shell
