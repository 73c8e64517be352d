// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/shell/heredocuments.h"

#include "models/shell/quoting.h"

#include <utility>

using namespace Qt::StringLiterals;

namespace Roost::Shell {

void HereDocuments::begin(QChar next, bool isCode)
{
    Document document;
    document.mayBeIndented = next == u'-';
    document.isCode = isCode;
    m_documents += document;
    m_readsDelimiter = true;
}

void HereDocuments::advanceDelimiter(QChar c, QChar before)
{
    Document &document = m_documents.last();
    const bool isAtStart = document.delimiter.isEmpty() && !document.isQuoted;
    if (isAtStart && (c == u' ' || c == u'\t' || (c == u'-' && before == u'<')))
        return;
    if (c == m_delimiterQuote || (m_delimiterQuote.isNull() && (c == u'\'' || c == u'"'))) {
        document.isQuoted = true;
        m_delimiterQuote = m_delimiterQuote.isNull() ? c : QChar();
        return;
    }
    if (m_delimiterQuote.isNull() && (c.isSpace() || u";|&()<>"_s.contains(c))) {
        m_readsDelimiter = false;
        return;
    }
    document.delimiter += c;
}

bool HereDocuments::advanceBody(QChar c, QChar next)
{
    Document &document = m_documents.first();
    if (c != u'\n') {
        document.line += c;
        document.expands =
            document.expands || c == u'`' || (c == u'$' && (next == u'(' || next == u'{' || next == u'['));
        return false;
    }
    QString line = std::exchange(document.line, QString());
    while (document.mayBeIndented && line.startsWith(u'\t'))
        line.remove(0, 1);
    if (line != document.delimiter)
        return false;
    m_documents.removeFirst();
    return m_documents.isEmpty();
}

Result<QString> HereDocuments::quoted(const QString &value) const
{
    const Document &document = m_documents.first();
    if (value.contains(u'\n'))
        return failure(ErrorKind::Rejected, u"in a here-document, which a line of the value could end"_s);
    if (const QString line = document.line + value; !line.isEmpty() && document.delimiter.startsWith(line))
        return failure(ErrorKind::Rejected, u"in a here-document, which the value could end"_s);
    if (document.isQuoted)
        return value;
    if (document.expands && !isPlainWord(value))
        return failure(ErrorKind::Rejected, u"in a here-document behind something that is expanded"_s);
    return escaped(value, u"\\$`"_s);
}

} // namespace Roost::Shell
