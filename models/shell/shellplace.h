// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/error.h"

#include <QList>
#include <QString>

namespace Roost::Shell {

/// Follows a shell line as far as to know how a value must be written at its end so that it means itself.
class ShellPlace
{
public:
    void pass(QStringView text);
    /// The line ends in a backslash that would change what follows.
    bool isEscaping() const { return m_escapes; }
    /// One word of the shell, or the middle of one: never more, whatever the value holds. Where the shell has no way to
    /// quote, values of plain characters are taken and others refused: the error is the place, as the end of "stands".
    /// `after` is what follows in the line.
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
        QStringList words; // of the command so far
        QString word;      // that is being written
        int cases = 0;     // "case" without its "esac"
    };

    struct HereDocument
    {
        QString delimiter;
        bool isQuoted = false; // nothing is expanded in it
        bool mayBeIndented = false;
        bool isCode = false;  // a shell reads it
        QString line;         // that is being written
        bool expands = false; // something that is expanded began in it
    };

    void passSign(QChar c, QChar next);
    void passInWords(QChar c, QChar next);
    void passInDouble(QChar c, QChar next);
    void passInHereDocument(QChar c, QChar next);
    void passParenthesis(QChar c);
    void passDelimiter(QChar c);
    void beginHereDocument(QChar next);
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
    Result<QString> inHereDocument(const QString &value) const;

    QList<Level> m_levels{Level()};
    QList<HereDocument> m_documents; // whose bodies have not ended, in order
    bool m_readsDelimiter = false;
    QChar m_delimiterQuote; // that it stands in
    QChar m_before = u' ';
    QChar m_beforeThat = u' ';
    bool m_escapes = false;
};

} // namespace Roost::Shell
