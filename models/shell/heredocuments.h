// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/error.h"

#include <QList>
#include <QString>

namespace Roost::Shell {

/// Reads the here-documents of a command line character by character: their delimiters, then their bodies.
class HereDocuments
{
public:
    /// Call after `<<`; `next` is the following character. `isCode`: the command is a shell that runs the body.
    void begin(QChar next, bool isCode);
    /// Returns whether a delimiter is being read.
    bool readsDelimiter() const { return m_readsDelimiter; }
    /// Reads a character of the delimiter; `before` is the character before it.
    void advanceDelimiter(QChar c, QChar before);
    /// Call if a character of the delimiter is escaped, which makes the body literal.
    void quoteDelimiter() { m_documents.last().isQuoted = true; }
    /// Reads a character of the bodies; `next` is the following character. Returns whether `c` ended the last body.
    bool advanceBody(QChar c, QChar next);

    bool isEmpty() const { return m_documents.isEmpty(); }
    /// Describe the first body that has not ended: whether nothing is expanded in it, and whether a shell runs it.
    bool isQuoted() const { return m_documents.first().isQuoted; }
    bool isCode() const { return m_documents.first().isCode; }
    /// Returns `value` as it must be written at this position of the body. The text of an error names the position, to
    /// be appended to "stands".
    Result<QString> quoted(const QString &value) const;

private:
    struct Document
    {
        QString delimiter;
        bool isQuoted = false; // nothing is expanded in the body
        bool mayBeIndented = false;
        bool isCode = false;
        QString line;         // the current line of the body
        bool expands = false; // an expansion began in the body
    };

    QList<Document> m_documents; // documents whose bodies have not ended, in order
    bool m_readsDelimiter = false;
    QChar m_delimiterQuote; // the quote that is open in the delimiter
};

} // namespace Roost::Shell
