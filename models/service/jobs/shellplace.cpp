// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/service/jobs/shellplace.h"

#include "models/core/shellline.h"

#include <utility>

using namespace Qt::StringLiterals;

namespace Roost::Service {

void ShellPlace::pass(QStringView text)
{
    for (const QChar c : text) {
        const QChar before = std::exchange(m_before, c);
        const In in = m_in.last();
        if (std::exchange(m_escapes, false))
            continue;
        const bool closes =
            (in == In::Single && c == u'\'') || (in == In::Comment && c == u'\n') || (in == In::Double && c == u'"');
        if (c == u'\\' && in != In::Single && in != In::Comment)
            m_escapes = true;
        else if (closes)
            close();
        else if (in == In::Double && c == u'(' && before == u'$')
            open(In::Words);
        else if (in == In::Double && c == u'`')
            m_in.contains(In::Backquotes) ? void() : open(In::Backquotes);
        else if (in == In::Words || in == In::Backquotes)
            passInWords(c, before);
    }
}

void ShellPlace::passInWords(QChar c, QChar before)
{
    if (c == u'\'')
        open(In::Single);
    else if (c == u'"')
        open(In::Double);
    else if (c == u'`')
        m_in.last() == In::Backquotes ? close() : open(In::Backquotes);
    else if (c == u'(')
        open(In::Words);
    else if (c == u')' && m_in.size() > 1 && m_in.last() == In::Words)
        close();
    else if (c == u'#' && (before.isSpace() || u";&|("_s.contains(before)))
        open(In::Comment);
}

QString ShellPlace::quoted(const QString &value) const
{
    QString text = value;
    switch (m_in.last()) {
    case In::Words:
    case In::Backquotes:
        return ShellLine::literal(text);
    case In::Single:
        return text.replace(u'\'', u"'\\''"_s);
    case In::Double:
        for (const QChar special : u"\\\"$`"_s)
            text.replace(special, QString(u'\\') + special);
        return text;
    case In::Comment:
        return text.replace(u'\n', u' ');
    }
    std::unreachable();
}

} // namespace Roost::Service
