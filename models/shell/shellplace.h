// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/error.h"
#include "models/shell/heredocuments.h"

#include <QList>
#include <QString>

namespace Roost::Shell {

/// The state of bash at the end of a part of a command line, from which follows how a value must be quoted there.
class ShellPlace
{
public:
    /// Reads the next part of the line.
    void advance(QStringView text);
    /// Whether the line ends in a backslash that would change the next character.
    bool isEscaping() const { return m_escapes; }
    /// `value` quoted for this place, so that it is one word or a part of one for any content. Where the shell
    /// has no way to quote, a plain word is returned and any other value is refused: the text of the error is the
    /// place, as the end of a sentence "... stands". `after` is the rest of the line.
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
        QStringList words; // the command so far
        QString word;      // the present word
        int cases = 0;     // open "case"s
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
