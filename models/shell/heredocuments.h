// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/error.h"

#include <QList>
#include <QString>

namespace Roost::Shell {

/// The here-documents of a command line, read character by character: their delimiters, then their bodies.
class HereDocuments
{
public:
    /// After `<<`; `next` is the following character. `isCode`: the command is a shell that runs the body.
    void begin(QChar next, bool isCode);
    /// Whether a delimiter is being read.
    bool readsDelimiter() const { return m_readsDelimiter; }
    /// A character of the delimiter; `before` is the one before it.
    void advanceDelimiter(QChar c, QChar before);
    /// A character of the delimiter is escaped, which makes the body literal.
    void quoteDelimiter() { m_documents.last().isQuoted = true; }
    /// A character of the bodies; `next` is the following one. Returns whether it ended the last body.
    bool advanceBody(QChar c, QChar next);

    bool isEmpty() const { return m_documents.isEmpty(); }
    /// Of the first body that has not ended: whether nothing is expanded in it, and whether a shell runs it.
    bool isQuoted() const { return m_documents.first().isQuoted; }
    bool isCode() const { return m_documents.first().isCode; }
    /// `value` as it must be written at this place of the body. The error is the place, as the end of "stands".
    Result<QString> quoted(const QString &value) const;

private:
    struct Document
    {
        QString delimiter;
        bool isQuoted = false; // nothing is expanded in the body
        bool mayBeIndented = false;
        bool isCode = false;
        QString line;         // the present line of the body
        bool expands = false; // an expansion began in the body
    };

    QList<Document> m_documents; // whose bodies have not ended, in order
    bool m_readsDelimiter = false;
    QChar m_delimiterQuote; // the quote that is open in the delimiter
};

} // namespace Roost::Shell
